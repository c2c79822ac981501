/** OpenCL C: operators, types, attributes and the kernel file, for FPGA compilers and for any OpenCL device. */
@NullMarked
package org.gatesmith.hls.emit.opencl;

import org.jspecify.annotations.NullMarked;
