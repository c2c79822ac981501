package org.gatesmith.api;

/** The processes of a dataflow region wait for each other for ever; the hardware would hang in the same way. */
public final class DeadlockException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Deadlock deadlock;

    DeadlockException(Deadlock deadlock) {
        super(deadlock.describe());
        this.deadlock = deadlock;
    }

    /** Who waits for whom, and what would help. */
    public Deadlock deadlock() {
        return deadlock;
    }
}
