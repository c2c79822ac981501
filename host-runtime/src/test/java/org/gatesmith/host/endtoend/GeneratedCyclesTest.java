package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gatesmith.host.endtoend.GeneratedKernels.agree;
import static org.gatesmith.host.endtoend.GeneratedKernels.count;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.gatesmith.host.rtl.MemoryModel.Fidelity;
import org.gatesmith.host.rtl.RtlDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random kernels take as many cycles with ideal memory as a prediction says that calls itself exact. */
@Timeout(value = 12, unit = TimeUnit.HOURS) // thousands of them are a night's work
class GeneratedCyclesTest {

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
                scheduled = SimulatedHardware.schedule(kernel, board);
            } catch (DiagnosticException _) {
                return;
            }
            List<KernelCall> predictable = calls.stream()
                    .filter(call -> SimulatedHardware.predict(scheduled, call).isExact()
                            && SimulatedHardware.predict(scheduled, call).cycles() >= LEAST)
                    .toList();
            if (!predictable.isEmpty()) {
                try (RtlDevice rtl = SimulatedHardware.open(kernel, board, Fidelity.IDEAL)) {
                    for (KernelCall call : predictable) {
                        Place.on(rtl).run(call);
                        long predicted =
                                SimulatedHardware.predict(scheduled, call).cycles();
                        assertThat(rtl.runs().getLast().cycles())
                                .as(call.origin())
                                .isCloseTo(predicted, within(Math.max(3, predicted / 50)));
                    }
                }
            }
        });
    }
}
