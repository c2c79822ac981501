package org.gatesmith.host.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.emit.opencl.OpenClPipes;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.kernel.KernelLocator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dataflow kernels as one kernel per process, joined by pipes, compute the same bits as on the JVM. */
class OpenClPipesTest {

    private static final Path CONSTRUCTS = Path.of("../hls-gen/src/test/resources/kernels/should-compile");
    private static final int RUNS = 6;

    @TempDir
    private Path folder;

    /** The kernels of the library that have FIFOs, and what they have to say to it. */
    static List<LibraryKernel> withFifos() throws Exception {
        List<LibraryKernel> found = new ArrayList<>();
        for (LibraryKernel kernel : Stream.concat(LibraryKernel.all().stream(), LibraryKernel.tuned().stream())
                .toList()) {
            if (KernelCompiler.compile(kernel.request()).openClPipes("u280").isPresent()) {
                found.add(kernel);
            }
        }
        return found;
    }

    private static OpenClPipes pipes(CompiledKernel compiled) throws Exception {
        return compiled.openClPipes(Boards.all().getFirst().name()).orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withFifos")
    void libraryKernelsAgreeWithTheJvm(LibraryKernel kernel) throws Exception {
        CompiledKernel compiled = KernelCompiler.compile(kernel.request());
        try (PipesOnThreads threads = PipesOnThreads.compile(pipes(compiled), folder);
                Device jvm = new JvmDevice(compiled)) {
            LibraryKernelsTest.compare(kernel, compiled, Place.on(jvm), Map.of("pipes", threads));
        }
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void constructsOfTheLanguageAgreeWithTheJvm(String file) throws Exception {
        CompiledKernel compiled = compile(CONSTRUCTS.resolve(file));
        try (PipesOnThreads threads = PipesOnThreads.compile(pipes(compiled), folder);
                Device jvm = new JvmDevice(compiled)) {
            for (int seed = 0; seed < RUNS; seed++) {
                Contents contents = seed % 2 == 0 ? Contents.SPREAD : Contents.EXTREME;
                KernelCall call = KernelCall.random(compiled.signature(), "", seed, contents);
                Place.assertEqual("pipes", call, Place.on(jvm).run(call), threads.run(call));
            }
        }
    }

    static List<String> constructs() {
        return List.of("DataflowFifos.java");
    }

    private static CompiledKernel compile(Path source) throws Exception {
        KernelLocator.Located located = KernelLocator.locate(source.toString());
        return KernelCompiler.compile(CompileRequest.of(located.source(), located.kernel()));
    }
}
