package org.gatesmith.host.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.FileTrouble;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.run.SampleRun;
import org.gatesmith.vendor.Dialect;
import org.gatesmith.vendor.HlsDesign;
import org.gatesmith.vendor.ScriptResult;
import org.gatesmith.vendor.VendorScripts;

/** Writes everything that a kernel's way to hardware needs into one folder. */
public final class KernelBuild {

    private static final String SOURCES = "src/";
    private static final String DATA = "data/";

    private KernelBuild() {}

    /**
     * Writes the HLS C++ with test bench and test data, the HLS project and the link configuration. Files that are there with
     * the same contents are left alone.
     *
     * @throws UsageException the folder cannot be written, or the board cannot hold the design
     * @throws DeviceException the kernel fails on the JVM, which computes the test bench's expected data
     */
    public static BuildReport hls(CompiledKernel kernel, Board board, Dialect dialect, Path folder)
            throws UsageException, DataException, DeviceException {
        SampleRun sample = SampleRun.of(kernel);
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, Long> sizes = integers(kernel, sample.size());
        kernel.hlsCpp(board.name(), sizes)
                .files()
                .forEach((name, text) -> files.put(SOURCES + name, text.getBytes(StandardCharsets.UTF_8)));
        List<String> sources = List.copyOf(files.keySet());
        sample.files().forEach((name, bytes) -> files.put(DATA + name, bytes));
        List<String> data =
                sample.files().keySet().stream().map(name -> DATA + name).toList();
        HlsDesign design = HlsDesigns.of(kernel, board, sources, data, arguments(kernel, sample.size()));
        return switch (VendorScripts.emit(design, board, dialect)) {
            case ScriptResult.Refused refused -> throw new UsageException(String.join("\n", refused.problems()));
            case ScriptResult.Emitted scripts -> write(folder, files, scripts);
        };
    }

    /** Writes the intermediate representation. */
    public static BuildReport ir(CompiledKernel kernel, Path folder) throws UsageException {
        return single(folder, kernel.signature().name() + ".ir", kernel.irText());
    }

    private static BuildReport single(Path folder, String name, String text) throws UsageException {
        try {
            write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        return new BuildReport(folder, List.of(name), List.of());
    }

    private static List<String> arguments(CompiledKernel kernel, ProblemSize size) {
        return kernel.signature()
                .scalars()
                .map(scalar -> scalar.name() + "=" + new Argument.Number(scalar.type(), size.bits(scalar)).text())
                .toList();
    }

    private static Map<String, Long> integers(CompiledKernel kernel, ProblemSize size) {
        Map<String, Long> integers = new LinkedHashMap<>();
        kernel.signature()
                .scalars()
                .filter(scalar -> !scalar.type().isFloatingPoint())
                .forEach(scalar -> integers.put(scalar.name(), size.bits(scalar)));
        return integers;
    }

    private static BuildReport write(Path folder, Map<String, byte[]> files, ScriptResult.Emitted scripts)
            throws UsageException {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(folder.resolve(file.getKey()), file.getValue());
            }
            scripts.writeTo(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        List<String> written = new ArrayList<>(files.keySet());
        scripts.files().forEach(script -> written.add(script.name()));
        return new BuildReport(folder, written, scripts.notes());
    }

    static void write(Path path, byte[] contents) throws IOException {
        Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
        if (Files.isRegularFile(path) && java.util.Arrays.equals(Files.readAllBytes(path), contents)) {
            return;
        }
        Files.write(path, contents);
    }

    static UsageException unwritable(Path folder, IOException cause) {
        return new UsageException("the build folder " + folder + " cannot be written: " + FileTrouble.reason(cause));
    }
}
