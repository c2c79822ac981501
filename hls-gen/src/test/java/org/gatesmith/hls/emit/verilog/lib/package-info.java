@NullMarked
package org.gatesmith.hls.emit.verilog.lib;

import org.jspecify.annotations.NullMarked;
