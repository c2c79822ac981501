package org.gatesmith.host.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The threads of the stages. Those that read and write files are virtual. Those that call the device are not, as a device's
 * calls may block in native code, and a virtual thread in native code holds one of the few threads that carry all others.
 */
final class StreamThreads {

    /** After this time without an end, threads are interrupted once more. */
    static final Duration PATIENCE = Duration.ofMillis(50);

    private final StreamContext context;
    private final List<Thread> threads = new ArrayList<>();

    StreamThreads(StreamContext context) {
        this.context = context;
    }

    /** Starts a stage that waits for files at most. */
    void startVirtual(StreamStage stage, StageThread.Loop loop) {
        start(Thread.ofVirtual(), stage, loop);
    }

    /** Starts a stage that calls the device. */
    void startPlatform(StreamStage stage, StageThread.Loop loop) {
        start(Thread.ofPlatform().daemon(), stage, loop);
    }

    private void start(Thread.Builder builder, StreamStage stage, StageThread.Loop loop) {
        Thread thread = builder.name("gatesmith " + stage.title()).start(new StageThread(stage, context, loop));
        threads.add(thread);
        context.halt().watch(thread);
    }

    /** Waits until all have ended. An interrupt of the calling thread cancels the run. */
    void join() {
        join(threads, context.halt());
    }

    /** Waits until threads have ended, and interrupts those again that took no notice of a halt. */
    static void join(Iterable<Thread> threads, Halt halt) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join(PATIENCE);
                } catch (InterruptedException e) {
                    interrupted = true;
                    halt.end(StreamResult.Ending.CANCELLED);
                }
                halt.interrupt();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
