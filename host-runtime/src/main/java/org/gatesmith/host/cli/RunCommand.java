package org.gatesmith.host.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.run.Devices;
import org.gatesmith.host.run.KernelRunner;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.run.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatesmith run}. */
@Command(
        name = "run",
        description = "Runs a kernel on a device and compares every result with the JVM.",
        footer = {
            "",
            "Scalars that are neither given nor known from an input file are 64 where they are extents of an array and",
            "random otherwise. Arrays that are not given are random within their contract.",
            "",
            "Exit codes: 0 equal, 1 different, 2 wrong usage or a diagnostic, 3 a tool is missing."
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Mixin
    private BoardOption boardOption = new BoardOption();

    @Option(names = "--on", paramLabel = "DEVICE", required = true, description = "Where to run: jvm or csim.")
    private String device = "";

    @Option(
            names = "--size",
            paramLabel = "NAME=N",
            arity = "1..*",
            description = "Values of scalar parameters, such as m=256 n=64. Repeatable.")
    private Map<String, String> sizes = new LinkedHashMap<>();

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

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the results.")
    private @Nullable Path output;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--hls-include",
            paramLabel = "DIR",
            description = "csim: compile against the vendor's headers (ap_int.h, hls_stream.h) in this folder.")
    private @Nullable Path hlsInclude;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "Longest time one run may take (${DEFAULT-VALUE}).")
    private long timeLimit = RunRequest.DEFAULT_TIME_LIMIT.toSeconds();

    @Override
    public Integer call() throws Exception {
        Board board = boardOption.board();
        Devices.requireKnown(device);
        CompiledKernel kernel = kernelOptions.compile();
        Messages messages = new Messages(spec.commandLine().getErr());
        messages.print(kernel.warnings(), kernel.sources());
        RunRequest request = new RunRequest(
                sizes, inputs, seed, Optional.ofNullable(output), Duration.ofSeconds(Math.max(1, timeLimit)));
        try (Device opened = Devices.open(device, kernel, board, Optional.ofNullable(hlsInclude))) {
            RunReport report = new KernelRunner(kernel, opened).run(request);
            spec.commandLine().getOut().println(json ? RunReportText.json(report) : RunReportText.plain(report));
            return report.isEqual() ? 0 : 1;
        } catch (org.gatesmith.host.device.DeviceException e) {
            messages.print(e, kernel.sources());
            return 2;
        }
    }
}
