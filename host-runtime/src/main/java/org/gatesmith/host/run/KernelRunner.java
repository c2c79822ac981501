package org.gatesmith.host.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.folder.FolderException;
import org.gatesmith.host.folder.FolderLedger;
import org.gatesmith.host.folder.RunFolder;
import org.gatesmith.host.folder.StoredRun;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.rtl.HardwareReport;
import org.gatesmith.host.rtl.RtlDevice;
import org.gatesmith.host.stream.GroupLedger;
import org.gatesmith.host.stream.NpySink;
import org.gatesmith.host.stream.Progress;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.stream.TileSink;
import org.gatesmith.host.stream.TileSource;
import org.gatesmith.host.tile.TilePlan;

/** Runs a kernel on a device, problem by problem, with files or random numbers, and compares the results. */
public final class KernelRunner {

    private final RunSubject subject;
    private final Device device;
    private final Execution execution;

    public KernelRunner(RunSubject subject, Device device) {
        this.subject = subject;
        this.device = device;
        this.execution = new Execution(subject, device);
    }

    /** Ends what is running, and whatever is started later, soon; what is finished stays. Any thread may ask for it. */
    public void cancel() {
        execution.cancel();
    }

    /**
     * Runs a problem to its end.
     *
     * @throws UsageException sizes, names or values that do not fit the kernel
     * @throws DataException a file that cannot be read or written
     * @throws DeviceException the kernel failed, on the JVM or on the device
     * @throws FolderException the run's folder cannot be used
     */
    public RunReport run(RunRequest request) throws UsageException, DataException, DeviceException, FolderException {
        return attempt(request, Progress.SILENT).orThrow();
    }

    /** Runs a problem; once the tiles stream, whatever ends the run is in the report. */
    public RunReport attempt(RunRequest request, Progress progress)
            throws UsageException, DataException, DeviceException, FolderException {
        KernelSignature signature = subject.kernel().signature();
        try (RunInputs inputs = RunInputs.open(signature, request.inputs())) {
            long seed = request.options().seed();
            ProblemSize size = ProblemSize.of(signature, request.scalars(), inputs.shapes(), seed);
            Execution.Yardstick yardstick = execution.yardstick(request.options());
            TilePlan plan = execution.plan(size, request.options());
            Map<String, TileSource> sources = inputs.sources(size, seed);
            Problem problem = new Problem(request.options(), inputs, size, yardstick, plan, sources);
            return request.target().isPresent()
                    ? keep(problem, request.target().get(), progress)
                    : discard(problem, progress);
        }
    }

    /** A request once it is known to fit the kernel. */
    private record Problem(
            RunOptions options,
            RunInputs inputs,
            ProblemSize size,
            Execution.Yardstick yardstick,
            TilePlan plan,
            Map<String, TileSource> sources) {}

    private RunReport discard(Problem problem, Progress progress) {
        Map<String, TileSink> sinks = new LinkedHashMap<>();
        outputs().forEach(array -> sinks.put(array.name(), TileSink.discard()));
        StreamResult result = stream(problem, sinks, GroupLedger.inMemory(), progress);
        return report(problem, result, Optional.empty(), List.of());
    }

    private RunReport keep(Problem problem, RunTarget target, Progress progress)
            throws UsageException, DataException, FolderException {
        RunNotes notes = new RunNotes(subject, device, problem.options(), problem.size(), problem.plan());
        if (target.mode() == RunTarget.Mode.REPLACE) {
            delete(target.folder());
        }
        try (RunFolder folder = target.mode() == RunTarget.Mode.RESUME
                ? RunFolder.reopen(target.folder(), notes.setup(problem.inputs()))
                : RunFolder.create(target.folder(), notes.setup(problem.inputs()), target.arguments())) {
            StreamResult result = intoFolder(problem, folder, target.mode(), progress);
            List<Path> files = new ArrayList<>();
            if (result.ending() == StreamResult.Ending.COMPLETE) {
                files.addAll(RunPictures.write(
                        folder, outputs(), problem.size(), problem.inputs().hasImage()));
                folder.complete(notes.findings(result), notes.measurements(result));
                outputs().forEach(array -> files.add(folder.output(array.name())));
            }
            return report(problem, result, Optional.of(folder.path()), files);
        }
    }

    private StreamResult intoFolder(Problem problem, RunFolder folder, RunTarget.Mode mode, Progress progress)
            throws DataException {
        Map<String, TileSink> sinks = new LinkedHashMap<>();
        try {
            for (Parameter.Array array : outputs()) {
                Path file = folder.output(array.name());
                List<Long> shape = problem.size().shape(array);
                sinks.put(
                        array.name(),
                        goesOn(mode, folder) ? NpySink.reopen(file, array, shape) : NpySink.create(file, array, shape));
            }
            return stream(problem, sinks, new FolderLedger(folder, problem.plan()), progress);
        } finally {
            for (TileSink sink : sinks.values()) {
                sink.close();
            }
        }
    }

    /** Whether output files were begun: a run that ended before its first results may have left none. */
    private static boolean goesOn(RunTarget.Mode mode, RunFolder folder) {
        return mode == RunTarget.Mode.RESUME && !folder.journal().groups().isEmpty();
    }

    private StreamResult stream(Problem problem, Map<String, TileSink> sinks, GroupLedger ledger, Progress progress) {
        return execution.stream(
                problem.plan(),
                problem.size(),
                problem.sources(),
                sinks,
                problem.yardstick(),
                problem.options(),
                ledger,
                progress);
    }

    private List<Parameter.Array> outputs() {
        return subject.kernel()
                .signature()
                .arrays()
                .filter(array -> array.direction().isWritten())
                .toList();
    }

    /** Deletes an earlier run; anything else that lies there is none of ours to delete. */
    private static void delete(Path folder) throws FolderException, UsageException {
        if (!Files.exists(folder)) {
            return;
        }
        Path root = StoredRun.open(folder).folder();
        try (var contents = Files.walk(root)) {
            for (Path each :
                    contents.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UsageException("the earlier run in " + folder + " cannot be deleted: " + FileTrouble.reason(e));
        }
    }

    /** What simulated hardware did so far, where the device is that. */
    static Optional<HardwareReport> hardware(Device device) {
        return device instanceof RtlDevice rtl ? rtl.report() : Optional.empty();
    }

    private RunReport report(Problem problem, StreamResult result, Optional<Path> folder, List<Path> files) {
        List<String> random = new ArrayList<>(problem.inputs().missing());
        random.addAll(problem.size().random());
        return new RunReport(
                subject,
                device.name(),
                problem.size(),
                problem.inputs().origins(problem.options().seed()),
                random,
                problem.yardstick().name(),
                problem.options(),
                problem.plan(),
                result,
                problem.yardstick().profile().flatMap(ProfilingExpectation::profile),
                problem.yardstick().notes(),
                hardware(device),
                device.tools(),
                problem.inputs().pngImages(),
                folder,
                files);
    }
}
