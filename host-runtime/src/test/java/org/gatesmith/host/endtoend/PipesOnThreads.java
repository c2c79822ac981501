package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.gatesmith.hls.emit.opencl.OpenClPipes;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Argument;

/**
 * Kernels joined by pipes, compiled as C with pipes that are bounded FIFOs of the depth that the file asks for. Every kernel runs
 * in a thread of its own.
 */
@SuppressWarnings("restricted")
final class PipesOnThreads implements Place, AutoCloseable {

    private static final Path HEADERS =
            Path.of("../hls-gen/src/test/resources/opencl").toAbsolutePath();
    private static final Pattern DEPTH = Pattern.compile("__attribute__\\(\\(xcl_reqd_pipe_depth\\((\\d+)\\)\\)\\)");
    private static final Pattern ATTRIBUTE = Pattern.compile("__attribute__\\(\\(.*\\)\\)");
    private static final long PATIENCE_SECONDS = 120;

    private final OpenClPipes pipes;
    private final Arena arena = Arena.ofShared();
    private final SymbolLookup library;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private PipesOnThreads(OpenClPipes pipes, Path library) {
        this.pipes = pipes;
        this.library = SymbolLookup.libraryLookup(library, arena);
    }

    /** Compiles the file; a result out of the range of its type, a shift too far and the like end the program. */
    static PipesOnThreads compile(OpenClPipes pipes, Path folder) throws Exception {
        return compile(pipes, pipes.text(), folder);
    }

    static PipesOnThreads compile(OpenClPipes pipes, String text, Path folder) throws Exception {
        String aligned = DEPTH.matcher(text).replaceAll("__attribute((aligned($1)))");
        Files.writeString(
                folder.resolve("kernels.c"),
                "#include \"opencl_as_c.h\"\n#include \"pipes_on_threads.h\"\n"
                        + ATTRIBUTE.matcher(aligned).replaceAll(""));
        Process compiler = new ProcessBuilder(
                        "gcc",
                        "-std=gnu99",
                        "-O1",
                        "-ffp-contract=off",
                        "-fwrapv",
                        "-Wall",
                        "-Wno-unknown-pragmas",
                        "-Wno-unused-function",
                        "-Werror",
                        "-fPIC",
                        "-shared",
                        "-I" + HEADERS,
                        "-o",
                        "kernels.so",
                        "kernels.c",
                        "-lm",
                        "-lpthread")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String messages = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(compiler.waitFor()).as(messages).isZero();
        return new PipesOnThreads(pipes, folder.resolve("kernels.so"));
    }

    @Override
    public Map<String, Elements> run(KernelCall call) throws Exception {
        Map<String, Elements> arrays = call.copies();
        try (Arena memory = Arena.ofShared()) {
            Map<String, MemorySegment> native_ = new LinkedHashMap<>();
            arrays.forEach((name, elements) -> native_.put(name, copy(memory, elements)));
            List<Future<?>> runs = new ArrayList<>();
            for (OpenClPipes.Process process : pipes.processes()) {
                runs.add(threads.submit(() -> start(process, call, native_)));
            }
            for (Future<?> run : runs) {
                run.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            arrays.forEach((name, elements) -> MemorySegment.copy(
                    native_.get(name),
                    0,
                    elements.segment(),
                    0,
                    elements.segment().byteSize()));
        }
        assertThat(counted("pipes_left")).as("what is left in the pipes").isZero();
        return arrays;
    }

    private static MemorySegment copy(Arena memory, Elements elements) {
        long bytes = elements.segment().byteSize();
        MemorySegment copy = memory.allocate(Math.max(1, bytes), Long.BYTES);
        MemorySegment.copy(elements.segment(), 0, copy, 0, bytes);
        return copy;
    }

    private Void start(OpenClPipes.Process process, KernelCall call, Map<String, MemorySegment> arrays)
            throws Exception {
        List<MemoryLayout> layouts = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (int number : process.parameters()) {
            switch (call.signature().parameters().get(number)) {
                case Parameter.Array array -> {
                    layouts.add(ValueLayout.ADDRESS);
                    arguments.add(arrays.get(array.name()));
                }
                case Parameter.Scalar scalar -> {
                    layouts.add(layout(scalar.type()));
                    Object value =
                            new Argument.Number(scalar.type(), call.size().bits(scalar)).boxed();
                    arguments.add(value instanceof Boolean truth ? (Object) (byte) (truth ? 1 : 0) : value);
                }
            }
        }
        invoke(process.kernel(), FunctionDescriptor.ofVoid(layouts.toArray(MemoryLayout[]::new)), arguments);
        return null;
    }

    private static MemoryLayout layout(JavaType type) {
        return switch (type) {
            case BOOLEAN, BYTE -> ValueLayout.JAVA_BYTE;
            case SHORT -> ValueLayout.JAVA_SHORT;
            case CHAR -> ValueLayout.JAVA_CHAR;
            case INT -> ValueLayout.JAVA_INT;
            case LONG -> ValueLayout.JAVA_LONG;
            case FLOAT -> ValueLayout.JAVA_FLOAT;
            case DOUBLE -> ValueLayout.JAVA_DOUBLE;
        };
    }

    private Object invoke(String function, FunctionDescriptor type, List<Object> arguments) throws Exception {
        MethodHandle handle = Linker.nativeLinker().downcallHandle(library.findOrThrow(function), type);
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Exception e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    private long counted(String function) throws Exception {
        return (long) invoke(function, FunctionDescriptor.of(ValueLayout.JAVA_LONG), List.of());
    }

    /** The most elements that a pipe ever held. */
    long fullest() throws Exception {
        return counted("pipes_most");
    }

    @Override
    public void close() {
        threads.shutdownNow();
        arena.close();
    }
}
