/** Tests of the Verilog back end. */
@NullMarked
package org.gatesmith.hls.emit.verilog;

import org.jspecify.annotations.NullMarked;
