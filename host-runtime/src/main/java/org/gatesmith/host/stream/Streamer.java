package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Streams the tiles of a problem through a device. While one tile runs, the next ones are loaded and transferred, and the
 * results of earlier ones are brought back, verified and stored.
 *
 * <p>The stages are threads joined by bounded rings. All of them take the tiles in the same order. Memory comes from pools of
 * fixed size: per array, staging buffers for what is on its way to the device, buffers of the device as the sequence asks for,
 * and buffers for results until they are stored. A slice that several tiles use is loaded and transferred once.
 *
 * <p><b>It cannot deadlock.</b> Think of the earliest tile that is not finished. The stage that has it may wait for
 *
 * <ul>
 *   <li>the next item of the ring before it: then the tile is in an earlier stage, which has it or an earlier one;
 *   <li>room in the ring behind it, or a buffer for staging or results: those are held by earlier tiles only, which are
 *       finished, as stages take tiles in order and a buffer is taken for the tile that is worked on and no other;
 *   <li>a buffer of the device: those that belong to earlier tiles are free for the same reason. The rest hold slices that this
 *       tile or later ones use, which were transferred before; if they were all the buffers there are, {@link TransferStage}
 *       would have rejected the sequence;
 *   <li>the findings of its group: the worker that computes them waits for the results of this very group, and it has been
 *       started before those of later groups, so that not all workers can be waiting for later results.
 * </ul>
 *
 * <p>So its stage does not wait, and the tile moves on. The loops end because the sequence does.
 *
 * <p>The first failure, a cancellation or, if so asked, a mismatch ends all threads by interrupting them, a run on the device
 * included. What is in the ledger by then is finished; a run with the same ledger and sinks computes the rest.
 */
public final class Streamer {

    private final StreamRequest request;
    private final Device device;
    private final GroupLedger ledger;
    private final Progress progress;
    private final Halt halt = new Halt();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile @Nullable Diagnosis diagnosis;

    /**
     * @param device of the request's kernel
     * @param ledger of the groups that are finished already, and of those that this run will finish
     */
    public Streamer(StreamRequest request, Device device, GroupLedger ledger, Progress progress) {
        this.request = request;
        this.device = device;
        this.ledger = ledger;
        this.progress = progress;
    }

    /**
     * Runs until all groups are finished, something fails, or the run is cancelled; all threads and buffers are gone then. An
     * interrupt of the calling thread cancels the run.
     */
    public StreamResult run() {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("a streamer runs once");
        }
        try (HostMemory memory = new HostMemory()) {
            List<Port> ports = ports(memory);
            TimelineRecorder timeline = new TimelineRecorder(
                    request.tiles().tiles(), request.options().timelineBars());
            StreamContext context = new StreamContext(
                    request,
                    ports,
                    ledger,
                    halt,
                    timeline,
                    new ProgressTracker(progress, request.tiles(), timeline),
                    new StreamTotals(request));
            stream(context);
            diagnose(context);
            close(context);
            return result(context);
        }
    }

    private List<Port> ports(HostMemory memory) {
        List<Port> ports = new ArrayList<>();
        for (Parameter.Array array : request.signature().arrays().toList()) {
            ports.add(Port.of(ports.size(), array, request, device, memory));
        }
        return ports;
    }

    private void stream(StreamContext context) {
        Optional<Expectation> expectation =
                request.verification() instanceof Verification.None ? Optional.empty() : request.expectation();
        if (expectation.isEmpty()) {
            stream(context, null);
            return;
        }
        try (Verifier verifier = new Verifier(context, expectation.get())) {
            stream(context, verifier);
        }
    }

    private void stream(StreamContext context, @Nullable Verifier verifier) {
        // One tile is with the stage before a ring and one with the stage behind it.
        int between = request.tiles().depth() - 1;
        Ring loaded = new Ring(between);
        Ring ready = new Ring(between);
        Ring complete = new Ring(between);
        Ring returned =
                new Ring(between + (verifier == null ? 0 : request.options().workers()));
        StreamThreads threads = new StreamThreads(context);
        threads.startVirtual(StreamStage.LOAD, new LoadStage(context, verifier, loaded));
        threads.startPlatform(StreamStage.TRANSFER, new TransferStage(context, loaded, ready));
        threads.startPlatform(StreamStage.RUN, new RunStage(context, device, ready, complete));
        threads.startPlatform(StreamStage.TRANSFER_BACK, new ReturnStage(context, complete, returned));
        threads.startVirtual(StreamStage.STORE, new StoreStage(context, returned));
        threads.join();
    }

    private void diagnose(StreamContext context) {
        Optional<StreamFailure> failure = halt.failure();
        Optional<Expectation> expectation = request.expectation();
        if (failure.isPresent() && expectation.isPresent() && Diagnosis.mayHelp(request, failure.get())) {
            Diagnosis repeated = new Diagnosis(context, expectation.get(), failure.get());
            diagnosis = repeated;
            repeated.run();
        }
    }

    private static void close(StreamContext context) {
        for (Port port : context.ports()) {
            for (DeviceBuffer buffer : port.onDevice().made()) {
                try {
                    buffer.close();
                } catch (DataException e) {
                    context.totals().warn("a buffer of the device is left behind: " + e.getMessage());
                }
            }
        }
    }

    private StreamResult result(StreamContext context) {
        long stored = context.progress().stored();
        StreamTotals totals = context.totals();
        return new StreamResult(
                halt.ending(),
                halt.failure(),
                totals.outputs(),
                request.tiles().groups(),
                stored,
                context.progress().skippedGroups(),
                totals.verified(),
                totals.device(),
                totals.expectation(),
                context.timeline().timeline(request.tiles().tiles()),
                totals.warnings());
    }

    /** Ends the run early, from another thread; {@link #run()} then returns promptly. Does nothing once all is finished. */
    public void cancel() {
        halt.end(StreamResult.Ending.CANCELLED);
        Diagnosis repeated = diagnosis;
        if (repeated != null) {
            repeated.cancel();
        }
    }
}
