/** Synthesis of emitted Verilog with Yosys: what the design takes of the device, counted instead of estimated. */
@NullMarked
package org.gatesmith.host.synthesis;

import org.jspecify.annotations.NullMarked;
