package org.gatesmith.api;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Decides which process of a region tree runs. Exactly one does: a process keeps its turn until it has to wait, then hands it
 * on. FIFO accesses therefore need neither locks nor atomics, the order is the same in every run, and "nobody is ready" is
 * exactly a deadlock. Handing on passes through a volatile field, which makes all earlier writes visible to the next process.
 */
final class Turns {
    private final DataflowRegion root;
    private final Thread host = Thread.currentThread();
    private final ArrayDeque<DataflowProcess> ready = new ArrayDeque<>();
    private final StallSearch stalls;

    private volatile boolean interrupted;
    private volatile boolean over;

    Turns(DataflowRegion root) {
        this.root = root;
        this.stalls = new StallSearch(root);
    }

    void makeReady(DataflowProcess process) {
        ready.add(process);
    }

    void forget(DataflowProcess process) {
        ready.remove(process);
    }

    /** Runs the root region to its end on behalf of the host thread. */
    void run() {
        giveTo(next());
        while (!over) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                interrupted = true;
            }
        }
    }

    /** The stall that was met, null if the run had none. */
    @Nullable
    Deadlock deadlock(@Nullable Throwable failure) {
        return stalls.deadlock(failure);
    }

    /** Whether the host thread was interrupted during the run. */
    boolean interrupted() {
        return interrupted;
    }

    /** Hands the turn on and returns when it comes back. */
    void passFrom(DataflowProcess process) {
        @Nullable DataflowProcess next = next();
        if (next != process) {
            giveTo(next);
            process.awaitTurn();
        }
    }

    /** Hands on the turn of a process that has ended. */
    void passFromEnded() {
        giveTo(next());
    }

    private void giveTo(@Nullable DataflowProcess next) {
        if (next == null) {
            over = true;
            LockSupport.unpark(host);
        } else {
            next.giveTurn();
        }
    }

    /** The process to run next, null when the root region has ended. */
    private @Nullable DataflowProcess next() {
        if (interrupted) {
            root.cancel();
        }
        while (ready.isEmpty() && root.running()) {
            stalls.resolve();
        }
        return ready.poll();
    }
}
