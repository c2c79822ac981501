package org.gatesmith.host.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Release;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.VerilogKernel;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.build.BuildReport;
import org.gatesmith.host.build.KernelBuild;
import org.gatesmith.host.build.OpenClBuild;
import org.gatesmith.host.build.TornadoBuild;
import org.gatesmith.host.build.VerilogBuild;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.synthesis.Synthesis;
import org.gatesmith.host.synthesis.SynthesisRun;
import org.gatesmith.host.synthesis.SynthesisTable;
import org.gatesmith.host.synthesis.SynthesisTask;
import org.gatesmith.host.synthesis.Yosys;
import org.gatesmith.vendor.Dialect;
import org.gatesmith.vendor.Dialects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code gatesmith build}. */
@Command(
        name = "build",
        description = "Writes a kernel's build folder for a board.",
        footer = {
            "",
            "hls: HLS C++ with test bench and data, the HLS project for Vitis 2023.2 (Tcl and unified configuration), the"
                    + " v++ link configuration and build.sh, which runs the tools.",
            "opencl: OpenCL C for any device; a kernel with FIFOs also for FPGAs, its processes joined by pipes; and"
                    + " build.sh for a release that takes OpenCL C.",
            "tornado: a TornadoVM task in Java and, where TornadoVM is installed, the OpenCL C that it makes of it for"
                    + " the board, with such a build.sh.",
            "verilog: the kernel's own Verilog for any clock, and what packages it as a Vitis RTL kernel; --synth has"
                    + " Yosys count its resources.",
            "ir: the intermediate representation."
        })
final class BuildCommand implements Callable<Integer> {

    /** What can be emitted. */
    enum Emission {
        HLS,
        OPENCL,
        TORNADO,
        VERILOG,
        IR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The names as users write them; of an enumeration picocli lists those of Java as well. */
        static final class Names implements Iterable<String> {
            @Override
            public Iterator<String> iterator() {
                return Stream.of(values()).map(Emission::toString).iterator();
            }
        }

        /** Takes the names as users write them. */
        static final class Converter implements ITypeConverter<Emission> {
            @Override
            public Emission convert(String name) {
                return Stream.of(values())
                        .filter(emission -> emission.toString().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new TypeConversionException(
                                "expected one of " + String.join(", ", new Names()) + " but was '" + name + "'"));
            }
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private boolean tooLarge;

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Mixin
    private BoardOption boardOption = new BoardOption();

