package org.gatesmith.host.tornado;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.emit.tornado.TornadoTask;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;

/**
 * A folder with a compiled task and what its runs need.
 *
 * @param classes the compiled task
 * @param work an empty folder to run in: TornadoVM's argument file puts the current folder on the module path
 */
record TaskFolder(Path root, Path classes, Path work) {

    static TaskFolder of(Path root) throws IOException {
        return new TaskFolder(
                root, Files.createDirectories(root.resolve("classes")), Files.createDirectories(root.resolve("work")));
    }

    /** Compiles with debug information, from which TornadoVM takes the variables of the method. */
    void compile(TornadoTask task, TornadoInstallation tornado) throws DeviceException, IOException {
        Path sources = Files.createDirectories(root.resolve("src"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : task.sources().files().entrySet()) {
            files.add(Files.writeString(sources.resolve(source.getKey()), source.getValue()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options =
                    List.of("-g", "-nowarn", "-proc:none", "-cp", tornado.api().toString(), "-d", classes.toString());
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!compiled) {
                throw new DeviceException(
                        DeviceFault.TORNADO,
                        Span.NONE,
                        "the emitted task does not fit the programming interface of TornadoVM " + tornado.version()
                                + ":\n" + messages);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Where a run's OpenCL goes. */
    Path kernel() {
        return root.resolve("kernel.cl");
    }

    /** The lines that a run reads its arguments from. */
    Path arguments() {
        return root.resolve("arguments");
    }
}
