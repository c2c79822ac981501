/** Schedule files: directives for loops, arrays, FIFOs and ports that override those of the source, without touching it. */
@NullMarked
package org.gatesmith.hls.schedule;

import org.jspecify.annotations.NullMarked;
