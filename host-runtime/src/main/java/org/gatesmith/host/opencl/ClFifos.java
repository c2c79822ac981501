package org.gatesmith.host.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.gatesmith.hls.emit.opencl.OpenClKernel.Fifo;

/**
 * Where the FIFOs of a kernel lie that runs its processes one after another. How much each must hold is found by running: a FIFO
 * that was too small tells how much was written to it, and the run is repeated with more room.
 */
final class ClFifos {

    /** A FIFO has room for every element of the largest array at first, and for these besides. */
    private static final long SPARE = 1024;

    /** Alignment of a FIFO's first element: that of the largest type. */
    private static final long ALIGNMENT = 16;

    private static final long TOO_SMALL = 1;

    private final List<Integer> elementBytes;
    private final long[] capacities;

    ClFifos(List<Integer> elementBytes) {
        this.elementBytes = List.copyOf(elementBytes);
        this.capacities = new long[elementBytes.size()];
    }

    boolean isEmpty() {
        return elementBytes.isEmpty();
    }

    /** Gives every FIFO room for at least as many elements as an array has. */
    void hold(long elements) {
        for (int i = 0; i < capacities.length; i++) {
            capacities[i] = Math.max(capacities[i], elements + SPARE);
        }
    }

    /** Bytes for the elements of all FIFOs. */
    long bytes() {
        return offset(capacities.length);
    }

    private long offset(int fifo) {
        long offset = 0;
        for (int i = 0; i < fifo; i++) {
            offset += Math.ceilDiv(capacities[i] * elementBytes.get(i), ALIGNMENT) * ALIGNMENT;
        }
        return offset;
    }

    /** The plan as the kernel reads it. */
    MemorySegment plan(Arena arena) {
        MemorySegment plan =
                arena.allocate(ValueLayout.JAVA_LONG, Fifo.PLAN_HEADER + (long) Fifo.PLAN_WORDS * capacities.length);
        for (int i = 0; i < capacities.length; i++) {
            plan.setAtIndex(ValueLayout.JAVA_LONG, word(i), offset(i));
            plan.setAtIndex(ValueLayout.JAVA_LONG, word(i) + 1, capacities[i]);
        }
        return plan;
    }

    private static long word(int fifo) {
        return Fifo.PLAN_HEADER + (long) Fifo.PLAN_WORDS * fifo;
    }

    /**
     * Whether a run must be repeated; if so, the FIFOs have more room now.
     *
     * @param plan as the kernel left it
     */
    boolean mustRepeat(MemorySegment plan) throws ClFault {
        long failed = plan.getAtIndex(ValueLayout.JAVA_LONG, 0);
        if (failed == 0) {
            return false;
        }
        if (failed != TOO_SMALL) {
            throw new ClFault(
                    ClFault.Kind.EMPTY_FIFO,
                    "a process read more elements from a FIFO than were written to it; on the JVM it would wait for ever");
        }
        long[] before = capacities.clone();
        for (int i = 0; i < capacities.length; i++) {
            long written = plan.getAtIndex(ValueLayout.JAVA_LONG, word(i) + 2);
            capacities[i] = Math.max(capacities[i], written + written / 4);
        }
        if (Arrays.equals(before, capacities)) {
            throw new ClFault(ClFault.Kind.RUNTIME, "the kernel says that a FIFO is too small, but not which");
        }
        return true;
    }
}
