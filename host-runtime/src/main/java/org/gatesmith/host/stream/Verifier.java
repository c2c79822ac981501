package org.gatesmith.host.stream;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gatesmith.host.tile.Tile;
import org.jspecify.annotations.Nullable;

/**
 * Verifies groups on a fixed number of threads, in the order in which they were started: no more groups are in the heap than
 * there are threads, and none waits for a later one.
 */
final class Verifier implements AutoCloseable {

    private static final long KEEP_ALIVE_SECONDS = 60;

    private final StreamContext context;
    private final Expectation expectation;
    private final ThreadPoolExecutor workers;
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    Verifier(StreamContext context, Expectation expectation) {
        this.context = context;
        this.expectation = expectation;
        int count = context.request().options().workers();
        ThreadFactory factory =
                Thread.ofPlatform().name("gatesmith verify ", 1).daemon().factory();
        this.workers = new ThreadPoolExecutor(
                count, count, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = factory.newThread(work);
                    threads.add(thread);
                    return thread;
                });
    }

    /** The verification of the group that a tile opens; null if it is not among those to verify. */
    @Nullable
    GroupCheck check(Tile first) {
        StreamRequest request = context.request();
        return request.verification().covers(first.group(), request.tiles().groups(), request.seed())
                ? new GroupCheck(context, expectation, workers, first)
                : null;
    }

    /** Waits until every worker has ended, which is at once unless the run has ended early. */
    @Override
    public void close() {
        workers.shutdownNow();
        StreamThreads.join(threads, context.halt());
    }
}
