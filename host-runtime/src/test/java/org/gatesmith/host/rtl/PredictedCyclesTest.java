package org.gatesmith.host.rtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Predicted cycles are those of the simulated Verilog with ideal memory. */
class PredictedCyclesTest {

    @ParameterizedTest
    @CsvSource({"vector_add, n=5000", "image_filter, h=50 w=100", "gemm_i8, m=130 n=140 k=150"})
    void simulationTakesAsManyCyclesAsPredicted(String name, String sizes) throws Exception {
        SimulatedCall call = SimulatedCall.of(name, sizes);
        ScheduledKernel scheduled = call.kernel().scheduled(call.board(), SimulatedCall.MEGAHERTZ, FloatOperators.SOFT);
        CyclePrediction prediction =
                CyclePrediction.of(scheduled.design(), call.size().scalars(), scheduled.latency());

        long cycles = call.run(MemoryModel.Fidelity.IDEAL).cycles();

        assertThat(prediction.isExact()).isTrue();
        assertThat((double) cycles).isCloseTo((double) prediction.cycles(), withinPercentage(2));
    }
}
