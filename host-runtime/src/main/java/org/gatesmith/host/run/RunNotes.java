package org.gatesmith.host.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.folder.ArrayForm;
import org.gatesmith.host.folder.KernelText;
import org.gatesmith.host.folder.Measurements;
import org.gatesmith.host.folder.RunFindings;
import org.gatesmith.host.folder.RunPlace;
import org.gatesmith.host.folder.RunSetup;
import org.gatesmith.host.folder.RunTask;
import org.gatesmith.host.folder.Timing;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.stream.StageTimeline;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.stream.StreamStage;
import org.gatesmith.host.stream.Verification;
import org.gatesmith.host.tile.TilePlan;

/** What a run's folder says about the run. */
final class RunNotes {

    private final RunSubject subject;
    private final Device device;
    private final RunOptions options;
    private final ProblemSize size;
    private final TilePlan plan;

    RunNotes(RunSubject subject, Device device, RunOptions options, ProblemSize size, TilePlan plan) {
        this.subject = subject;
        this.device = device;
        this.options = options;
        this.size = size;
        this.plan = plan;
    }

    /** Everything that the run depends on. */
    RunSetup setup(RunInputs inputs) {
        RunPlace place = new RunPlace(
                subject.board().board().name(), subject.board().json(), device.name(), device.sources(), tools());
        RunTask task = new RunTask(
                scalars(),
                inputs.records(size, options.seed()),
                outputs(),
                choices(),
                Optional.of(PlanRecord.json(plan)),
                plan.groups());
        return new RunSetup(KernelText.of(subject.kernel(), subject.schedule()), place, task);
    }

    private Map<String, String> tools() {
        Map<String, String> tools = new TreeMap<>(device.tools());
        tools.put("JDK", Runtime.version().toString());
        return tools;
    }

    private Map<String, String> scalars() {
        Map<String, String> scalars = new LinkedHashMap<>();
        subject.kernel()
                .signature()
                .scalars()
                .forEach(scalar ->
                        scalars.put(scalar.name(), new Argument.Number(scalar.type(), size.bits(scalar)).text()));
        return scalars;
    }

    private Map<String, ArrayForm> outputs() {
        Map<String, ArrayForm> outputs = new LinkedHashMap<>();
        for (Parameter.Array array : subject.kernel().signature().arrays().toList()) {
            if (array.direction().isWritten()) {
                outputs.put(array.name(), ArrayForm.of(array.type(), size.shape(array)));
            }
        }
        return outputs;
    }

    private Map<String, String> choices() {
        Map<String, String> choices = new TreeMap<>();
        choices.put("seed", Long.toString(options.seed()));
        choices.put(
                "verify",
                switch (options.verification()) {
                    case Verification.All _ -> "all";
                    case Verification.None _ -> "none";
                    case Verification.Sample sample -> "sample:" + sample.share();
                });
        choices.put("expect", options.expectedFrom().name().toLowerCase(java.util.Locale.ROOT));
        return choices;
    }

    /** What the inputs alone decide, beyond the journal. */
    RunFindings findings(StreamResult result) {
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        result.outputs().forEach((name, output) -> comparisons.put(name, output.comparison()));
        Map<String, Long> counts = new TreeMap<>();
        counts.put("tiles", plan.tiles());
        counts.put("bytes to move", (long) plan.bytesMoved());
        return new RunFindings(comparisons, counts);
    }

    /** What this run took. */
    Measurements measurements(StreamResult result) {
        StageTimeline timeline = result.timeline();
        Map<String, Timing> times = new TreeMap<>();
        times.put("wall", once(timeline.wall()));
        times.put("kernel", once(result.deviceTime()));
        times.put("expected values", once(result.expectationTime()));
        for (StreamStage stage : StreamStage.values()) {
            times.put("stage " + stage.title(), once(timeline.busy().getOrDefault(stage, Duration.ZERO)));
        }
        Map<String, Long> counts = new TreeMap<>();
        counts.put("groups skipped", result.skipped());
        counts.put("bytes loaded", timeline.bytes().loaded());
        counts.put("bytes to device", timeline.bytes().toDevice());
        counts.put("bytes from device", timeline.bytes().fromDevice());
        counts.put("bytes stored", timeline.bytes().stored());
        return new Measurements(
                times,
                counts,
                Map.of(
                        "processors",
                        Integer.toString(Runtime.getRuntime().availableProcessors()),
                        "operating system",
                        System.getProperty("os.name") + " " + System.getProperty("os.arch")));
    }

    private static Timing once(Duration duration) {
        return Timing.once(duration.toNanos() / 1e9);
    }
}
