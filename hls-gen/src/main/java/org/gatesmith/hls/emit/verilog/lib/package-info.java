/** The Verilog modules that emitted kernels are made of (see docs/rtl-library.md). */
@NullMarked
package org.gatesmith.hls.emit.verilog.lib;

import org.jspecify.annotations.NullMarked;
