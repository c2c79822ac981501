package org.gatesmith.hls.emit.opencl;

import java.util.OptionalInt;

/**
 * How deep a pipe is: a power of two from 16 to 32768 (UG1393 2020.2, "xcl_reqd_pipe_depth"). A deeper FIFO computes the same and
 * can only wait less.
 */
final class PipeDepth {

    private static final int LEAST = 16;
    static final int MOST = 32768;

    private PipeDepth() {}

    /** The least depth of a pipe for a FIFO of {@code capacity} elements, if there is one. */
    static OptionalInt of(int capacity) {
        if (capacity > MOST) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.max(LEAST, Integer.highestOneBit(2 * capacity - 1)));
    }
}
