package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.gatesmith.host.data.ArrayComparison;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.Mismatch;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.Tile;

/**
 * The verification of one group. A worker computes the expected results while the device is still at work, then waits for the
 * device's results, compares, and makes the findings known.
 */
final class GroupCheck implements Runnable {

    private final StreamContext context;
    private final Expectation expectation;
    private final Executor workers;
    private final CompletableFuture<Flight> results = new CompletableFuture<>();
    private final CompletableFuture<List<OutputFindings>> findings = new CompletableFuture<>();
    private Tile tile;

    /**
     * @param first tile of the group
     */
    GroupCheck(StreamContext context, Expectation expectation, Executor workers, Tile first) {
        this.context = context;
        this.expectation = expectation;
        this.workers = workers;
        this.tile = first;
    }

    /** Lets a worker begin, as soon as one is free. */
    void start() {
        workers.execute(this);
    }

    /** The device's results are there; their buffers are not given back before the findings are known. */
    void deliver(Flight closing) {
        results.complete(closing);
    }

    /** Waits for the findings, one per output; only ever interrupted if the worker failed. */
    List<OutputFindings> findings() throws InterruptedException {
        try {
            return findings.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void run() {
        context.halt().watch(Thread.currentThread());
        try {
            findings.complete(compare(expected(), results.get()));
        } catch (InterruptedException e) {
            context.halt().end(StreamResult.Ending.CANCELLED);
        } catch (Throwable e) {
            // Whatever it is, the stages must not wait for the findings.
            context.halt().fail(StageThread.failure(StreamStage.VERIFY, tile, e, context.request()));
        } finally {
            context.halt().forget(Thread.currentThread());
        }
    }

    private GroupExpectation expected() throws DataException, DeviceException {
        GroupExpectation group = new GroupExpectation(context, expectation);
        while (true) {
            long start = context.timeline().now();
            group.compute(tile);
            context.timeline().worked(StreamStage.VERIFY, tile.index(), start);
            if (tile.closesGroup()) {
                return group;
            }
            tile = context.request().tiles().tile(tile.index() + 1);
        }
    }

    private List<OutputFindings> compare(GroupExpectation expected, Flight closing) {
        List<OutputFindings> found = new ArrayList<>();
        long start = context.timeline().now();
        for (Port port : context.written()) {
            found.add(compare(port, expected.expected(port), closing));
        }
        context.timeline().worked(StreamStage.VERIFY, tile.index(), start);
        return found;
    }

    private OutputFindings compare(Port port, Elements expected, Flight closing) {
        Slice slice = closing.operand(port).slice();
        ErrorTally tally = new ErrorTally(port.array().type(), port.shape());
        ErrorTally.SliceErrors errors = tally.slice(closing.tile().index(), slice.origin(), slice.extents());
        Comparison comparison = ArrayComparison.of(
                expected,
                closing.result(port),
                slice.extents(),
                context.request().signature().tolerance(),
                context.request().options().listedMismatches(),
                errors::note);
        errors.end();
        return new OutputFindings(port.array().name(), comparison, first(port, slice, comparison), tally);
    }

    /** The listed mismatches, seen from the whole array. */
    private List<TileMismatch> first(Port port, Slice slice, Comparison comparison) {
        return comparison.first().stream()
                .map(local -> {
                    List<Long> position = SlicePosition.of(slice, local.index());
                    return new TileMismatch(
                            new Mismatch(
                                    SlicePosition.index(position, port.shape()),
                                    position,
                                    local.type(),
                                    local.expectedBits(),
                                    local.actualBits()),
                            tile.index());
                })
                .toList();
    }
}
