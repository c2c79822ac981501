package org.gatesmith.host.rtl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.jspecify.annotations.Nullable;

/**
 * The program that makes C++ of Verilog.
 *
 * @param version what {@code --version} says, part of every cache key
 * @param root folder with its own headers and sources
 */
record Verilator(String version, Path root) {

    private static final String COMMAND = "verilator";

    static Verilator find() throws MissingToolException {
        try {
            Output version = output(List.of(COMMAND, "--version"), null);
            Output root = output(List.of(COMMAND, "--getenv", "VERILATOR_ROOT"), null);
            if (version.code() == 0 && root.code() == 0) {
                return new Verilator(version.text(), Path.of(root.text()));
            }
        } catch (IOException _) {
            // reported below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new MissingToolException(
                "RTL simulation needs Verilator, which is not installed; on Debian: apt-get install"
                        + " verilator (or './gatesmith setup')");
    }

    /** Translates in a folder; Verilator's messages become the exception's. */
    void run(Path folder, List<String> arguments) throws DeviceException {
        List<String> line = new ArrayList<>(List.of(COMMAND));
        line.addAll(arguments);
        try {
            Output output = output(line, folder);
            if (output.code() != 0) {
                throw failure("Verilator rejects the emitted Verilog:\n" + output.text());
            }
        } catch (IOException e) {
            throw failure("Verilator cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("cancelled");
        }
    }

    private record Output(int code, String text) {}

    private static Output output(List<String> line, @Nullable Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text.strip());
    }

    private static DeviceException failure(String message) {
        return new DeviceException(DeviceFault.COMPILATION, Span.NONE, message);
    }
}
