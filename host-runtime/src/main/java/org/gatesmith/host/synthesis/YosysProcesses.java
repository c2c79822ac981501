package org.gatesmith.host.synthesis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;

/** The processes of one synthesis, which end together. */
final class YosysProcesses implements AutoCloseable {

    private static final Pattern PASS = Pattern.compile("^[0-9.]+\\. Executing (\\S+) pass");

    /** How much of the end of the log is kept: it says what went wrong. */
    private static final int KEPT_CHARACTERS = 10_000;

    /** Exit codes of a process that a signal ended begin here. */
    private static final int SIGNALS = 128;

    private static final int INTERRUPT = 2;
    private static final int ABORT = 6;
    private static final int KILL = 9;
    private static final int TERMINATE = 15;

    private final Duration limit;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile Stop reason = Stop.NOT_YET;
    private final Thread watch;

    /** Why everything ends. */
    private enum Stop {
        NOT_YET,
        LATE,
        CANCELLED,
        ENDED
    }

    YosysProcesses(Duration limit) {
        this.limit = limit;
        this.watch = Thread.ofVirtual().start(this::stopWhenLate);
    }

    private void stopWhenLate() {
        try {
            Thread.sleep(limit);
            stop(Stop.LATE);
        } catch (InterruptedException _) {
            // it has ended
        }
    }

    /** Ends all processes; who waits for one is told that the work was cancelled. */
    void cancel() {
        stop(Stop.CANCELLED);
    }

    private void stop(Stop why) {
        synchronized (this) {
            reason = reason == Stop.NOT_YET ? why : reason;
        }
        running.forEach(YosysProcesses::kill);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /**
     * Runs Yosys to its end.
     *
     * @param folder in which it runs
     * @param script file with its commands, from the folder on
     * @param work what it does, for messages
     * @param pass is told the pass that runs
     * @throws DeviceException it fails, takes too long, or is cancelled
     */
    void run(Path folder, String script, String work, Consumer<String> pass)
            throws DeviceException, InterruptedException {
        Process process = start(folder, script);
        running.add(process);
        if (reason != Stop.NOT_YET) {
            kill(process);
        }
        try {
            String log = follow(process, pass);
            requireSuccess(process.waitFor(), work, log);
        } catch (IOException e) {
            requireSuccess(process.waitFor(), work, String.valueOf(e.getMessage()));
        } finally {
            kill(process);
            running.remove(process);
        }
    }

    private static Process start(Path folder, String script) throws DeviceException {
        try {
            Process process = new ProcessBuilder(Yosys.COMMAND, "-s", script)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw failure(DeviceFault.COMPILATION, "Yosys cannot be started: " + e.getMessage());
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

    private void requireSuccess(int code, String work, String log) throws DeviceException {
        switch (reason) {
            case LATE ->
                throw failure(
                        DeviceFault.TIME_LIMIT,
                        "synthesis did not end within " + words(limit) + ", in " + work
                                + "; raise --synth-limit, or synthesise a smaller kernel");
            case CANCELLED, ENDED -> throw cancelled();
            case NOT_YET -> {
                switch (code) {
                    case 0 -> {}
                    // Ctrl-C reaches all processes of a terminal, Yosys perhaps first.
                    case SIGNALS + INTERRUPT, SIGNALS + TERMINATE -> throw cancelled();
                    // From outside, as Linux does when memory runs out; or std::bad_alloc.
                    case SIGNALS + KILL, SIGNALS + ABORT ->
                        throw failure(
                                DeviceFault.CRASH,
                                "Yosys was ended in " + work
                                        + ", most likely because memory ran out; use --synth-jobs 1, end"
                                        + " other programs, or synthesise a smaller kernel");
                    default ->
                        throw failure(DeviceFault.COMPILATION, "Yosys fails in " + work + ":\n" + lastLines(log));
                }
            }
        }
    }

    private static DeviceException cancelled() {
        return failure(DeviceFault.TIME_LIMIT, "synthesis was cancelled");
    }

    private static String words(Duration limit) {
        long minutes = limit.toMinutes();
        return minutes == 1 ? "1 minute" : minutes == 0 ? limit.toMillis() + " ms" : minutes + " minutes";
    }

    private static String lastLines(String log) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    static DeviceException failure(DeviceFault fault, String message) {
        return new DeviceException(fault, Span.NONE, message);
    }

    @Override
    public void close() {
        stop(Stop.ENDED);
        watch.interrupt();
    }
}
