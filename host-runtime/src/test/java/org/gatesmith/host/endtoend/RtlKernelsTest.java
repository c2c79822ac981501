package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.gatesmith.board.Board;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.rtl.MemoryModel.Fidelity;
import org.gatesmith.host.rtl.RtlDevice;
import org.gatesmith.host.run.Devices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kernels of the library compute the same bits in simulated hardware as on the JVM, in the cycles that were predicted; with small
 * constants, because the hardware is compiled as C++.
 */
class RtlKernelsTest {

    /** Sizes beside which the start does not count. */
    private static final Map<String, List<String>> LONG_CALLS = Map.of(
            "vector_add", List.of("n=5000"),
            "gemm_i8", List.of("m=65 n=70 k=75"),
            "gemm_f32", List.of("m=13 n=11 k=65"),
            "image_filter", List.of("h=50 w=100"),
            "jacobi_2d", List.of("h=50 w=100"),
            "relu_linear_attention_i8", List.of("heads=100 queries=13 keys=13"),
            "posit_dot", List.of("count=9999"));

    static List<LibraryKernel> kernels() {
        return LibraryKernel.small();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void hardwareAgreesWithTheJvm(LibraryKernel kernel) throws Exception {
        CompiledKernel compiled = KernelCompiler.compile(kernel.request());
        try (Device jvm = Devices.open("jvm", compiled, board(), Optional.empty());
                RtlDevice rtl = SimulatedHardware.open(compiled, board(), Fidelity.BOARD)) {
            LibraryKernelsTest.compare(kernel, compiled, Place.on(jvm), Map.of("rtl", Place.on(rtl)));

            assertThat(rtl.runs()).hasSize(56);
        }
    }

    /** Where neither trip counts nor branches depend on data, in calls of any length; short ones may be three cycles off. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("kernels")
    void hardwareTakesAsManyCyclesAsPredicted(LibraryKernel kernel) throws Exception {
        CompiledKernel compiled = KernelCompiler.compile(kernel.request());
        ScheduledKernel scheduled = SimulatedHardware.schedule(compiled, board());
        List<String> sizes = new ArrayList<>(LONG_CALLS.getOrDefault(kernel.name(), List.of()));
        sizes.addAll(kernel.sizes());
        SoftAssertions cycles = new SoftAssertions();
        try (RtlDevice rtl = SimulatedHardware.open(compiled, board(), Fidelity.IDEAL)) {
            for (String size : sizes) {
                KernelCall call = KernelCall.random(compiled.signature(), size, 1, Contents.SPREAD);
                CyclePrediction prediction = SimulatedHardware.predict(scheduled, call);
                assumeTrue(prediction.isExact(), "the cycles of " + kernel.name() + " depend on data");
                Place.on(rtl).run(call);

                cycles.assertThat(rtl.runs().getLast().cycles())
                        .as(size)
                        .isCloseTo(prediction.cycles(), within(Math.max(3, prediction.cycles() / 50)));
            }
        }
        cycles.assertAll();
    }

    private static Board board() {
        return ((BoardLookup.Found) Boards.named("u280")).board();
    }
}
