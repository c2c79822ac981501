package org.gatesmith.host.stream;

import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.tile.Tile;
import org.gatesmith.host.tile.TileSequence;

/**
 * Asks the expectation about a tile that failed on the device: if the Java method fails there too, it says why in terms of the
 * user's source, whereas a device knows at best an address.
 */
final class Diagnosis {

    private final FutureTask<Void> task;

    Diagnosis(StreamContext context, Expectation expectation, StreamFailure failure) {
        task = new FutureTask<>(() -> {
            repeat(context, expectation, failure.tile());
            return null;
        });
    }

    /** Whether there is something to ask: the kernel failed in a group that was to be verified. */
    static boolean mayHelp(StreamRequest request, StreamFailure failure) {
        boolean inKernel = failure.stage() == StreamStage.RUN
                && failure.cause() instanceof DeviceException device
                // The expectation had as much time already.
                && device.fault() != DeviceFault.TIME_LIMIT;
        if (!inKernel || failure.tile().isEmpty()) {
            return false;
        }
        TileSequence tiles = request.tiles();
        long group = tiles.tile(failure.tile().getAsLong()).group();
        return request.verification().covers(group, tiles.groups(), request.seed());
    }

    private static void repeat(StreamContext context, Expectation expectation, OptionalLong failed) {
        TileSequence tiles = context.request().tiles();
        long first = failed.orElseThrow();
        while (!tiles.tile(first).opensGroup()) {
            first--;
        }
        GroupExpectation group = new GroupExpectation(context, expectation);
        for (long i = first; i <= failed.getAsLong(); i++) {
            Tile tile = tiles.tile(i);
            try {
                group.compute(tile);
            } catch (DeviceException e) {
                if (e.fault() != DeviceFault.TIME_LIMIT) {
                    context.halt().explain(StageThread.failure(StreamStage.RUN, tile, e, context.request()));
                }
                return;
            } catch (org.gatesmith.host.data.DataException e) {
                return; // the device's own message will have to do
            }
        }
    }

    /** Carries it out, unless it is cancelled. */
    void run() {
        Thread.ofPlatform().name("gatesmith diagnosis").daemon().start(task);
        try {
            task.get();
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
        } catch (CancellationException | ExecutionException _) {
            // the device's own message will have to do
        }
    }

    void cancel() {
        task.cancel(true);
    }
}
