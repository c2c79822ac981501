/** RTL simulation: emitted Verilog under Verilator, with models of the board's memory, run in a child process. */
@NullMarked
package org.gatesmith.host.rtl;

import org.jspecify.annotations.NullMarked;
