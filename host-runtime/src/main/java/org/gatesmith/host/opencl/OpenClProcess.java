package org.gatesmith.host.opencl;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;

/**
 * The child process in which the driver runs. Requests may come from several threads and are answered in any order. A driver that
 * crashes takes the child with it, one that hangs is ended with it.
 */
final class OpenClProcess implements AutoCloseable {

    /** What a JVM prints when native code fails: the signal. */
    private static final Pattern SIGNAL = Pattern.compile("#\\s+(SIG[A-Z]+)");

    private static final Duration LAST_WORDS_LIMIT = Duration.ofSeconds(5);

    private final Process process;
    private final Writer requests;
    private final AtomicLong number = new AtomicLong();
    private final Map<Long, CompletableFuture<Message>> waiting = new ConcurrentHashMap<>();
    private final Queue<String> otherOutput = new ConcurrentLinkedQueue<>();
    private final Thread errorReader;
    private volatile boolean ended;

    private OpenClProcess(Process process) {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.errorReader =
                Thread.ofPlatform().daemon().start(() -> readLines(process.getErrorStream(), otherOutput::add));
        Thread.ofPlatform().daemon().start(() -> {
            readLines(process.getInputStream(), this::receive);
            ended = true;
            waiting.values().forEach(answer -> answer.completeExceptionally(new IOException("the process ended")));
        });
    }

    /**
     * Starts the child.
     *
     * @param environment variables besides this process's own
     */
    static OpenClProcess start(Map<String, String> environment) throws DeviceException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-cp",
                System.getProperty("java.class.path"),
                OpenClServer.class.getName()));
        builder.environment().putAll(environment);
        try {
            return new OpenClProcess(builder.start());
        } catch (IOException e) {
            throw crash("the process for OpenCL cannot be started: " + e.getMessage());
        }
    }

    private static void readLines(InputStream in, Consumer<String> sink) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sink.accept(line);
            }
        } catch (IOException _) {
            // the child is gone
        }
    }

    /** Answers begin with the number of a request; all else comes from the driver or a dying JVM. */
    private void receive(String line) {
        int space = line.indexOf(' ');
        boolean numbered = space > 0 && line.chars().limit(space).allMatch(Character::isDigit);
        CompletableFuture<Message> answer = numbered ? waiting.remove(Long.valueOf(line.substring(0, space))) : null;
        if (answer == null) {
            otherOutput.add(line);
        } else {
            answer.complete(Message.parse(line).rest());
        }
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @return the answer without its first word
     * @throws ClFault what the child could not do
     * @throws DeviceException it crashed or took too long; it is gone then
     */
    Message call(Message request, Duration limit) throws ClFault, DeviceException {
        long id = number.incrementAndGet();
        CompletableFuture<Message> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        send(request.numbered(id));
        if (ended) {
            answer.completeExceptionally(new IOException("the process ended"));
        }
        try {
            Message message = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!message.word(0).equals("ok")) {
                throw new ClFault(ClFault.Kind.valueOf(message.word(0)), message.word(1));
            }
            return message.rest();
        } catch (TimeoutException e) {
            close();
            throw new DeviceException(
                    DeviceFault.TIME_LIMIT,
                    Span.NONE,
                    "the kernel did not end within " + limit.toSeconds()
                            + " s on the OpenCL device; if it only needs longer, raise --time-limit");
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new DeviceException(DeviceFault.TIME_LIMIT, Span.NONE, "the run was cancelled");
        } catch (ExecutionException e) {
            throw crash(lastWords());
        }
    }

    private void send(Message request) {
        synchronized (requests) {
            try {
                requests.write(request.line() + "\n");
                requests.flush();
            } catch (IOException _) {
                // the child is gone; the missing answer says so
            }
        }
    }

    private String lastWords() {
        int code = awaitEnd();
        String output = otherOutput.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> "\n" + line)
                .collect(Collectors.joining());
        return otherOutput.stream()
                        .map(SIGNAL::matcher)
                        .filter(Matcher::find)
                        .map(found -> explained(found.group(1)))
                        .findFirst()
                        .orElseGet(() -> ending(code))
                + output;
    }

    /** Lets a dying child say why, and end by itself; then its exit code, or -1 if it did not end. */
    private int awaitEnd() {
        try {
            boolean isOver = process.waitFor(LAST_WORDS_LIMIT);
            errorReader.join(LAST_WORDS_LIMIT);
            return isOver ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            close();
        }
    }

    /** A crash may leave the JVM no time for a word; the exit code still tells the signal. Numbers as on Linux. */
    private static String ending(int code) {
        return switch (code - 128) {
            case 7 -> explained("SIGBUS");
            case 8 -> explained("SIGFPE");
            case 11 -> explained("SIGSEGV");
            default -> "the process that runs the OpenCL driver ended without an answer";
        };
    }

    private static String explained(String signal) {
        return "the OpenCL driver stopped with " + signal + ": "
                + switch (signal) {
                    case "SIGFPE" -> "probably an integer division by zero in the kernel";
                    case "SIGSEGV", "SIGBUS" ->
                        "probably an index outside an array, or more arrays than the device holds";
                    default -> "the kernel or the driver failed";
                }
                + "; run with --on jvm to find out";
    }

    private static DeviceException crash(String message) {
        return new DeviceException(DeviceFault.CRASH, Span.NONE, message);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
