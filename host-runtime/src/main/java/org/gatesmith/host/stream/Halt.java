package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends: the first cause counts, and stops every thread that is still at work by interrupting it. What fails in other
 * threads afterwards is a consequence and is not reported.
 */
final class Halt {

    private final List<Thread> threads = new ArrayList<>();
    private StreamResult.@Nullable Ending ending;
    private @Nullable StreamFailure failure;

    /** Has a thread interrupted when the run ends early, at once if it already has. */
    synchronized void watch(Thread thread) {
        threads.add(thread);
        if (isEarly()) {
            thread.interrupt();
        }
    }

    /** The thread has nothing to be interrupted in any more. */
    synchronized void forget(Thread thread) {
        threads.remove(thread);
    }

    /** Ends the run, unless it has ended. */
    synchronized void end(StreamResult.Ending how) {
        if (ending == null) {
            ending = how;
            interrupt();
        }
    }

    /** Ends the run with a failure, unless it has ended. */
    synchronized void fail(StreamFailure cause) {
        if (ending == null) {
            failure = cause;
            end(StreamResult.Ending.FAILED);
        }
    }

    /** A better explanation of the failure that ended the run. */
    synchronized void explain(StreamFailure cause) {
        failure = cause;
    }

    /** Interrupts all threads, if the run has ended early; again and again, as user code may swallow an interrupt. */
    synchronized void interrupt() {
        if (isEarly()) {
            threads.forEach(Thread::interrupt);
        }
    }

    private boolean isEarly() {
        return ending != null && ending != StreamResult.Ending.COMPLETE;
    }

    synchronized StreamResult.Ending ending() {
        return ending == null ? StreamResult.Ending.CANCELLED : ending;
    }

    synchronized Optional<StreamFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
