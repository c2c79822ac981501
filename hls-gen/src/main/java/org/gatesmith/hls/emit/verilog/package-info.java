/**
 * Verilog-2005 from a scheduled kernel: one module per function, a top module with AXI interfaces, and the library modules that
 * they use. A module is built as a {@link org.gatesmith.hls.emit.verilog.Netlist}, cut to the bits that something reads, and laid
 * out by a template.
 */
@NullMarked
package org.gatesmith.hls.emit.verilog;

import org.jspecify.annotations.NullMarked;
