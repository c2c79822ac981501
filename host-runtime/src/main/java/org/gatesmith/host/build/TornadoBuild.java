package org.gatesmith.host.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.tornado.TornadoDevice;

/** Writes a kernel as a TornadoVM task. */
public final class TornadoBuild {

    private static final String SOURCES = "src/";

    private TornadoBuild() {}

    /**
     * Writes the task's Java sources.
     *
     * @throws UsageException the folder cannot be written, or the kernel has no form as a task
     */
    public static BuildReport write(CompiledKernel kernel, Board board, Path folder) throws UsageException {
        TornadoTask task = TornadoDevice.task(kernel);
        List<String> written = new ArrayList<>();
        try {
            for (Map.Entry<String, String> source : task.sources().files().entrySet()) {
                String name = SOURCES + source.getKey();
                KernelBuild.write(folder.resolve(name), source.getValue().getBytes(StandardCharsets.UTF_8));
                written.add(name);
            }
        } catch (IOException e) {
            throw KernelBuild.unwritable(folder, e);
        }
        return new BuildReport(folder, written, List.of());
    }
}
