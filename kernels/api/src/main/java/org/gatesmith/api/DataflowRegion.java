package org.gatesmith.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the calls of a {@link Dataflow} method as concurrent processes joined by bounded FIFOs. The host compiles a
 * {@code @Dataflow} method into
 *
 * <pre>{@code
 * DataflowRegion region = DataflowRegion.open("image_filter");
 * region.process("load", () -> load(src, pixels, h, w));
 * region.process("filter", () -> filter(pixels, out, h, w), "load");
 * region.join();
 * }</pre>
 *
 * <p>Processes start when the region is joined. Each is a virtual thread; those of one region tree take turns, a turn ending
 * where a process must wait, so a run is repeatable and a hand-over costs no lock. A process may open regions of its own.
 * Processes that exchange data only through blocking {@code read} and {@code write} form a Kahn process network: the values
 * do not depend on the order of the turns. Gilles Kahn, "The semantics of a simple language for parallel programming", 1974.
 */
public final class DataflowRegion {
    private final String name;
    private final Map<String, DataflowProcess> processes = new LinkedHashMap<>();

    private int live;
    private boolean cancelled;
    private boolean joined;
    private boolean endSignalled;
    private @Nullable DataflowProcess parent;
    private @Nullable ProcessFailedException failure;
    private @Nullable Turns turns;

    private DataflowRegion(String name) {
        this.name = name;
    }

    /** A region without processes; {@code name} appears in messages. */
    public static DataflowRegion open(String name) {
        return new DataflowRegion(name);
    }

    /**
     * Adds a process, to be started by {@link #join()}.
     *
     * @param process name, unique within the region
     * @param body what it does
     * @param after names of earlier processes that must have ended before this one starts, because they fill an array that
     *     this one reads
     */
    public void process(String process, Runnable body, String... after) {
        if (joined) {
            throw new IllegalStateException("process '" + process + "' was added to '" + name + "' after its join");
        }
        List<DataflowProcess> predecessors = new ArrayList<>();
        for (String earlier : after) {
            predecessors.add(predecessor(process, earlier));
        }
        if (processes.putIfAbsent(process, new DataflowProcess(this, process, body, predecessors)) != null) {
            throw new IllegalArgumentException("region '" + name + "' has two processes named '" + process + "'");
        }
    }

    /**
     * Runs all processes to their end.
     *
     * @throws ProcessFailedException a process threw; the first exception is the cause, the other processes were cancelled
     * @throws DeadlockException all processes waited for each other
     * @throws CancellationException the calling thread was interrupted; the processes were cancelled at their next FIFO
     *     access that waits, and the interrupt flag is set again
     */
    public void join() {
        if (joined) {
            throw new IllegalStateException("dataflow region '" + name + "' was joined twice");
        }
        joined = true;
        parent = DataflowProcess.current();
        turns = parent == null ? new Turns(this) : parent.region().turns();
        live = processes.size();
        if (parent == null) {
            joinAsRoot(turns);
        } else {
            joinWithin(parent);
        }
    }

    private void joinAsRoot(Turns run) {
        readyAtOnce();
        run.run();
        @Nullable Deadlock deadlock = run.deadlock(failure);
        if (deadlock != null) {
            throw new DeadlockException(deadlock);
        }
        throwFailure();
        if (run.interrupted()) {
            Thread.currentThread().interrupt();
            throw new CancellationException("dataflow region '" + name + "' was interrupted");
        }
    }

    private void joinWithin(DataflowProcess process) {
        readyAtOnce();
        process.awaitEnd(this);
        throwFailure();
    }

    private void readyAtOnce() {
        processes.values().stream()
                .filter(p -> p.unfinishedPredecessors().isEmpty())
                .forEach(DataflowProcess::makeReady);
    }

    private void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    private DataflowProcess predecessor(String process, String earlier) {
        @Nullable DataflowProcess found = processes.get(earlier);
        if (found == null) {
            throw new IllegalArgumentException("process '" + process + "' is to start after '" + earlier
                    + "', which is not an earlier process of region '" + name + "'");
        }
        return found;
    }

    /** Name in messages. */
    public String name() {
        return name;
    }

    Turns turns() {
        return Objects.requireNonNull(turns, "the region is not joined yet");
    }

    /** The process that joins this region, null for a root region. */
    @Nullable
    DataflowProcess parent() {
        return parent;
    }

    boolean running() {
        return live > 0;
    }

    boolean cancelled() {
        return cancelled;
    }

    List<DataflowProcess> processes() {
        return List.copyOf(processes.values());
    }

    /** Called by a process at its end, in its own turn. */
    void ended(DataflowProcess process, @Nullable Throwable thrown) {
        live--;
        if (thrown != null && failure == null) {
            failure = new ProcessFailedException(name, process.name(), thrown);
            cancel();
        } else if (!cancelled) {
            startSuccessors(process);
        }
        wakeParentAtEnd();
        turns().passFromEnded();
    }

    /** Makes every process end at its next wait, inner regions included; those that never ran are skipped. */
    void cancel() {
        if (cancelled) {
            return;
        }
        cancelled = true;
        for (DataflowProcess process : processes.values()) {
            cancel(process);
        }
        wakeParentAtEnd();
    }

    private void cancel(DataflowProcess process) {
        if (process.finished()) {
            return;
        }
        if (!process.started()) {
            process.skip();
            turns().forget(process);
            live--;
        } else if (process.joining() != null) {
            process.joining().cancel();
        } else if (process.blockedAt() != null) {
            process.blockedAt().wake();
        }
    }

    private void startSuccessors(DataflowProcess process) {
        for (DataflowProcess successor : processes.values()) {
            if (successor.awaitsStartAfter(process)
                    && successor.unfinishedPredecessors().isEmpty()) {
                successor.makeReady();
            }
        }
    }

    private void wakeParentAtEnd() {
        if (live == 0 && parent != null && !endSignalled) {
            endSignalled = true;
            turns().makeReady(parent);
        }
    }
}
