package org.gatesmith.host.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.stream.Expectation;
import org.gatesmith.host.stream.GroupLedger;
import org.gatesmith.host.stream.Progress;
import org.gatesmith.host.stream.StreamOptions;
import org.gatesmith.host.stream.StreamRequest;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.stream.Streamer;
import org.gatesmith.host.stream.TileSink;
import org.gatesmith.host.stream.TileSource;
import org.gatesmith.host.stream.Verification;
import org.gatesmith.host.tile.DevicePlace;
import org.gatesmith.host.tile.PlanRequest;
import org.gatesmith.host.tile.TilePlan;
import org.gatesmith.host.tile.TilePlanner;

/** Plans a problem for a device and streams it through. */
final class Execution {

    private final RunSubject subject;
    private final Device device;
    private final AtomicReference<Streamer> streamer = new AtomicReference<>();
    private volatile boolean cancelled;

    Execution(RunSubject subject, Device device) {
        this.subject = subject;
        this.device = device;
    }

    /**
     * What is compared with.
     *
     * @param profile filled while expected values are computed, if the run is profiled
     */
    record Yardstick(Optional<Expectation> expectation, Optional<ProfilingExpectation> profile) {

        List<String> notes() {
            return profile.flatMap(ProfilingExpectation::gap).stream().toList();
        }

        String name() {
            return expectation.map(Expectation::name).orElse("nothing");
        }
    }

    Yardstick yardstick(RunOptions options) throws UsageException {
        if (options.verification() instanceof Verification.None) {
            if (options.profiling() == Profiling.ON) {
                throw new UsageException("--profile looks at the tiles that are verified; use it with --verify all or"
                        + " --verify sample:P");
            }
            return new Yardstick(Optional.empty(), Optional.empty());
        }
        Expectation expectation = switch (options.expectedFrom()) {
            case JVM -> Expectation.jvm(subject.kernel());
            case REFERENCE ->
                Expectation.model(
                        subject.reference()
                                .orElseThrow(
                                        () -> new UsageException(
                                                "kernel "
                                                        + subject.kernel()
                                                                .signature()
                                                                .name()
                                                        + " has no reference model; only kernels of the library have one, so compare with the JVM")));
        };
        if (options.profiling() == Profiling.OFF) {
            return new Yardstick(Optional.of(expectation), Optional.empty());
        }
        ProfilingExpectation profiling = new ProfilingExpectation(expectation, subject.kernel());
        return new Yardstick(Optional.of(profiling), Optional.of(profiling));
    }

    /** How the problem is cut. */
    TilePlan plan(ProblemSize size, RunOptions options) throws UsageException {
        TilePlan plan = TilePlanner.plan(new PlanRequest(
                subject.kernel(),
                subject.board().board(),
                size,
                DevicePlace.HOST,
                options.tiles(),
                options.depth(),
                options.hostBytes()));
        if (options.profiling() == Profiling.ON) {
            ProfilingExpectation.requireFeasible(subject.kernel(), plan.tile(0).scalars());
        }
        return plan;
    }

    /** Streams the tiles; what goes wrong is in the result. */
    StreamResult stream(
            TilePlan plan,
            ProblemSize size,
            Map<String, TileSource> sources,
            Map<String, TileSink> sinks,
            Yardstick yardstick,
            RunOptions options,
            GroupLedger ledger,
            Progress progress) {
        StreamRequest request = new StreamRequest(
                subject.kernel().signature(),
                size.shapes(),
                plan,
                sources,
                sinks,
                options.verification(),
                yardstick.expectation(),
                options.seed(),
                StreamOptions.DEFAULT.withTimeLimit(options.timeLimit()).with(options.onMismatch()));
        Streamer started = new Streamer(request, device, ledger, progress);
        streamer.set(started);
        if (cancelled) {
            started.cancel();
        }
        return started.run();
    }

    /** Ends the run soon; what is finished stays. */
    void cancel() {
        cancelled = true;
        Streamer started = streamer.get();
        if (started != null) {
            started.cancel();
        }
    }
}
