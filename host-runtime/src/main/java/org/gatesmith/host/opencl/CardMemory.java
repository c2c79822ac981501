package org.gatesmith.host.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Places a buffer in the bank that an argument of the kernel is connected to, with the vendor's extension of {@code
 * clCreateBuffer}: a flag, and instead of the host's pointer a structure of 32 bits (the argument), 32 unused bits and two
 * pointers (host memory, kernel). The connections are those of the link configuration, so the banks are those of the plan that
 * the design was linked with (cl_ext_xilinx.h of XRT, {@code cl_mem_ext_ptr_t}). Never run on a card.
 */
final class CardMemory {

    /** {@code CL_MEM_EXT_PTR_XILINX}. */
    static final long FLAG = 1L << 31;

    private static final long BYTES = 24;
    private static final long KERNEL_OFFSET = 16;

    private CardMemory() {}

    /** The structure that stands for an argument of a kernel. */
    static MemorySegment of(Arena arena, int argument, MemorySegment kernel) {
        MemorySegment structure = arena.allocate(BYTES, Long.BYTES);
        structure.set(ValueLayout.JAVA_INT, 0, argument);
        structure.set(ValueLayout.ADDRESS, KERNEL_OFFSET, kernel);
        return structure;
    }
}
