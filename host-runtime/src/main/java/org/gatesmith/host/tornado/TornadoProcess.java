package org.gatesmith.host.tornado;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;

/**
 * One child JVM with TornadoVM in it: a task graph needs a JVM of its own, a crash there costs a message, and a compilation that
 * never ends is stopped.
 */
final class TornadoProcess {

    /**
     * A failed compilation is an error instead of a run as plain Java; no fused multiply-add, no relaxed floating point,
     * no functions of less precision (OpenCL's {@code native_} ones) and no reciprocal roots, which are TornadoVM's defaults and change
     * results. Every function is inlined, however large: OpenCL of TornadoVM has no calls.
     */
    static final List<String> FLAGS = List.of(
            "-Dtornado.recover.bailout=False",
            "-Dtornado.enable.fma=False",
            "-Dtornado.enable.nativeFunctions=False",
            "-Dtornado.enable.mathOptimizations=False",
            "-Djdk.graal.MaximumInliningSize=10000",
            "-Djdk.graal.MaximumDesiredSize=200000",
            "-Dtornado.opencl.compiler.flags=-w",
            "-Dtornado.printKernel=True");

    private static final int QUOTED_LINES = 12;

    private final List<String> java;
    private final TornadoInstallation tornado;
    private final TaskFolder folder;
    private final List<String> options;

    TornadoProcess(TornadoInstallation tornado, TaskFolder folder, List<String> options) {
        this(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), tornado, folder, options);
    }

    TornadoProcess(List<String> java, TornadoInstallation tornado, TaskFolder folder, List<String> options) {
        this.java = List.copyOf(java);
        this.tornado = tornado;
        this.folder = folder;
        this.options = List.copyOf(options);
    }

    /** What the child printed, once it ended well and TornadoVM compiled {@code kernel}. */
    List<String> call(String mode, String kernel, Duration limit) throws DeviceException {
        try {
            Files.deleteIfExists(folder.kernel());
            Path output = folder.root().resolve("output");
            Process process = new ProcessBuilder(command(mode))
                    .directory(folder.work().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            await(process, limit);
            List<String> lines = new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            check(process.exitValue(), kernel, lines);
            return lines;
        } catch (IOException e) {
            throw failure("the child JVM cannot be run: " + e.getMessage());
        }
    }

    private List<String> command(String mode) {
        List<String> command = new ArrayList<>(java);
        command.add("@" + tornado.argumentFile());
        command.addAll(FLAGS);
        command.add("-Dtornado.print.kernel.dir=" + folder.kernel().toAbsolutePath());
        command.addAll(options);
        command.addAll(List.of("-cp", folder.classes().toAbsolutePath().toString(), "TaskMain", mode));
        command.add(folder.arguments().toAbsolutePath().toString());
        return command;
    }

    private static void await(Process process, Duration limit) throws DeviceException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            throw new DeviceException(
                    DeviceFault.TIME_LIMIT,
                    Span.NONE,
                    "TornadoVM did not compile and run the kernel within " + limit.toSeconds()
                            + " s; some methods make its compiler run forever; if it only needs longer, raise --time-limit");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException(DeviceFault.TIME_LIMIT, Span.NONE, "the run was cancelled");
        } finally {
            process.destroyForcibly();
        }
    }

    /** TornadoVM only prints the errors of OpenCL, and exits with 0 after some of its own. */
    private void check(int exit, String kernel, List<String> lines) throws DeviceException, IOException {
        List<String> errors = lines.stream().filter(TornadoProcess::isError).toList();
        if (exit != 0 || !errors.isEmpty()) {
            List<String> shown = errors.isEmpty() ? lines : errors;
            throw failure(tornado.title() + " failed" + (exit == 0 ? "" : " with exit code " + exit) + ":\n"
                    + shown.stream().limit(QUOTED_LINES).collect(Collectors.joining("\n")));
        }
        if (!Files.exists(folder.kernel()) || !Files.readString(folder.kernel()).contains("__kernel void " + kernel)) {
            throw failure(tornado.title() + " ended without compiling the kernel; what it computed is not used");
        }
    }

    static boolean isError(String line) {
        return line.contains("ERROR")
                || line.contains("Exception")
                || line.toLowerCase(Locale.ROOT).contains("bailout")
                || line.contains("Running sequential")
                || line.contains("Unable to compile")
                || line.contains("Build program status = -");
    }

    /** What a reader of the results should know of the installation. */
    List<String> warnings() {
        return tornado.isTried() ? List.of() : List.of(tornado.title() + " ran the kernel");
    }

    private static DeviceException failure(String message) {
        return new DeviceException(DeviceFault.TORNADO, Span.NONE, message);
    }
}
