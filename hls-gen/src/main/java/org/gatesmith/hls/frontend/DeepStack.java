package org.gatesmith.hls.frontend;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.gatesmith.hls.diag.DiagnosticException;

/**
 * Compiles on a thread whose stack has room for the recursion that the language permits. How much a level takes depends on
 * whether the JVM has compiled the methods already, so on an ordinary stack the same source would pass at one time and not at
 * another.
 */
final class DeepStack {

    private static final long STACK_BYTES = 256L << 20;

    private DeepStack() {}

    static FrontendResult call(Callable<FrontendResult> work) throws DiagnosticException {
        FutureTask<FrontendResult> task = new FutureTask<>(work);
        Thread.ofPlatform()
                .name("gatesmith front end")
                .daemon()
                .stackSize(STACK_BYTES)
                .start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while compiling");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DiagnosticException diagnostics -> throw diagnostics;
                case RuntimeException unexpected -> throw unexpected;
                case Error fatal -> throw fatal;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
