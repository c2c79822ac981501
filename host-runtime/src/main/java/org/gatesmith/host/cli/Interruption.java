package org.gatesmith.host.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens on Ctrl-C: the work is cancelled, and the process ends when the work has ended, so that what is finished is kept in
 * good order.
 */
final class Interruption implements AutoCloseable {

    /** A stage that does not end by then is left behind; the folder is consistent at any time. */
    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean requested;

    private Interruption(Runnable cancel) {
        this.hook = new Thread(() -> {
            requested = true;
            cancel.run();
            awaitEnd();
        });
    }

    /** Calls {@code cancel} when the process is asked to end, until this is closed. */
    static Interruption calling(Runnable cancel) {
        Interruption interruption = new Interruption(cancel);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process was asked to end. */
    boolean isRequested() {
        return requested;
    }

    private void awaitEnd() {
        try {
            boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending: the hook has done its work
        }
    }
}
