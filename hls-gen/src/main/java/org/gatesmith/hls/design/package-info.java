/**
 * A kernel scheduled for a clock: which cycle every operation starts in, what it runs on, and why. The scheduler makes it, the
 * Verilog back end, reports and explanations read it.
 */
@NullMarked
package org.gatesmith.hls.design;

import org.jspecify.annotations.NullMarked;
