package org.gatesmith.host.simulation;

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
 * @param command how it is called; several words where options or another program stand before it, as in {@code ccache g++}
 * @param version first line of {@code --version}, part of every cache key
 */
public record CxxCompiler(List<String> command, String version) {

    public static CxxCompiler find(String purpose) throws MissingToolException {
        String named = System.getenv().getOrDefault("CXX", "");
        List<String> command =
                named.isBlank() ? List.of("g++") : List.of(named.strip().split("\\s+"));
        try {
            Process process = new ProcessBuilder(line(command, List.of("--version")))
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
                purpose + " needs the C++ compiler " + String.join(" ", command)
                        + ", which is not installed; on Debian: apt-get install g++ (or './gatesmith setup'), or name another one in CXX");
    }

    /** Compiles in a folder; the compiler's messages become the exception's. */
    public void run(Path folder, List<String> arguments) throws DeviceException {
        try {
            Process process = new ProcessBuilder(line(command, arguments))
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

    private static List<String> line(List<String> command, List<String> arguments) {
        List<String> line = new ArrayList<>(command);
        line.addAll(arguments);
        return line;
    }

    private DeviceException failure(String output) {
        return new DeviceException(
                DeviceFault.COMPILATION,
                Span.NONE,
                "the C++ compiler " + String.join(" ", command) + " rejects the emitted code:\n" + output);
    }
}
