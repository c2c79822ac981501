package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.run.Devices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels of the library compute the same bits in simulated hardware as on the JVM. */
class RtlKernelsTest {

    static List<LibraryKernel> kernels() {
        return LibraryKernel.all().stream()
                .filter(kernel -> kernel.name().equals("vector_add"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void hardwareAgreesWithTheJvm(LibraryKernel kernel) throws Exception {
        CompiledKernel compiled = KernelCompiler.compile(kernel.request());
        Board board = Boards.all().getFirst();
        try (Device jvm = Devices.open("jvm", compiled, board, Optional.empty());
                Device rtl = open(compiled, board)) {
            LibraryKernelsTest.compare(kernel, compiled, Place.on(jvm), Map.of("rtl", Place.on(rtl)));

            assertThat(rtl.measurements().getFirst()).contains("cycles in 56 calls");
        }
    }

    private static Device open(CompiledKernel compiled, Board board) throws Exception {
        try {
            return Devices.open("rtl", compiled, board, Optional.empty());
        } catch (MissingToolException e) {
            assumeTrue(false, e.getMessage());
            throw e;
        }
    }
}
