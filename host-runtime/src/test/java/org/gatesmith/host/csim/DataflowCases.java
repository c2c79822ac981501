package org.gatesmith.host.csim;

import static org.gatesmith.host.csim.CppProgram.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The program of {@code dataflow_cases.cpp}: kernels with two arrays of 32-bit integers, an input
 * {@code a} and an output {@code b}.
 */
final class DataflowCases {

    /** The cases, with the numbers the program knows them by. */
    enum Case {
        PIPELINE(0),
        NESTED(1),
        REPEATED(2),
        ORDERED(3),
        RECONVERGENT(4),
        RECONVERGENT_TWICE(5),
        RING(6),
        NESTED_RING(7),
        TOO_FEW(8),
        TOO_MANY(9),
        TWO_READERS(10),
        LATE_FIFO(11),
        UNKNOWN_PROCESS(12),
        POLLING(13),
        ENDLESS_POLL(14),
        QUEUE(15),
        READ_OF_EMPTY_QUEUE(16),
        PRINTING(17),
        INVALID_ADDRESS(18),
        NATIVE_DIVISION_BY_ZERO(19),
        DIVISION_BY_ZERO(20),
        WIDE_DIVISION_BY_ZERO(21),
        ABORT(22),
        STACK_OVERFLOW(23),
        INDEX_PAST_END(24),
        INDEX_BEFORE_START(25),
        WRITE_TO_INPUT(26),
        ENDLESS_LOOP(27);

        private final int number;

        Case(int number) {
            this.number = number;
        }
    }

    /**
     * What a program answered.
     *
     * @param lines its answers, the first being that it is ready
     * @param b the output array
     */
    record Answers(int exitCode, List<JsonNode> lines, List<Integer> b) {

        JsonNode last() {
            return lines.getLast();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 4096;

    private static @Nullable DataflowCases concurrent;

    private final CppProgram program;

    private DataflowCases(CppProgram program) {
        this.program = program;
    }

    /** The program with processes that run concurrently. */
    static synchronized DataflowCases concurrent() {
        if (concurrent == null) {
            concurrent = build("dataflow_cases", List.of("-DGATESMITH_CSIM"));
        }
        return concurrent;
    }

    /** The program as it is built with the vendor's headers, for which ours stand in. */
    static DataflowCases inOrder() {
        return build("in_order_cases", List.of("-DGATESMITH_CSIM", "-DGATESMITH_VENDOR_HEADERS"));
    }

    /** The same with an hls::stream that has no depth. */
    static DataflowCases inOrderWithoutDepth() {
        return build(
                "in_order_cases_without_depth",
                List.of(
                        "-I" + resource("stream_without_depth"),
                        "-DGATESMITH_CSIM",
                        "-DGATESMITH_VENDOR_HEADERS",
                        "-DGATESMITH_STREAM_WITHOUT_DEPTH"));
    }

    private static DataflowCases build(String name, List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.addAll(CppProgram.kernelOptions());
        List<Path> sources = new ArrayList<>(List.of(resource("dataflow_cases.cpp")));
        try (Stream<Path> files = Files.list(resource("runtime"))) {
            files.filter(file -> file.toString().endsWith(".cpp")).sorted().forEach(sources::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DataflowCases(CppProgram.build(name, all, sources.toArray(Path[]::new)));
    }

    Path executable() {
        return program.executable().toAbsolutePath();
    }

    /** Runs one case on a = 10, 11, 12, ... of {@code n} elements. */
    Answers run(Case which, int n) {
        return run(n, List.of(call(which, n)));
    }

    /** Maps a and b with {@code n} elements each and gives the commands. */
    Answers run(int n, List<String> commands) {
        try {
            Path folder = Files.createTempDirectory(executable().getParent(), "arrays");
            List<String> all = new ArrayList<>(
                    List.of(map("a", n, array(folder.resolve("a"), n)), map("b", n, array(folder.resolve("b"), n))));
            all.addAll(commands);
            CppProgram.Outcome outcome = program.run(String.join("\n", all) + "\n");
            List<JsonNode> lines = outcome.lines().stream().map(JSON::readTree).toList();
            return new Answers(outcome.exitCode(), lines, elements(folder.resolve("b"), n));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String call(Case which, int n) {
        return "run %x %x".formatted(n, which.number);
    }

    /** Maps an array that ends with its file. */
    static String map(String name, int n, Path file) {
        try {
            return "map %s %d %d %s".formatted(name, Files.size(file) - 4L * n, 4L * n, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of whole pages that ends with n integers from 10 on. */
    static Path array(Path file, int n) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((4 * n + PAGE - 1) / PAGE * PAGE).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.capacity() - 4 * n);
        IntStream.range(0, n).forEach(i -> bytes.putInt(10 + i));
        return Files.write(file, bytes.array());
    }

    private static List<Integer> elements(Path file, int n) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int[] values = new int[n];
        bytes.position(bytes.capacity() - 4 * n);
        bytes.asIntBuffer().get(values);
        return IntStream.of(values).boxed().toList();
    }
}
