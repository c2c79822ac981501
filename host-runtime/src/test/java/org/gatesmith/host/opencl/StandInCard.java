package org.gatesmith.host.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.emit.opencl.OpenClKernel;
import org.gatesmith.hls.emit.opencl.OpenClPipes;
import org.gatesmith.hls.signature.Parameter;

/**
 * A library in the place of {@code libOpenCL.so.1} that has one card, runs emitted kernels on it as C in threads, and writes down
 * how it was called.
 */
public final class StandInCard {

    private static final Path SOURCE =
            Path.of("src/test/resources/opencl/stand_in_card.c").toAbsolutePath();
    private static final Path HEADERS =
            Path.of("../hls-gen/src/test/resources/opencl").toAbsolutePath();
    private static final Pattern DEPTH = Pattern.compile("__attribute__\\(\\(xcl_reqd_pipe_depth\\((\\d+)\\)\\)\\)");
    private static final Pattern ATTRIBUTE = Pattern.compile("__attribute__\\(\\(.*\\)\\)");

    private static final int PLATFORM = 352;
    private static final int MODE = 332;
    private static final int LENGTH = 304;
    private static final int HEAD_BYTES = 456;

    private final Path folder;

    private StandInCard(Path folder) {
        this.folder = folder;
    }

    /** A kernel of the card: its name, and the parameters of the whole kernel that it takes. */
    private record Part(String name, List<Integer> parameters) {}

    /** A card with the kernel as one. */
    public static StandInCard with(CompiledKernel kernel, Path folder) throws Exception {
        OpenClKernel emitted = kernel.openCl("u280");
        List<Integer> all = IntStream.range(0, kernel.signature().parameters().size())
                .boxed()
                .toList();
        return build(
                kernel,
                emitted.text(),
                List.of(new Part(emitted.name(), all)),
                emitted.fifos().size(),
                folder);
    }

    /** A card with the processes of the kernel as kernels that pipes join. */
    public static StandInCard withPipes(CompiledKernel kernel, Path folder) throws Exception {
        OpenClPipes emitted = kernel.openClPipes("u280").orElseThrow();
        return build(
                kernel,
                emitted.text(),
                emitted.processes().stream()
                        .map(process -> new Part(process.kernel(), process.parameters()))
                        .toList(),
                0,
                folder);
    }

    private static StandInCard build(CompiledKernel kernel, String text, List<Part> parts, int fifos, Path folder)
            throws Exception {
        StringBuilder code = new StringBuilder("#include \"opencl_as_c.h\"\n#include \"pipes_on_threads.h\"\n");
        code.append(ATTRIBUTE
                .matcher(DEPTH.matcher(text).replaceAll("__attribute((aligned($1)))"))
                .replaceAll(""));
        List<String> rows = new ArrayList<>();
        for (Part part : parts) {
            List<String> arguments = new ArrayList<>();
            StringBuilder kinds = new StringBuilder();
            for (int number : part.parameters()) {
                boolean array = kernel.signature().parameters().get(number) instanceof Parameter.Array;
                kinds.append(array ? 'b' : 's');
                arguments.add(argument(kernel.signature().parameters().get(number), arguments.size()));
            }
            if (fifos > 0) {
                arguments.add("*(uchar**)a[" + arguments.size() + "]");
                arguments.add("*(ulong**)a[" + arguments.size() + "]");
                kinds.append("bb");
            }
            code.append("static void call_")
                    .append(part.name())
                    .append("(void** a) {\n    ")
                    .append(part.name());
            code.append('(').append(String.join(", ", arguments)).append(");\n}\n");
            rows.add("{\"" + part.name() + "\", \"" + kinds + "\", call_" + part.name() + "}");
        }
        code.append("const struct { const char* name; const char* kinds; void (*call)(void**); } card_kernels[] = {")
                .append(String.join(", ", rows))
                .append("};\nconst int card_kernel_count = ")
                .append(rows.size())
                .append(";\n");
        Files.writeString(folder.resolve("kernels.c"), code);
        compile(folder);
        return new StandInCard(folder);
    }

    private static String argument(Parameter parameter, int index) {
        String type = switch (parameter.type()) {
            case BOOLEAN -> "uchar";
            case BYTE -> "char";
            case SHORT -> "short";
            case CHAR -> "ushort";
            case INT -> "int";
            case LONG -> "long";
            case FLOAT -> "float";
            case DOUBLE -> "double";
        };
        return "*(" + type + (parameter instanceof Parameter.Array ? "*" : "") + "*)a[" + index + "]";
    }

    private static void compile(Path folder) throws IOException, InterruptedException {
        Process compiler = new ProcessBuilder(
                        "gcc",
                        "-std=gnu99",
                        "-O1",
                        "-ffp-contract=off",
                        "-fwrapv",
                        "-fPIC",
                        "-shared",
                        "-I" + HEADERS,
                        "-Wno-unknown-pragmas",
                        "-o",
                        "libOpenCL.so.1",
                        SOURCE.toString(),
                        "kernels.c",
                        "-lm",
                        "-lpthread")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String messages = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(compiler.waitFor()).as(messages).isZero();
    }

    /** Variables for the process that is to use the card; some settings in pairs, such as {@code CARD_NAME}. */
    public Map<String, String> environment(String... settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("LD_LIBRARY_PATH", folder.toString());
        environment.put("CARD_LOG", folder.resolve("calls").toString());
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        return environment;
    }

    /** The calls so far, one a line. */
    public List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    /** A file with the head of a program for a card, and some bytes behind it. */
    public static Path program(Path file, int mode) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + 100).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(0, "xclbin2".getBytes(StandardCharsets.US_ASCII));
        bytes.putLong(LENGTH, bytes.capacity());
        bytes.putShort(MODE, (short) mode);
        bytes.put(PLATFORM, "xilinx_u280_gen3x16_xdma_base_1".getBytes(StandardCharsets.US_ASCII));
        for (int i = HEAD_BYTES; i < bytes.capacity(); i++) {
            bytes.put(i, (byte) (i * 7));
        }
        return Files.write(file, bytes.array());
    }
}
