package org.gatesmith.hls.estimate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.estimate.ProcessTrace.Part;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** A process on its way through its trace. It goes on until it needs to know when others access a FIFO, and later from there. */
final class ProcessRun {

    private final Map<Value, FifoTimes> fifos;
    private final Deque<Round> rounds = new ArrayDeque<>();
    private final Map<Unit, Long> waits;
    private @Nullable PartRun current;
    private Part part = new ProcessTrace.Work(0);
    private long now;

    /** Parts in work, and how often they still follow. */
    private static final class Round {
        private final List<Part> parts;
        private Iterator<Part> rest;
        private long left;

        Round(List<Part> parts, long times) {
            this.parts = parts;
            this.rest = parts.iterator();
            this.left = times;
        }

        boolean hasNext() {
            if (!rest.hasNext() && left > 1) {
                left--;
                rest = parts.iterator();
            }
            return rest.hasNext();
        }

        Part next() {
            return rest.next();
        }
    }

    /**
     * A process at its start.
     *
     * @param start the cycle that starts it; its first step is the next
     * @param waits where to add what loops wait for FIFOs
     */
    ProcessRun(ProcessTrace trace, Map<Value, FifoTimes> fifos, long start, Map<Unit, Long> waits) {
        this.fifos = fifos;
        this.waits = waits;
        this.now = start + 1;
        rounds.push(new Round(trace.parts(), 1));
    }

    /** The last cycle of what it has done so far. */
    long end() {
        return now - 1;
    }

    boolean isOver() {
        return current == null && rounds.isEmpty();
    }

    /** Goes on as far as possible; tells whether it is over or waits for an access that is not known. */
    boolean goOn() {
        while (true) {
            if (current != null) {
                if (!current.goOn()) {
                    return false;
                }
                note(current.end() - now);
                now = current.end();
                current = null;
            }
            Round round = rounds.peek();
            if (round == null) {
                return true;
            }
            if (round.hasNext()) {
                begin(round.next());
            } else {
                rounds.pop();
            }
        }
    }

    private void note(long cycles) {
        if (part instanceof ProcessTrace.Pipeline pipeline) {
            waits.merge(pipeline.unit(), cycles - pipeline.cycles(), Long::sum);
        }
    }

    private void begin(Part next) {
        part = next;
        switch (next) {
            case ProcessTrace.Work work -> now += work.cycles();
            case ProcessTrace.Repeat repeat -> rounds.push(new Round(repeat.parts(), repeat.times()));
            case ProcessTrace.Steps steps -> current = PartRun.of(steps, fifos, now);
            case ProcessTrace.Pipeline pipeline -> current = PartRun.of(pipeline, fifos, now);
        }
    }
}
