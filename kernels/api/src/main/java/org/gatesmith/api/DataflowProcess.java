package org.gatesmith.api;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One call of a {@link Dataflow} method, running as a virtual thread that owns the region tree while it runs. */
final class DataflowProcess {
    private static final ScopedValue<DataflowProcess> CURRENT = ScopedValue.newInstance();

    private final DataflowRegion region;
    private final String name;
    private final Runnable body;
    private final List<DataflowProcess> predecessors;

    private @Nullable Thread thread;
    private volatile boolean myTurn;
    private boolean finished;
    private @Nullable FifoEnd blockedAt;
    private @Nullable DataflowRegion joining;

    DataflowProcess(DataflowRegion region, String name, Runnable body, List<DataflowProcess> predecessors) {
        this.region = region;
        this.name = name;
        this.body = body;
        this.predecessors = List.copyOf(predecessors);
    }

    /** The process that the calling thread runs, null outside any region. */
    static @Nullable DataflowProcess current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    DataflowRegion region() {
        return region;
    }

    String name() {
        return name;
    }

    /** Name with those of the processes around it, as in {@code stage/load}. */
    String path() {
        @Nullable DataflowProcess around = region.parent();
        return around == null ? name : around.path() + "/" + name;
    }

    /** This process or, if it has ended, the innermost process around it that has not; null if all have. */
    @Nullable
    DataflowProcess liveSelfOrParent() {
        @Nullable DataflowProcess process = this;
        while (process != null && process.finished) {
            process = process.region.parent();
        }
        return process;
    }

    boolean started() {
        return thread != null;
    }

    boolean finished() {
        return finished;
    }

    /** The FIFO end it waits at, null if it does not wait for a FIFO. */
    @Nullable
    FifoEnd blockedAt() {
        return blockedAt;
    }

    /** The inner region it waits for, null if none. */
    @Nullable
    DataflowRegion joining() {
        return joining;
    }

    /** Processes that must end before it may start and have not ended. */
    List<DataflowProcess> unfinishedPredecessors() {
        return predecessors.stream().filter(p -> !p.finished).toList();
    }

    boolean awaitsStartAfter(DataflowProcess ended) {
        return !started() && !finished && predecessors.contains(ended);
    }

    void makeReady() {
        region.turns().makeReady(this);
    }

    /** Waits at a FIFO end until the other end has moved. */
    void await(FifoEnd end) {
        checkCancelled();
        blockedAt = end;
        end.startWaiting();
        try {
            passTurn();
        } finally {
            end.stopWaiting();
            blockedAt = null;
        }
    }

    /** Waits until every process of an inner region has ended. */
    void awaitEnd(DataflowRegion inner) {
        joining = inner;
        while (inner.running()) {
            region.turns().passFrom(this);
        }
        joining = null;
        checkCancelled();
    }

    /** Lets every other process that can run go first. */
    void giveWay() {
        checkCancelled();
        makeReady();
        passTurn();
    }

    private void passTurn() {
        region.turns().passFrom(this);
        checkCancelled();
    }

    private void checkCancelled() {
        if (region.cancelled()) {
            throw new ProcessCancelled();
        }
    }

    /** Ends a process that never ran. */
    void skip() {
        finished = true;
    }

    /** Starts or continues the process; the caller must not touch shared state afterwards until its own turn. */
    void giveTurn() {
        if (thread == null) {
            thread = Thread.ofVirtual()
                    .name(name)
                    .unstarted(() -> ScopedValue.where(CURRENT, this).run(this::run));
            thread.start();
        } else {
            myTurn = true;
            LockSupport.unpark(thread);
        }
    }

    void awaitTurn() {
        while (!myTurn) {
            LockSupport.park(this);
        }
        myTurn = false;
    }

    private void run() {
        @Nullable Throwable failure = null;
        try {
            body.run();
        } catch (ProcessCancelled cancelled) {
            // Its region has already recorded why.
        } catch (Throwable thrown) {
            failure = thrown;
        }
        finished = true;
        region.ended(this, failure);
    }
}
