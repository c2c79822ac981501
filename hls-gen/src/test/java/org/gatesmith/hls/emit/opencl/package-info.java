@NullMarked
package org.gatesmith.hls.emit.opencl;

import org.jspecify.annotations.NullMarked;
