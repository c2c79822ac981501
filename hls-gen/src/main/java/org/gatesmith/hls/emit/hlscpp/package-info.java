/** HLS C++ for Vitis: operators, types, pragmas, kernel file and test bench. */
@NullMarked
package org.gatesmith.hls.emit.hlscpp;

import org.jspecify.annotations.NullMarked;
