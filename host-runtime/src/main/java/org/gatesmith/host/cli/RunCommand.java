package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.page.RunPages;
import org.gatesmith.host.rtl.MemoryModel;
import org.gatesmith.host.rtl.RtlChoice;
import org.gatesmith.host.run.DeviceChoice;
import org.gatesmith.host.run.Devices;
import org.gatesmith.host.run.ExpectedFrom;
import org.gatesmith.host.run.KernelRunner;
import org.gatesmith.host.run.Profiling;
import org.gatesmith.host.run.RunOptions;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.run.RunRequest;
import org.gatesmith.host.run.RunSubject;
import org.gatesmith.host.run.RunTarget;
import org.gatesmith.host.stream.StreamOptions.OnMismatch;
import org.gatesmith.host.stream.StreamResult;
import org.gatesmith.host.stream.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatesmith run}. */
@Command(
        name = "run",
        description =
                "Runs a kernel on a device, in tiles if the problem is large, and compares the results with the JVM.",
        footer = {
            "",
            "Scalars that are neither given nor known from an input file are 64 where they are extents of an array and"
                    + " random otherwise. Arrays that are not given are random within their contract.",
            "",
            "Exit codes: 0 equal, or complete with --verify none; 1 different; 2 wrong usage or a diagnostic; 3 a tool is"
                    + " missing; 130 interrupted. A run with --out that ended early goes on with: gatesmith run --resume DIR"
        })
final class RunCommand implements Callable<Integer> {

    /** Given by {@link ResumeArguments} only. */
    static final String GO_ON = "--go-on";

    private static final int DIFFERENT = 1;
    private static final int FAILED = 2;

    /** 128 + SIGINT, as shells have it. */
    private static final int INTERRUPTED = 130;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Mixin
    private BoardOption boardOption = new BoardOption();

    @Mixin
    private PlanOptions planOptions = new PlanOptions();

    @Option(
            names = "--on",
            paramLabel = "DEVICE",
            required = true,
            description =
                    "Where to run: jvm, csim, rtl, opencl, tornado, tornado-fpga: the OpenCL C that TornadoVM writes for"
                            + " the board, or board: a card, with --binary.")
    private String device = "";

    @Option(
            names = "--in",
            paramLabel = "NAME=FILE",
            description = "An input: .npy, or an 8-bit image (PNG, PGM). Repeatable.")
    private Map<String, Path> inputs = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of random inputs (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A new folder for everything about the run: results, report, manifest.")
    private @Nullable Path output;

    @Option(names = "--overwrite", description = "Replace an earlier run in the folder.")
    private boolean overwrite;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Continue the run in a folder; nothing else needs to be given.")
    private @Nullable Path resume;

    @Option(names = GO_ON, hidden = true)
    private boolean goOn;

    @Option(
            names = "--verify",
            paramLabel = "WHAT",
            defaultValue = "all",
            description = "all, none, or sample:P of the tiles, such as sample:5%% (${DEFAULT-VALUE}).")
    private String verify = "all";

    @Option(
            names = "--expect",
            paramLabel = "FROM",
            defaultValue = "jvm",
            description = "Compare with jvm, or with the library's reference model (${DEFAULT-VALUE}).")
    private String expect = "jvm";

    @Option(names = "--fail-fast", description = "End the run at the first tile with a wrong result.")
    private boolean failFast;

    @Option(
            names = "--profile",
            description = "Record the range of every variable in the tiles that are verified; takes its time.")
    private boolean profile;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(names = "--quiet", description = "No progress line.")
    private boolean quiet;

    @Option(
            names = "--hls-include",
            paramLabel = "DIR",
            description = "csim: compile against the vendor's headers (ap_int.h, hls_stream.h) in this folder.")
    private @Nullable Path hlsInclude;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "",
            description =
                    "opencl, tornado-fpga, board: which OpenCL device, by its number in 'gatesmith doctor' or a part of"
                            + " its name (PoCL).")
    private String openClDevice = "";

    @Option(names = "--binary", paramLabel = "FILE", description = "board: the .xclbin that was built for the card.")
    private @Nullable Path binary;

    @Option(
            names = "--clock",
            paramLabel = "MHZ",
            description = "rtl: the kernel's clock; without it the one that the board's file asks for.")
    private @Nullable Double clock;

    @Option(
            names = "--ideal-memory",
            description = "rtl: memory with the board's latency and no other limit, as a schedule assumes it.")
    private boolean idealMemory;

