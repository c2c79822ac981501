package org.gatesmith.hls.estimate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.estimate.ProcessTrace.Part;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Value;

/** Writes down what a process does, while its units are gone through. */
final class TraceRecorder {

    /** Accesses of FIFOs that are written down in all traces together; beyond, nothing is. */
    static final long MOST = 1L << 22;

    private final Map<Value, Value> names = new IdentityHashMap<>();
    private final Deque<List<Part>> open = new ArrayDeque<>();
    private boolean isWhole = true;
    private long recorded;

    /** Whether accesses are of use: in a process, until there are too many. */
    boolean isOn() {
        return !open.isEmpty() && recorded <= MOST;
    }

    /** Starts a part of its own: the trace of a process, or what may be repeated. */
    void begin() {
        open.push(new ArrayList<>());
    }

    /** What was done since the last beginning. */
    List<Part> end() {
        return open.pop();
    }

    /** The trace since the beginning of the process; nothing if something in it cannot be followed. */
    Optional<ProcessTrace> trace() {
        List<Part> parts = end();
        long accesses = parts.stream().mapToLong(Part::accesses).sum();
        boolean usable = isWhole && recorded <= MOST;
        // A process within a process that cannot be followed leaves a gap in both.
        isWhole |= open.isEmpty();
        return usable ? Optional.of(new ProcessTrace(parts, accesses)) : Optional.empty();
    }

    /** There is something that cannot be written down. */
    void giveUp() {
        isWhole = false;
    }

    void work(long cycles) {
        List<Part> parts = open.peek();
        if (parts == null || cycles == 0) {
            return;
        }
        if (!parts.isEmpty() && parts.getLast() instanceof ProcessTrace.Work before) {
            parts.set(parts.size() - 1, new ProcessTrace.Work(before.cycles() + cycles));
        } else {
            parts.add(new ProcessTrace.Work(cycles));
        }
    }

    void add(Part part) {
        List<Part> parts = open.peek();
        if (parts != null) {
            parts.add(part);
            recorded += part.accesses();
        }
    }

    void addAll(List<Part> parts) {
        for (Part part : parts) {
            if (part instanceof ProcessTrace.Work work) {
                work(work.cycles());
            } else {
                add(part);
            }
        }
    }

    void repeat(long times, List<Part> parts) {
        if (parts.size() == 1 && parts.getFirst() instanceof ProcessTrace.Work work) {
            work(times * work.cycles());
        } else if (times > 0 && !parts.isEmpty()) {
            add(new ProcessTrace.Repeat(times, parts));
        }
    }

    /** Notes which FIFOs a called function means by its parameters. */
    void call(List<Value> parameters, List<Value> operands) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type() instanceof FifoType) {
                names.put(parameters.get(i), fifo(operands.get(i)));
            }
        }
    }

    /** The FIFO that a function means. */
    Value fifo(Value value) {
        return names.getOrDefault(value, value);
    }
}
