/**
 * Streaming the tiles of a problem through a device: where elements come from and go to, the stages that overlap, verification
 * as tiles complete, and what became of it all. {@link org.gatesmith.host.stream.Streamer} is the way in.
 */
@NullMarked
package org.gatesmith.host.stream;

import org.jspecify.annotations.NullMarked;