    @Option(
            names = "--emit",
            paramLabel = "WHAT",
            defaultValue = "hls",
            converter = Emission.Converter.class,
            completionCandidates = Emission.Names.class,
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private Emission emission = Emission.HLS;

    @Option(
            names = "--vitis",
            paramLabel = "RELEASE",
            description = "Release of the vendor's tools, such as 2023.1, instead of the newest that can be.")
    private String release = "";

    @Option(
            names = "--clock",
            paramLabel = "MHZ",
            description = "Clock that the Verilog is scheduled for (the board's default).")
    private @Nullable Double clock;

    @Option(names = "--synth", description = "Synthesises the Verilog with Yosys and counts its resources.")
    private boolean synthesises;

    @Option(
            names = "--synth-limit",
            paramLabel = "MINUTES",
            defaultValue = "30",
            description = "When synthesis is given up (${DEFAULT-VALUE}).")
    private int synthesisMinutes;

    @Option(
            names = "--synth-jobs",
            paramLabel = "COUNT",
            description = "How many modules are synthesised at a time (as many as there are processors).")
    private int synthesisJobs;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The build folder.")
    private Path output = Path.of("");

    @Override
    public Integer call() throws Exception {
        requireVerilogOptions();
        Board board = boardOption.board();
        Optional<Release> wanted = wanted();
        CompiledKernel kernel = kernelOptions.compile();
        Messages messages = new Messages(spec.commandLine().getErr());
        messages.print(kernel.warnings(), kernel.sources());
        try {
            BuildReport report = switch (emission) {
                case HLS -> KernelBuild.hls(kernel, board, dialect(wanted), output);
                case OPENCL -> OpenClBuild.write(kernel, board, wanted, output);
                case IR -> KernelBuild.ir(kernel, output);
                case TORNADO -> TornadoBuild.write(kernel, board, wanted, output);
                case VERILOG -> verilog(kernel, board, messages);
            };
            print(report, spec.commandLine().getOut());
            // The files are written all the same.
            return tooLarge ? Gatesmith.TOO_LARGE : 0;
        } catch (DeviceException e) {
            messages.print(e, kernel.sources());
            return 2;
        }
    }

    private void requireVerilogOptions() throws UsageException {
        if (emission != Emission.VERILOG && (synthesises || clock != null)) {
            throw new UsageException((synthesises ? "--synth" : "--clock") + " goes with --emit verilog");
        }
        if (clock != null) {
            ClockRange.require(clock);
        }
        if (synthesisMinutes < 1) {
            throw new UsageException("--synth-limit " + synthesisMinutes + ": takes a number of minutes");
        }
        if (synthesisJobs < 0) {
            throw new UsageException("--synth-jobs " + synthesisJobs + ": takes a number of processes");
        }
    }

    private BuildReport verilog(CompiledKernel kernel, Board board, Messages messages)
            throws UsageException, DiagnosticException, DeviceException, MissingToolException {
        Optional<Yosys> yosys = synthesises ? Optional.of(Yosys.find()) : Optional.empty();
        VerilogKernel verilog = verilog(kernel, board);
        messages.print(verilog.diagnostics(), kernel.sources());
        tooLarge = verilog.scheduled().isTooLarge();
        BuildReport report = VerilogBuild.write(verilog, board, output);
        if (yosys.isPresent()) {
            Synthesis synthesis = synthesis(yosys.get(), SynthesisTask.of(verilog, output, report.files()));
            spec.commandLine().getOut().print(SynthesisTable.text(synthesis, verilog.scheduled(), board));
        }
        return report;
    }

    private VerilogKernel verilog(CompiledKernel kernel, Board board) throws DiagnosticException {
        try (WaitingLine _ = WaitingLine.onTerminal(
                spec.commandLine().getErr(), "scheduling " + kernel.signature().name())) {
            return kernel.verilog(board, clock == null ? board.clocks().kernelDefault() : clock);
        }
    }

    private Synthesis synthesis(Yosys yosys, SynthesisTask task) throws DeviceException {
        say("synthesis with Yosys, which may take minutes; it is given up after " + synthesisMinutes
                + " (--synth-limit)");
        int jobs = synthesisJobs > 0 ? synthesisJobs : Runtime.getRuntime().availableProcessors();
        try (SynthesisLine progress = SynthesisLine.to(spec.commandLine().getErr());
                SynthesisRun run = yosys.synthesis(task, jobs, Duration.ofMinutes(synthesisMinutes), progress);
                Interruption _ = Interruption.calling(run::cancel)) {
            return run.run();
        }
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("gatesmith: " + sentence);
        spec.commandLine().getErr().flush();
    }

    private Optional<Release> wanted() throws UsageException {
        if (release.isEmpty()) {
            return Optional.empty();
        }
        if (emission == Emission.VERILOG) {
            throw new UsageException("--vitis: the Verilog is the same for every release");
        }
        if (emission == Emission.IR) {
            throw new UsageException("--vitis: the intermediate representation is the same for every release");
        }
        try {
            return Optional.of(Release.parse(release));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--vitis: " + e.getMessage());
        }
    }

    private static Dialect dialect(Optional<Release> wanted) throws UsageException {
        if (wanted.isEmpty()) {
            return Dialects.standard();
        }
        return Dialects.of(wanted.get())
                .orElseThrow(() -> new UsageException("--vitis " + wanted.get()
                        + ": HLS projects are written for Vitis "
                        + Dialects.releases().stream().map(Release::toString).collect(Collectors.joining(", "))
                        + " alone"));
    }

    private static void print(BuildReport report, PrintWriter out) {
        out.println("wrote " + report.folder() + ":");
        report.files().forEach(file -> out.println("  " + file));
        report.notes().forEach(note -> out.println("note: " + note));
    }
}
