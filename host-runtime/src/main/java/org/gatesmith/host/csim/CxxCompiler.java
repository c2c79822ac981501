package org.gatesmith.host.csim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;

/**
 * The C++ compiler: {@code $CXX}, or {@code g++} on the path.
 *
 * @param command how it is called
 * @param version first line of {@code --version}, part of every cache key
 */
record CxxCompiler(String command, String version) {

    static CxxCompiler find() throws MissingToolException {
        String command = System.getenv().getOrDefault("CXX", "g++");
        try {
            Process process = new ProcessBuilder(command, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return new CxxCompiler(command, output.lines().findFirst().orElse(""));
            }
        } catch (IOException _) {
            // reported below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new MissingToolException(
                "C simulation needs the C++ compiler " + command
                        + ", which is not installed; on Debian: apt-get install g++ (or './gatesmith setup'), or name another one in CXX");
    }

    /** Compiles in a folder; the compiler's messages become the exception's. */
    void run(Path folder, List<String> arguments) throws DeviceException {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(arguments);
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw failure(output.strip());
            }
        } catch (IOException e) {
            throw failure(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("cancelled");
        }
    }

    private DeviceException failure(String output) {
        return new DeviceException(
                DeviceFault.COMPILATION,
                Span.NONE,
                "the C++ compiler " + command + " rejects the emitted code:\n" + output);
    }
}
