package org.gatesmith.hls.estimate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.ir.Value;

/** A part of a process that waits for FIFOs. */
sealed interface PartRun permits PartRun.Block, RigidRun, FlushingRun {

    static PartRun of(ProcessTrace.Steps steps, Map<Value, FifoTimes> fifos, long start) {
        return new Block(steps, sides(steps.steps(), fifos), start);
    }

    /** Iterations that start in every cycle let those before them go on when they wait; others all wait together. */
    static PartRun of(ProcessTrace.Pipeline pipeline, Map<Value, FifoTimes> fifos, long start) {
        List<Side> sides = sides(pipeline.steps(), fifos);
        return pipeline.unit().interval() == 1
                ? new FlushingRun(pipeline, sides, start)
                : new RigidRun(pipeline, sides, start);
    }

    /** Goes on as far as possible; tells whether the part is over. */
    boolean goOn();

    /** The first cycle after the part. */
    long end();

    /** A FIFO as the one who accesses it sees it. */
    record Side(FifoTimes fifo, boolean write) {
        boolean isKnown() {
            return fifo.isKnown(write);
        }

        long ready() {
            return fifo.ready(write);
        }

        void happens(long cycle) {
            fifo.happens(write, cycle);
        }
    }

    private static List<Side> sides(List<ProcessTrace.Access> accesses, Map<Value, FifoTimes> fifos) {
        return accesses.stream()
                .map(access -> new Side(Objects.requireNonNull(fifos.get(access.fifo())), access.write()))
                .toList();
    }

    /** Steps that follow each other once. */
    final class Block implements PartRun {
        private final ProcessTrace.Steps steps;
        private final List<Side> sides;
        private long start;
        private int next;

        private Block(ProcessTrace.Steps steps, List<Side> sides, long start) {
            this.steps = steps;
            this.sides = sides;
            this.start = start;
        }

        @Override
        public boolean goOn() {
            for (; next < sides.size(); next++) {
                Side side = sides.get(next);
                if (!side.isKnown()) {
                    return false;
                }
                int step = steps.steps().get(next).step();
                start = Math.max(start, side.ready() - step);
                side.happens(start + step);
            }
            return true;
        }

        @Override
        public long end() {
            return start + steps.length();
        }
    }
}
