package org.gatesmith.host.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.build.BuildReport;
import org.gatesmith.host.build.KernelBuild;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.folder.FolderException;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.page.RunPages;
import org.gatesmith.host.run.Devices;
import org.gatesmith.host.run.KernelRunner;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.run.RunRequest;
import org.gatesmith.host.run.RunSubject;
import org.gatesmith.host.run.RunTarget;
import org.gatesmith.vendor.Dialects;

/** A photograph through the image filter, then a matrix multiplication; both in C simulation, compared with the JVM. */
public final class Demo {

    private static final String BOARD = "u280";
    private static final String PHOTOGRAPH = "photographer.png";
    private static final Map<String, String> BLUR = Map.of("mode", "0");
    private static final Map<String, String> EDGES = Map.of("mode", "1");
    private static final Map<String, String> CUBE = Map.of("m", "512", "n", "512", "k", "512");

    private final Path folder;
    private final PrintWriter out;
    private final BoardLookup.Found board;
    private final List<String> summary = new ArrayList<>();

    private Demo(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
        this.board = (BoardLookup.Found) Boards.named(BOARD);
    }

    /**
     * Runs the demonstration.
     *
     * @param folder where everything is written
     * @return whether every result was equal to the JVM's
     */
    public static boolean run(Path folder, PrintWriter out)
            throws UsageException, DiagnosticException, DataException, DeviceException, MissingToolException,
                    FolderException {
        Demo demo = new Demo(folder, out);
        boolean pictures = demo.filterPhotograph();
        boolean matrices = demo.multiplyMatrices();
        boolean equal = pictures && matrices;
        demo.conclude(equal);
        return equal;
    }

    private boolean filterPhotograph()
            throws UsageException, DiagnosticException, DataException, DeviceException, MissingToolException,
                    FolderException {
        say("1. image_filter: 3x3 filters on a photograph, for the "
                + board.board().displayName());
        Path before = unpackPhotograph();
        CompiledKernel kernel = compile("image_filter");
        build(kernel);
        boolean equal = true;
        try (Device device = open(kernel)) {
            for (Map.Entry<String, Map<String, String>> filter :
                    List.of(Map.entry("blur", BLUR), Map.entry("edges", EDGES))) {
                Path results = folder.resolve("pictures").resolve(filter.getKey());
                RunTarget target = new RunTarget(results, RunTarget.Mode.REPLACE, List.of());
                RunRequest request = RunRequest.of(filter.getValue())
                        .withInputs(Map.of("src", before))
                        .withTarget(target);
                RunReport report = new KernelRunner(RunSubject.of(kernel, board), device).run(request);
                equal &= tell(filter.getKey(), report);
                summary.add("picture after '" + filter.getKey() + "': " + results.resolve("outputs/dst.png"));
                summary.add("report of '" + filter.getKey() + "': " + RunPages.write(report, results));
            }
        }
        return equal;
    }

    private boolean multiplyMatrices()
            throws UsageException, DiagnosticException, DataException, DeviceException, MissingToolException,
                    FolderException {
        say("2. gemm_i8: 512x512x512 int8 matrix multiplication on a 16x16 PE array");
        CompiledKernel kernel = compile("gemm_i8");
        build(kernel);
        try (Device device = open(kernel)) {
            return tell(
                    "random matrices", new KernelRunner(RunSubject.of(kernel, board), device).run(RunRequest.of(CUBE)));
        }
    }

    private Path unpackPhotograph() throws UsageException {
        Path target = folder.resolve("pictures").resolve("before.png");
        try (InputStream in = Demo.class.getResourceAsStream(PHOTOGRAPH)) {
            if (in == null) {
                throw new IllegalStateException("the photograph is missing from the program");
            }
            Files.createDirectories(folder.resolve("pictures"));
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UsageException("the demo's folder " + folder + " cannot be written: " + FileTrouble.reason(e));
        }
        summary.add("picture before: " + target);
        return target;
    }

    private CompiledKernel compile(String name) throws UsageException, DiagnosticException {
        KernelLocator.Located located = KernelLocator.locate(name);
        return KernelCompiler.compile(CompileRequest.of(located.source(), located.kernel()));
    }

    private void build(CompiledKernel kernel) throws UsageException, DataException, DeviceException {
        Path target = folder.resolve("build").resolve(kernel.signature().name());
        BuildReport report = KernelBuild.hls(kernel, board.board(), Dialects.standard(), target);
        say("   emitted HLS C++ and Vitis " + Dialects.standard().release() + " scripts: "
                + report.files().size() + " files");
        summary.add("HLS C++, test bench, project and link files of "
                + kernel.signature().name() + ": " + target);
    }

    private Device open(CompiledKernel kernel)
            throws UsageException, DiagnosticException, DeviceException, MissingToolException, FolderException {
        say("   compiling the emitted C++ for C simulation");
        return Devices.open("csim", kernel, board.board(), Optional.empty());
    }

    private boolean tell(String what, RunReport report) {
        long elements = report.outputs().values().stream()
                .mapToLong(comparison -> comparison.elements())
                .sum();
        long different = report.outputs().values().stream()
                .mapToLong(comparison -> comparison.mismatches())
                .sum();
        say("   " + what + ": " + elements + " elements, "
                + (report.isEqual() ? "all equal to the JVM, bit for bit" : different + " DIFFERENT from the JVM")
                + String.format(
                        java.util.Locale.ROOT,
                        " (csim %.0f ms, jvm %.0f ms)",
                        report.deviceTime().toNanos() / 1e6,
                        report.expectationTime().toNanos() / 1e6));
        return report.isEqual();
    }

    private void conclude(boolean equal) {
        say("");
        say(
                equal
                        ? "Every result equals the JVM's, bit for bit. Written:"
                        : "Some results DIFFER from the JVM's. Written:");
        summary.forEach(line -> say("  " + line));
        say("Next: docs/user-guide.md takes you through a kernel of your own.");
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
