package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gatesmith.host.endtoend.GeneratedKernels.agree;
import static org.gatesmith.host.endtoend.GeneratedKernels.count;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.gatesmith.host.rtl.MemoryModel.Fidelity;
import org.gatesmith.host.rtl.RtlChoice;
import org.gatesmith.host.rtl.RtlDevice;
import org.gatesmith.host.run.DeviceChoice;
import org.gatesmith.host.run.Devices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random kernels take as many cycles with ideal memory as a prediction says that calls itself exact. */
@Timeout(value = 12, unit = TimeUnit.HOURS) // thousands of them are a night's work
class GeneratedCyclesTest {

    private static final double MEGAHERTZ = 300;

    /** Kernels of a usual build, of which one in five or so has cycles that do not depend on data. */
    private static final int KERNELS = 12;

    /** Kernels that take no longer do next to nothing. */
    private static final long LEAST = 60;

    @Test
    void generatedKernelsTakeAsManyCyclesAsPredicted() {
        assumeTrue(GeneratedKernels.isInstalled("verilator"), "verilator is not installed");
        agree(count(KERNELS), (kernel, calls, expected) -> {
            Board board = Boards.all().getFirst();
            ScheduledKernel scheduled;
            try {
                scheduled = kernel.scheduled(board, MEGAHERTZ, FloatOperators.SOFT);
            } catch (DiagnosticException _) {
                return;
            }
            List<KernelCall> predictable = calls.stream()
                    .filter(call -> predict(scheduled, call).isExact()
                            && predict(scheduled, call).cycles() >= LEAST)
                    .toList();
            if (!predictable.isEmpty()) {
                RtlChoice ideal = new RtlChoice(Optional.of(MEGAHERTZ), Fidelity.IDEAL, Optional.empty());
                DeviceChoice choice = new DeviceChoice(Optional.empty(), "", Optional.empty(), ideal);
                try (RtlDevice rtl = (RtlDevice) Devices.open("rtl", kernel, board, choice)) {
                    for (KernelCall call : predictable) {
                        Place.on(rtl).run(call);
                        long predicted = predict(scheduled, call).cycles();
                        assertThat(rtl.runs().getLast().cycles())
                                .as(call.origin())
                                .isCloseTo(predicted, within(Math.max(3, predicted / 50)));
                    }
                }
            }
        });
    }

    private static CyclePrediction predict(ScheduledKernel scheduled, KernelCall call) {
        return CyclePrediction.of(scheduled.design(), call.size().scalars(), scheduled.latency());
    }
}
