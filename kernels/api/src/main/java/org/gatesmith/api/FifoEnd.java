package org.gatesmith.api;

import org.jspecify.annotations.Nullable;

/** The reading or the writing end of a FIFO: which process uses it and whether that process waits there. */
final class FifoEnd {
    private final Fifo fifo;
    private final String verb;

    /** Thread of the last access; comparing it is much cheaper than looking up the process. */
    private @Nullable Thread thread;

    /** Process of the last access; null when the end is unused or was used outside any region. */
    private @Nullable DataflowProcess process;

    private boolean waiting;

    FifoEnd(Fifo fifo, String verb) {
        this.fifo = fifo;
        this.verb = verb;
    }

    Fifo fifo() {
        return fifo;
    }

    boolean writes() {
        return fifo.writingEnd() == this;
    }

    /** The process that used this end last, null if unknown. */
    @Nullable
    DataflowProcess process() {
        return process;
    }

    /** Notes the caller as the user of this end; null outside a region. */
    @Nullable
    DataflowProcess attach() {
        Thread caller = Thread.currentThread();
        if (caller != thread) {
            process = checkedUser(DataflowProcess.current());
            thread = caller;
        }
        return process;
    }

    void startWaiting() {
        waiting = true;
    }

    void stopWaiting() {
        waiting = false;
    }

    void wake() {
        if (waiting && process != null) {
            waiting = false;
            process.makeReady();
        }
    }

    private @Nullable DataflowProcess checkedUser(@Nullable DataflowProcess user) {
        if (user != null && process != null && user != process && user.region() == process.region()) {
            throw new IllegalStateException("FIFO '" + fifo.name() + "' is " + verb + " by process '" + process.name()
                    + "' and by process '" + user.name() + "'; a FIFO joins one writer to one reader");
        }
        return user;
    }
}