    @Option(
            names = "--wave",
            paramLabel = "FILE",
            description = "rtl: write what every signal does, in VCD; several times slower.")
    private @Nullable Path wave;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "Longest time one call of the kernel may take (${DEFAULT-VALUE}).")
    private long timeLimit = RunOptions.DEFAULT.timeLimit().toSeconds();

    @Override
    public Integer call() throws Exception {
        RunRequest request = request();
        Devices.requireKnown(device);
        DeviceChoice choice = choice();
        RunSubject subject = kernelOptions.subject(boardOption.found());
        Messages messages = new Messages(spec.commandLine().getErr());
        messages.print(subject.kernel().warnings(), subject.kernel().sources());
        try (Device opened = open(subject, choice)) {
            printDiagnostics(opened, subject);
            return run(new KernelRunner(subject, opened), request);
        } catch (DiagnosticException e) {
            messages.print(e.diagnostics(), subject.kernel().sources());
            return FAILED;
        } catch (DeviceException e) {
            messages.print(e, subject.kernel().sources());
            return FAILED;
        }
    }

    private Device open(RunSubject subject, DeviceChoice choice) throws Exception {
        PrintWriter err = quiet
                ? new PrintWriter(Writer.nullWriter())
                : spec.commandLine().getErr();
        try (WaitingLine _ = WaitingLine.onTerminal(
                err, "preparing " + subject.kernel().signature().name() + " for the device " + device)) {
            return Devices.open(device, subject.kernel(), subject.board().board(), choice);
        }
    }

    /** What is too large for the board can be simulated all the same, unless it is so by far. */
    private void printDiagnostics(Device opened, RunSubject subject) {
        List<Diagnostic> diagnostics = opened.diagnostics();
        PrintWriter err = spec.commandLine().getErr();
        new Messages(err).print(diagnostics, subject.kernel().sources());
        if (diagnostics.stream().anyMatch(diagnostic -> diagnostic.rule() == Rule.TOO_LARGE)) {
            err.println("gatesmith: it is simulated all the same, but the board has no room for it");
            err.flush();
        }
    }

    private DeviceChoice choice() throws UsageException {
        return new DeviceChoice(Optional.ofNullable(hlsInclude), openClDevice, Optional.ofNullable(binary), rtl());
    }

    private RtlChoice rtl() throws UsageException {
        if (clock != null) {
            ClockRange.require(clock);
        }
        if (wave != null) {
            WaveFile.require(wave);
        }
        return new RtlChoice(
                Optional.ofNullable(clock),
                idealMemory ? MemoryModel.Fidelity.IDEAL : MemoryModel.Fidelity.BOARD,
                Optional.ofNullable(wave));
    }

    private int run(KernelRunner runner, RunRequest request) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        try (ProgressLine progress = quiet ? ProgressLine.silent() : ProgressLine.onTerminal(err);
                Interruption interruption = Interruption.calling(runner::cancel)) {
            RunReport report = runner.attempt(request, progress);
            progress.clear();
            if (report.folder().isPresent()) {
                RunPages.write(report, report.folder().get());
            }
            spec.commandLine().getOut().println(json ? RunReportText.json(report) : RunReportText.plain(report));
            return conclude(report, interruption);
        }
    }

    private int conclude(RunReport report, Interruption interruption) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        StreamResult result = report.stream();
        boolean mayGoOn =
                result.ending() != StreamResult.Ending.COMPLETE && report.verdict() != RunReport.Verdict.DIFFERENT;
        if (mayGoOn && report.folder().isPresent()) {
            err.println("gatesmith: " + result.finished() + " of " + result.groups()
                    + " parts are finished and kept; continue with: gatesmith run --resume "
                    + report.folder().get());
            err.flush();
        }
        if (interruption.isRequested() && result.ending() != StreamResult.Ending.COMPLETE) {
            // Ctrl-C ends the processes of drivers too: that they are gone is no failure of theirs.
            return INTERRUPTED;
        }
        report.orThrow();
        return switch (report.verdict()) {
            case EQUAL, UNVERIFIED -> 0;
            case DIFFERENT -> DIFFERENT;
            case INCOMPLETE -> INTERRUPTED;
        };
    }

    private RunRequest request() throws UsageException {
        if (resume != null) {
            throw new UsageException("--resume " + resume + " stands alone: gatesmith run --resume " + resume);
        }
        if (overwrite && output == null) {
            throw new UsageException("--overwrite replaces the run in a folder; name it with --out");
        }
        if (timeLimit < 1) {
            throw new UsageException("--time-limit " + timeLimit + ": must be at least 1 second");
        }
        RunOptions options = RunOptions.DEFAULT
                .withTiles(planOptions.tiles())
                .withDepth(planOptions.depth())
                .withHostBytes(planOptions.hostBytes())
                .withSeed(seed)
                .withTimeLimit(Duration.ofSeconds(timeLimit))
                .withVerification(Verification.parse(verify), expectedFrom())
                .with(failFast ? OnMismatch.STOP : OnMismatch.CONTINUE)
                .with(profile ? Profiling.ON : Profiling.OFF);
        return new RunRequest(planOptions.sizes(), inputs, target(), options);
    }

    private ExpectedFrom expectedFrom() throws UsageException {
        return switch (expect) {
            case "jvm" -> ExpectedFrom.JVM;
            case "reference" -> ExpectedFrom.REFERENCE;
            default -> throw new UsageException("--expect " + expect + ": takes jvm or reference");
        };
    }

    private Optional<RunTarget> target() {
        if (output == null) {
            return Optional.empty();
        }
        RunTarget.Mode mode = goOn ? RunTarget.Mode.RESUME : overwrite ? RunTarget.Mode.REPLACE : RunTarget.Mode.NEW;
        return Optional.of(new RunTarget(output, mode, arguments()));
    }

    /** This command as it can be given again from anywhere, without the folder. */
    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(kernelOptions.arguments());
        arguments.addAll(List.of("--board", boardOption.argument(), "--on", device));
        arguments.addAll(planOptions.arguments());
        inputs.forEach((name, file) -> arguments.addAll(List.of("--in", name + "=" + file.toAbsolutePath())));
        arguments.addAll(List.of("--seed", Long.toString(seed), "--verify", verify, "--expect", expect));
        arguments.addAll(List.of("--time-limit", Long.toString(timeLimit)));
        if (failFast) {
            arguments.add("--fail-fast");
        }
        if (profile) {
            arguments.add("--profile");
        }
        if (!openClDevice.isEmpty()) {
            arguments.addAll(List.of("--device", openClDevice));
        }
        if (binary != null) {
            arguments.addAll(List.of("--binary", binary.toAbsolutePath().toString()));
        }
        if (clock != null) {
            arguments.addAll(List.of("--clock", clock.toString()));
        }
        if (idealMemory) {
            arguments.add("--ideal-memory");
        }
        if (hlsInclude != null) {
            arguments.addAll(
                    List.of("--hls-include", hlsInclude.toAbsolutePath().toString()));
        }
        return arguments;
    }
}
