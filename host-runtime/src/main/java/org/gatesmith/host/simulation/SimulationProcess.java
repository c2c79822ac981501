package org.gatesmith.host.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.device.MappedBuffer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated kernel in its child process; commands go in, lines of JSON come out (see {@code gatesmith_server.cpp}). */
public final class SimulationProcess implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration LAST_WORDS_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final String kind;
    private final Process process;
    private final Writer commands;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final Thread errorReader;

    private SimulationProcess(Process process, String kind) {
        this.kind = kind;
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().start(() -> {
            readLines(process.getInputStream(), line -> answers.add(Optional.of(line)));
            answers.add(Optional.empty());
        });
        this.errorReader = Thread.ofPlatform().daemon().start(() -> readLines(process.getErrorStream(), errors::add));
    }

    /**
     * Starts a program that serves the host.
     *
     * @param options of the program
     * @param kind of simulation, in words, such as {@code C simulation}
     */
    public static SimulationProcess start(Path program, List<String> options, String kind) throws DeviceException {
        try {
            SimulationProcess started = new SimulationProcess(new ProcessBuilder(line(program, options)).start(), kind);
            started.answer(ANSWER_LIMIT);
            return started;
        } catch (IOException e) {
            throw new DeviceException(
                    DeviceFault.CRASH, Span.NONE, "the simulated kernel cannot be started: " + e.getMessage());
        }
    }

    private static List<String> line(Path program, List<String> options) {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(options);
        return line;
    }

    /** What to send for a call with these arguments: buffers that are files, and scalars. */
    public static List<String> commands(KernelSignature signature, List<Argument> arguments) {
        List<String> commands = new ArrayList<>();
        List<String> scalars = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case Argument.Buffer port ->
                    commands.add(map(signature.parameters().get(i), port));
                case Argument.Number number -> scalars.add(Long.toHexString(number.bits()));
            }
        }
        commands.add(("run " + String.join(" ", scalars)).strip());
        return commands;
    }

    private static String map(Parameter parameter, Argument.Buffer port) {
        long bytes = port.elements() * parameter.type().bytes();
        Path file = ((MappedBuffer) port.buffer()).file().toAbsolutePath();
        return "map " + parameter.name() + " 0 " + bytes + " " + file;
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

    /**
     * Sends commands, all at once as every exchange costs two changes of process, and waits for their answers.
     *
     * @param limit longest time that any of them may take
     * @return the answer to the last
     * @throws DeviceException the first of them that could not be carried out
     */
    public JsonNode call(List<String> lines, Duration limit) throws DeviceException {
        try {
            commands.write(String.join("\n", lines) + "\n");
            commands.flush();
        } catch (IOException _) {
            // the child is gone; its last answer says why
        }
        List<JsonNode> replies = new ArrayList<>();
        while (replies.size() < lines.size()) {
            replies.add(answer(limit));
        }
        for (JsonNode reply : replies) {
            requireCarriedOut(reply);
        }
        return replies.getLast();
    }

    /** The next answer, unless it is the last of a child that has died. */
    private JsonNode answer(Duration limit) throws DeviceException {
        Optional<String> line;
        try {
            line = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new DeviceException(DeviceFault.TIME_LIMIT, Span.NONE, "the run was cancelled");
        }
        if (line == null) {
            throw new DeviceException(
                    DeviceFault.TIME_LIMIT,
                    Span.NONE,
                    "the kernel did not end within " + limit.toSeconds() + " s in " + kind + interrupted()
                            + "; if it only needs longer, raise --time-limit");
        }
        return checked(line.orElseThrow(this::ended));
    }

    /** Ends the child; it has time for last words, from which comes the process that it was in. */
    private String interrupted() {
        process.toHandle().destroy();
        try {
            Optional<String> words = answers.poll(LAST_WORDS_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return words == null ? "" : words.map(SimulationProcess::processOf).orElse("");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            close();
        }
    }

    private static String processOf(String answer) {
        try {
            return place(MAPPER.readTree(answer));
        } catch (JacksonException e) {
            return "";
        }
    }

    private JsonNode checked(String line) throws DeviceException {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw new DeviceException(DeviceFault.CRASH, Span.NONE, "the simulated kernel answers nonsense: " + line);
        }
        return switch (answer.path("status").asString("")) {
            case "ok", "ready", "error" -> answer;
            case "deadlock" ->
                throw new DeviceException(
                        DeviceFault.DEADLOCK, Span.NONE, answer.path("text").asString(""));
            default -> throw failure(answer);
        };
    }

    /** The child may say itself what kind of fault it is. */
    private DeviceException failure(JsonNode answer) {
        Optional<DeviceFault> named = DeviceFault.of(answer.path("fault").asString(""));
        return named.map(fault -> new DeviceException(
                        fault, Span.NONE, answer.path("message").asString("")))
                .orElseGet(() -> new DeviceException(DeviceFault.CRASH, Span.NONE, crash(answer)));
    }

    private static void requireCarriedOut(JsonNode answer) throws DeviceException {
        if (answer.path("status").asString("").equals("error")) {
            throw new DeviceException(
                    DeviceFault.CRASH,
                    Span.NONE,
                    "the simulated kernel cannot be called: "
                            + answer.path("message").asString(""));
        }
    }

    private String crash(JsonNode answer) {
        String signal = answer.has("signal") ? " with " + answer.path("signal").asString("") : "";
        return "the simulated kernel stopped" + signal + place(answer) + ": "
                + answer.path("message").asString("no reason given") + errorOutput();
    }

    private static String place(JsonNode answer) {
        String name = answer.path("process").asString("");
        return name.isEmpty() ? "" : " in process '" + name + "'";
    }

    private DeviceException ended() {
        return new DeviceException(
                DeviceFault.CRASH, Span.NONE, "the simulated kernel ended without an answer" + errorOutput());
    }

    /** All that the child wrote to its error output, once it is gone. */
    private String errorOutput() {
        // Process.destroyForcibly would close the pipe with the output.
        process.toHandle().destroyForcibly();
        try {
            errorReader.join(LAST_WORDS_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return errors.isEmpty() ? "" : "\n" + String.join("\n", errors);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
