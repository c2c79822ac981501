package org.gatesmith.host.rtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.CompileRequest;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.KernelCompiler;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.device.Argument;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.kernel.KernelLocator;
import org.gatesmith.host.problem.ProblemSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predicted cycles are those of the simulated Verilog with ideal memory. */
class PredictedCyclesTest {

    private static final double MEGAHERTZ = 300;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @ParameterizedTest
    @CsvSource({"vector_add, n=5000", "image_filter, h=50 w=100", "gemm_i8, m=130 n=140 k=150"})
    void simulationTakesAsManyCyclesAsPredicted(String name, String sizes) throws Exception {
        KernelLocator.Located located = KernelLocator.locate(name);
        CompiledKernel kernel = KernelCompiler.compile(CompileRequest.of(located.source(), located.kernel()));
        Board board = Boards.all().stream()
                .filter(one -> one.name().equals("u280"))
                .findFirst()
                .orElseThrow();
        Map<String, String> given = new LinkedHashMap<>();
        for (String size : sizes.split(" ", -1)) {
            given.put(size.substring(0, size.indexOf('=')), size.substring(size.indexOf('=') + 1));
        }
        ProblemSize size = ProblemSize.of(kernel.signature(), given, Map.of(), 1);
        ScheduledKernel scheduled = kernel.scheduled(board, MEGAHERTZ, FloatOperators.SOFT);
        CyclePrediction prediction = CyclePrediction.of(scheduled.design(), size.scalars(), scheduled.latency());

        long cycles = simulated(kernel, board, size);

        assertThat(prediction.isExact()).isTrue();
        assertThat((double) cycles).isCloseTo((double) prediction.cycles(), withinPercentage(2));
    }

    private static long simulated(CompiledKernel kernel, Board board, ProblemSize size) throws Exception {
        Map<String, String> banks = new LinkedHashMap<>();
        kernel.signature().arrays().forEach(array -> banks.put(array.name(), "HBM[" + banks.size() + "]"));
        MemoryModel memory = MemoryModel.of(board, MEGAHERTZ, banks, MemoryModel.Fidelity.IDEAL);
        List<DeviceBuffer> buffers = new ArrayList<>();
        try (RtlDevice device = open(kernel, board, memory)) {
            List<Argument> arguments = new ArrayList<>();
            for (Parameter parameter : kernel.signature().parameters()) {
                switch (parameter) {
                    case Parameter.Array array -> {
                        long elements = size.shapes().get(array.name()).stream().reduce(1L, Math::multiplyExact);
                        DeviceBuffer buffer = device.allocate(array, elements);
                        buffer.clear(elements);
                        buffers.add(buffer);
                        arguments.add(new Argument.Buffer(buffer, elements));
                    }
                    case Parameter.Scalar scalar ->
                        arguments.add(new Argument.Number(
                                scalar.type(), size.scalars().get(scalar.name())));
                }
            }
            device.run(arguments, LIMIT);
            return device.runs().getFirst().cycles();
        } finally {
            for (DeviceBuffer buffer : buffers) {
                buffer.close();
            }
        }
    }

    private static RtlDevice open(CompiledKernel kernel, Board board, MemoryModel memory) throws Exception {
        try {
            return RtlDevice.open(kernel.verilog(board, MEGAHERTZ), board, memory, Optional.empty());
        } catch (MissingToolException e) {
            assumeTrue(false, e.getMessage());
            throw e;
        }
    }
}
