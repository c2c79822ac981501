package org.gatesmith.host.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;

/**
 * The synthesis program.
 *
 * @param version what it says of itself
 */
public record Yosys(String version) {

    private static final String COMMAND = "yosys";
    private static final Pattern PASS = Pattern.compile("^[0-9.]+\\. Executing (\\S+) pass");

    /** How much of the end of the log is kept: the statistics are there, or what went wrong. */
    private static final int KEPT_CHARACTERS = 200_000;

    /**
     * Finds it.
     *
     * @throws MissingToolException it is not installed
     */
    public static Yosys find() throws MissingToolException {
        try {
            Process process =
                    new ProcessBuilder(COMMAND, "-V").redirectErrorStream(true).start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() == 0) {
                return new Yosys(version);
            }
        } catch (IOException _) {
            // reported below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new MissingToolException(
                "synthesis needs Yosys, which is not installed; on Debian: apt-get install yosys (or './gatesmith setup')");
    }

    /**
     * Synthesises a kernel for UltraScale+.
     *
     * @param progress is told the pass that runs
     * @throws DeviceException it fails or takes too long
     */
    public Synthesis run(SynthesisTask task, Duration limit, Consumer<String> progress) throws DeviceException {
        try {
            Process process = new ProcessBuilder(COMMAND, "-p", task.script())
                    .directory(task.folder().toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            AtomicBoolean late = new AtomicBoolean();
            Thread watch = Thread.ofVirtual().start(() -> stopWhenLate(process, limit, late));
            String log = follow(process, progress);
            int code = process.waitFor();
            watch.interrupt();
            if (late.get()) {
                throw failure(
                        DeviceFault.TIME_LIMIT,
                        "Yosys did not end within " + words(limit)
                                + "; raise --synth-limit, or synthesise a smaller kernel");
            }
            return Synthesis.of(log, version)
                    .filter(_ -> code == 0)
                    .orElseThrow(() -> failure(DeviceFault.COMPILATION, "Yosys fails:\n" + lastLines(log)));
        } catch (IOException e) {
            throw failure(DeviceFault.COMPILATION, "Yosys cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(DeviceFault.COMPILATION, "cancelled");
        }
    }

    private static void stopWhenLate(Process process, Duration limit, AtomicBoolean late) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                late.set(true);
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            // it has ended
        }
    }

    private static String follow(Process process, Consumer<String> progress) throws IOException {
        StringBuilder log = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher pass = PASS.matcher(line);
                if (pass.find()) {
                    progress.accept(pass.group(1));
                }
                log.append(line).append('\n');
                if (log.length() > 2 * KEPT_CHARACTERS) {
                    log.delete(0, log.length() - KEPT_CHARACTERS);
                }
            }
        }
        return log.toString();
    }

    private static String words(Duration limit) {
        long minutes = limit.toMinutes();
        return minutes == 1 ? "1 minute" : minutes == 0 ? limit.toMillis() + " ms" : minutes + " minutes";
    }

    private static String lastLines(String log) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private static DeviceException failure(DeviceFault fault, String message) {
        return new DeviceException(fault, Span.NONE, message);
    }
}
