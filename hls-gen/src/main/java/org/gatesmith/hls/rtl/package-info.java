/** A kernel in Verilog as simulators and packagers see it: files, registers, ports, and signals to watch. */
@NullMarked
package org.gatesmith.hls.rtl;

import org.jspecify.annotations.NullMarked;
