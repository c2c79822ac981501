package org.gatesmith.host.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Whether a program is there.
 *
 * @param path where it is, if it is there
 * @param version first line of what it says of itself, empty if it says nothing
 */
public record ToolState(Tool tool, Optional<Path> path, String version) {

    private static final long PATIENCE_SECONDS = 20;

    /** Looks for a program on the path. */
    public static ToolState of(Tool tool) {
        for (String command : tool.commands()) {
            Optional<Path> found = find(command);
            if (found.isPresent()) {
                return new ToolState(tool, found, version(found.get(), tool.versionOption()));
            }
        }
        return new ToolState(tool, Optional.empty(), "");
    }

    private static Optional<Path> find(String command) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, command))
                .filter(candidate -> Files.isExecutable(candidate) && !Files.isDirectory(candidate))
                .findFirst();
    }

    private static String version(Path program, String option) {
        try {
            Process process = new ProcessBuilder(program.toString(), option)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
