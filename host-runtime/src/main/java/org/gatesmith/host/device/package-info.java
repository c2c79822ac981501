/** The places where a kernel runs: one call, the same buffers everywhere. */
@NullMarked
package org.gatesmith.host.device;

import org.jspecify.annotations.NullMarked;
