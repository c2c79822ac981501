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
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.tornado.FpgaKernel;
import org.gatesmith.host.tornado.OpenClRelease;
import org.gatesmith.host.tornado.TornadoDevice;
import org.gatesmith.host.tornado.TornadoInstallation;

/** Writes a kernel as a TornadoVM task, and the OpenCL C that TornadoVM makes of it for a board. */
public final class TornadoBuild {

    private static final String SOURCES = "src/";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private TornadoBuild() {}

    /**
     * Writes the task's Java sources; where TornadoVM is installed, also the OpenCL C for the board and the script that hands it
     * to the linker.
     *
     * @throws UsageException the folder cannot be written, or the kernel has no form as a task
     * @throws DeviceException TornadoVM cannot compile the task
     */
    public static BuildReport write(CompiledKernel kernel, Board board, Path folder)
            throws UsageException, DeviceException {
        TornadoTask task = TornadoDevice.task(kernel);
        Map<String, String> files = new LinkedHashMap<>();
        task.sources().files().forEach((name, text) -> files.put(SOURCES + name, text));
        List<String> notes = new ArrayList<>();
        try {
            TornadoInstallation tornado = TornadoInstallation.find();
            String source = task.methodName() + ".cl";
            files.put(source, FpgaKernel.compile(task, board, tornado, LIMIT));
            Optional<OpenClRelease> release = OpenClRelease.of(board);
            release.ifPresent(found -> files.put("build.sh", script(task.methodName(), source, found)));
            notes.add(release.map(
                            found -> "build.sh is for Vitis " + found.release()
                                    + "; the vendor's examples of OpenCL C kernels end with Vitis 2023.1: use --emit hls for later releases")
                    .orElse("no release of Vitis has a platform for " + board.name()
                            + ", so there is no build.sh; the OpenCL C needs SDAccel 2018.3, or use --emit hls"));
        } catch (MissingToolException e) {
            notes.add("without the OpenCL C for the board: " + e.getMessage());
        }
        write(files, folder);
        return new BuildReport(folder, List.copyOf(files.keySet()), notes);
    }

    private static void write(Map<String, String> files, Path folder) throws UsageException {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                KernelBuild.write(folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw KernelBuild.unwritable(folder, e);
        }
    }

    /** Compile and link as the examples of OpenCL C kernels in Vitis_Accel_Examples do (branches 2019.2 to 2023.1). */
    private static String script(String kernel, String source, OpenClRelease release) {
        return """
                #!/bin/sh
                # Compiles and links %1$s with v++ of Vitis %3$s, the newest with a platform for this board that is known to
                # take OpenCL C kernels. Usage: sh build.sh [hw|hw_emu]
                set -eu
                target=${1:-hw}
                platform=${PLATFORM:-%4$s}
                v++ -c -t "$target" --platform "$platform" -k %1$s -o %1$s."$target".xo %2$s
                v++ -l -t "$target" --platform "$platform" -o %1$s."$target".xclbin %1$s."$target".xo
                """.formatted(kernel, source, release.release(), release.platform());
    }
}
