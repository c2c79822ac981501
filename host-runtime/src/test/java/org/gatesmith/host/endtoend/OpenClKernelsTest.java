package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.run.Devices;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels compute the same bits on an OpenCL device as on the JVM. */
class OpenClKernelsTest {

    private static final Path SHOULD_COMPILE = Path.of("../hls-gen/src/test/resources/kernels/should-compile");

    /** Its processes wait for each other in both directions, which OpenCL C cannot express; asking for it is an error. */
    private static final String CIRCULAR = "FifoFeedback.java";

    private static final int RUNS = 6;

    @BeforeAll
    static void openClIsInstalled() throws Exception {
        OpenCl.assumeInstalled();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.gatesmith.host.endtoend.LibraryKernel#all")
    void libraryKernelsAgreeWithTheJvm(LibraryKernel kernel) throws Exception {
        agrees(kernel);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.gatesmith.host.endtoend.LibraryKernel#tuned")
    void libraryKernelsAgreeForOtherConstants(LibraryKernel kernel) throws Exception {
        agrees(kernel);
    }

    private static void agrees(LibraryKernel kernel) throws Exception {
        CompiledKernel compiled = KernelCompiler.compile(kernel.request());
        try (Device openCl = open("opencl", compiled);
                Device jvm = open("jvm", compiled)) {
            LibraryKernelsTest.compare(kernel, compiled, Place.on(jvm), Map.of("opencl", Place.on(openCl)));
        }
    }

    static List<Path> shouldCompile() throws IOException {
        try (Stream<Path> files = Files.list(SHOULD_COMPILE)) {
            return files.filter(file -> !file.endsWith(CIRCULAR)).sorted().toList();
        }
    }

    /** Every construct of the kernel language; runs that fail on the JVM say nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("shouldCompile")
    void constructsOfTheLanguageAgreeWithTheJvm(Path file) throws Exception {
        KernelLocator.Located located = KernelLocator.locate(file.toString());
        CompiledKernel compiled = KernelCompiler.compile(CompileRequest.of(located.source(), located.kernel()));
        try (Device openCl = open("opencl", compiled);
                Device jvm = open("jvm", compiled)) {
            for (int seed = 0; seed < RUNS; seed++) {
                Contents contents = seed % 2 == 0 ? Contents.SPREAD : Contents.EXTREME;
                KernelCall call = KernelCall.random(compiled.signature(), "", seed, contents);
                Optional<Map<String, Elements>> expected = unlessItFails(Place.on(jvm), call);
                if (expected.isPresent()) {
                    Place.assertEqual(
                            "opencl", call, expected.get(), Place.on(openCl).run(call));
                }
            }
        }
    }

    private static Optional<Map<String, Elements>> unlessItFails(Place place, KernelCall call) throws Exception {
        try {
            return Optional.of(place.run(call));
        } catch (DeviceException e) {
            assertThat(e.fault())
                    .isIn(
                            DeviceFault.INDEX_OUT_OF_BOUNDS,
                            DeviceFault.DIVISION_BY_ZERO,
                            DeviceFault.CONTRACT,
                            DeviceFault.KERNEL_EXCEPTION);
            return Optional.empty();
        }
    }

    private static Device open(String name, CompiledKernel kernel) throws Exception {
        Board board = Boards.all().getFirst();
        return Devices.open(name, kernel, board, Optional.empty());
    }
}
