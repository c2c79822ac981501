package org.gatesmith.hls.estimate;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Value;

/**
 * What a process does, one part after another, as far as others see it.
 *
 * @param accesses of FIFOs, all repetitions together
 */
record ProcessTrace(List<Part> parts, long accesses) {

    ProcessTrace {
        parts = List.copyOf(parts);
    }

    /** Some cycles of a process. */
    sealed interface Part {
        /** Accesses of FIFOs. */
        long accesses();
    }

    /** Cycles without access to a FIFO. */
    record Work(long cycles) implements Part {
        @Override
        public long accesses() {
            return 0;
        }
    }

    /**
     * An access to a FIFO.
     *
     * @param step cycle of the block or iteration
     * @param fifo as the dataflow function sees it
     */
    record Access(int step, Value fifo, boolean write) {}

    /**
     * A block with accesses to FIFOs.
     *
     * @param length with what it waits for board memory
     * @param steps accesses, in order
     */
    record Steps(long length, List<Access> steps) implements Part {
        Steps {
            steps = List.copyOf(steps);
        }

        @Override
        public long accesses() {
            return steps.size();
        }
    }

    /**
     * A pipelined loop with accesses to FIFOs and at least one iteration.
     *
     * @param steps accesses of an iteration, in order
     * @param made which of all accesses of all iterations are made, one iteration after another; empty if all are
     * @param delay cycles that it waits for board memory in all iterations together
     */
    record Pipeline(Unit.PipelinedLoop unit, long trips, List<Access> steps, Optional<BitSet> made, long delay)
            implements Part {
        Pipeline {
            steps = List.copyOf(steps);
        }

        /** Cycles if it never waits for a FIFO. */
        long cycles() {
            return 1 + unit.interval() * (trips - 1) + unit.depth() + delay;
        }

        /** Cycles that an iteration begins later than the one before and the interval say; each has its share of the delay. */
        long delay(long trip) {
            return delay == 0 ? 0 : delay * (trip + 1) / trips - delay * trip / trips;
        }

        boolean makes(long trip, int access) {
            return made.isEmpty() || made.get().get(Math.toIntExact(trip * steps.size() + access));
        }

        @Override
        public long accesses() {
            return trips * steps.size();
        }
    }

    /** Parts that follow each other again and again. */
    record Repeat(long times, List<Part> parts) implements Part {
        Repeat {
            parts = List.copyOf(parts);
        }

        @Override
        public long accesses() {
            return times * parts.stream().mapToLong(Part::accesses).sum();
        }
    }
}
