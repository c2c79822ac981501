package org.gatesmith.hls.emit.opencl;

import java.util.List;
import org.gatesmith.hls.emit.EmittedSources;

/**
 * A kernel in OpenCL C, with what a host must know to launch it.
 *
 * @param name of the kernel function
 * @param sources the emitted file
 * @param launch how many work-items it is made for
 * @param fifos what its hidden arguments describe, empty if it has none
 * @param usesDoubles whether the device needs {@code cl_khr_fp64}
 * @param privateBytes size of all arrays that the kernel declares: an upper bound of its private memory
 */
public record OpenClKernel(
        String name, EmittedSources sources, Launch launch, List<Fifo> fifos, boolean usesDoubles, long privateBytes) {

    /** How many work-items share the work. */
    public enum Launch {
        /** One work-item does everything. */
        SINGLE,
        /** Any number of work-items share the iterations of a parallel loop. */
        RANGE
    }

    /**
     * A FIFO that lies in global memory. Two arguments follow those of the kernel: the memory of all FIFOs, and the plan, an array
     * of 64-bit words. Its first word is zero before a run and set where a FIFO was too small. Then come three words per FIFO: the
     * byte at which it begins in the memory, the elements that it has room for, and, after a run in which it was too small, the
     * elements that were written.
     *
     * @param name as in the source
     * @param elementBytes size of an element
     */
    public record Fifo(String name, int elementBytes) {

        /** Words before the first FIFO. */
        public static final int PLAN_HEADER = 1;

        /** Words per FIFO. */
        public static final int PLAN_WORDS = 3;
    }

    public OpenClKernel {
        fifos = List.copyOf(fifos);
    }

    /** Name of the emitted file. */
    public String fileName() {
        return name + ".cl";
    }

    /** Text of the emitted file. */
    public String text() {
        return sources.text(fileName());
    }
}
