package org.gatesmith.host.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Release;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.tornado.FpgaKernel;
import org.gatesmith.host.tornado.TornadoDevice;
import org.gatesmith.host.tornado.TornadoInstallation;
import org.gatesmith.vendor.OpenClDesign;
import org.gatesmith.vendor.OpenClScripts;
import org.gatesmith.vendor.ScriptFile;

/** Writes a kernel as a TornadoVM task, and the OpenCL C that TornadoVM makes of it for a board. */
public final class TornadoBuild {

    private static final String SOURCES = "src/";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final CompiledKernel kernel;
    private final Board board;
    private final TornadoTask task;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private TornadoBuild(CompiledKernel kernel, Board board, TornadoTask task) {
        this.kernel = kernel;
        this.board = board;
        this.task = task;
    }

    /**
     * Writes the task's Java sources; where TornadoVM is installed, also the OpenCL C for the board and the scripts that hand it to
     * the vendor's tools. Where an OpenCL driver is installed, its compiler checks the OpenCL C.
     *
     * @param release of the vendor's tools; empty for the newest that takes OpenCL C for the board
     * @throws UsageException the folder cannot be written, the kernel has no form as a task, or the release takes no OpenCL C
     * @throws DeviceException TornadoVM cannot compile the task, or the OpenCL driver not what TornadoVM wrote
     */
    public static BuildReport write(CompiledKernel kernel, Board board, Optional<Release> release, Path folder)
            throws UsageException, DeviceException {
        return new TornadoBuild(kernel, board, TornadoDevice.task(kernel)).write(release, folder);
    }

    private BuildReport write(Optional<Release> release, Path folder) throws UsageException, DeviceException {
        OpenClDesign design = OpenClDesign.single(
                task.methodName(), task.methodName() + ".cl", board.clocks().kernelDefault());
        OpenClScripts.Emitted scripts = OpenClSequence.of(design, board, release);
        task.sources().files().forEach((name, text) -> files.put(SOURCES + name, text));
        FpgaKernel compiled;
        try {
            compiled = FpgaKernel.of(task, board, TornadoInstallation.find(), LIMIT);
        } catch (MissingToolException e) {
            notes.add("without the OpenCL C for the board: " + e.getMessage());
            return write(List.of(), folder);
        }
        files.put(design.source(), compiled.text());
        notes.addAll(scripts.notes());
        BuildReport report = write(scripts.files(), folder);
        return report.with(check(compiled, kernel.signature(), Map.of(), folder));
    }

    /**
     * What an OpenCL compiler that is at hand says of the text, or why none says anything.
     *
     * @param environment variables for the driver besides this process's own
     * @throws DeviceException it rejects the text
     */
    static String check(FpgaKernel compiled, KernelSignature signature, Map<String, String> environment, Path folder)
            throws UsageException, DeviceException {
        String file = compiled.fileName();
        try {
            return file + " compiles on " + compiled.check(signature, environment)
                    + "; to run it there and compare: gatesmith run --on tornado-fpga";
        } catch (MissingToolException e) {
            return file + " was not checked by an OpenCL compiler: " + e.getMessage();
        } catch (DeviceException e) {
            if (e.fault() != DeviceFault.COMPILATION) {
                return file + " was not checked by an OpenCL compiler: " + e.getMessage();
            }
            throw new DeviceException(e.fault(), e.span(), e.getMessage() + "\nthe file is " + folder.resolve(file));
        }
    }

    private BuildReport write(List<ScriptFile> scripts, Path folder) throws UsageException {
        List<String> written = new ArrayList<>(files.keySet());
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                KernelBuild.write(folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            ScriptFile.writeAll(scripts, folder);
        } catch (IOException e) {
            throw KernelBuild.unwritable(folder, e);
        }
        scripts.forEach(script -> written.add(script.name()));
        return new BuildReport(folder, written, notes);
    }
}
