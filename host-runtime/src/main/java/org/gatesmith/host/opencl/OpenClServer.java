package org.gatesmith.host.opencl;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The child process around a driver: takes requests from its input and answers them on its output, each in a thread of its own,
 * so that transfers go on while the kernel runs. It ends when its input does.
 */
public final class OpenClServer {

    private final PrintStream out;
    private volatile @Nullable ClSession session;

    private OpenClServer(PrintStream out) {
        this.out = out;
    }

    /** Serves the process that started this one. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // Daemons, and never waited for: a kernel that hangs must not keep the process.
        ExecutorService threads = daemons();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            OpenClServer server = new OpenClServer(out);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Message request = Message.parse(line);
                threads.execute(() -> server.answer(request));
            }
        }
    }

    private static ExecutorService daemons() {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().name("request-", 1).daemon().factory());
    }

    private void answer(Message request) {
        Message answer;
        try {
            answer = carryOut(request.rest());
        } catch (ClFault e) {
            answer = Message.of(e.kind().name(), String.valueOf(e.getMessage()));
        } catch (ClException e) {
            answer = Message.of(ClFault.Kind.RUNTIME.name(), String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            answer = Message.of(ClFault.Kind.RUNTIME.name(), e.toString());
        }
        String line = answer.numbered(request.number(0)).line();
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private Message carryOut(Message request) throws ClException, ClFault, IOException {
        return switch (request.word(0)) {
            case "list" -> list();
            case "open" -> open(request);
            case "load" -> load(request);
            case "allocate" -> {
                session()
                        .allocate(
                                request.number(1),
                                request.number(2),
                                request.number(3),
                                Math.toIntExact(request.number(4)),
                                Path.of(request.word(5)));
                yield Message.of("ok");
            }
            case "write" -> {
                session().write(request.number(1), request.number(2));
                yield Message.of("ok");
            }
            case "read" -> {
                session().read(request.number(1), request.number(2));
                yield Message.of("ok");
            }
            case "copy" -> {
                session().copy(request.number(1), request.number(2));
                yield Message.of("ok");
            }
            case "free" -> {
                session().free(request.number(1));
                yield Message.of("ok");
            }
            case "run" ->
                Message.of(
                        "ok",
                        session()
                                .run(
                                        launch(request),
                                        request.words()
                                                .subList(3, request.words().size())));
            default -> throw new IllegalArgumentException("unknown command " + request.word(0));
        };
    }

    /** {@code run ITEMS GROUP ARGUMENT...}; no items leave the choice to the session. */
    private static @Nullable Launch launch(Message request) {
        return request.number(1) == 0 ? null : new Launch(request.number(1), request.number(2));
    }

    private ClSession session() {
        return Objects.requireNonNull(session, "no kernel is open");
    }

    private static ClLibrary library() throws ClFault {
        return ClLibrary.find()
                .orElseThrow(
                        () -> new ClFault(ClFault.Kind.MISSING, "the OpenCL loader libOpenCL.so.1 is not installed"));
    }

    private static Message list() throws ClException, ClFault {
        List<Object> devices = new ArrayList<>();
        for (ClDevice device : ClDevice.all(library())) {
            devices.add(device.description());
        }
        return Message.of("ok", devices.toArray());
    }

    /** {@code open DEVICE NAME FILE SHARED DOUBLES PRIVATE-BYTES FIFO-BYTES...}. */
    private Message open(Message request) throws ClException, ClFault, IOException {
        ClDevice device = Selection.of(ClDevice.all(library()), request.word(1));
        Suitability suitability = Suitability.of(device);
        suitability.require(Boolean.parseBoolean(request.word(5)), request.number(6));
        ClSession.Form form = new ClSession.Form(
                request.word(2),
                Path.of(request.word(3)),
                Boolean.parseBoolean(request.word(4)),
                numbers(request, 7, request.words().size()));
        session = ClSession.ofSource(device, form);
        return opened(device, suitability.warnings());
    }

    /** {@code load DEVICE BOARD NAME FILE PARAMETERS FIFOS FIFO-BYTES... PROCESS...}. */
    private Message load(Message request) throws ClException, ClFault, IOException {
        Selection.Card card = Selection.card(ClDevice.all(library()), request.word(1), request.word(2));
        int processes = 7 + Math.toIntExact(request.number(6));
        List<Integer> fifos = numbers(request, 7, processes);
        CardKernels.Wanted wanted = new CardKernels.Wanted(
                request.word(3),
                Math.toIntExact(request.number(5)),
                !fifos.isEmpty(),
                request.words().subList(processes, request.words().size()).stream()
                        .map(CardKernels.Part::parse)
                        .toList());
        session = ClSession.ofCard(card.device(), Path.of(request.word(4)), wanted, fifos);
        return opened(card.device(), card.warnings());
    }

    private static List<Integer> numbers(Message request, int from, int to) {
        return request.words().subList(from, to).stream().map(Integer::valueOf).toList();
    }

    private static Message opened(ClDevice device, List<String> warnings) throws ClException {
        return new Message(Stream.concat(Stream.of("ok", device.description()), warnings.stream())
                .toList());
    }
}
