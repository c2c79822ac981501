package org.gatesmith.host.endtoend;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.gatesmith.host.MissingToolException;
import org.gatesmith.host.rtl.MemoryModel.Fidelity;
import org.gatesmith.host.rtl.RtlChoice;
import org.gatesmith.host.rtl.RtlDevice;
import org.gatesmith.host.run.DeviceChoice;
import org.gatesmith.host.run.Devices;

/** Kernels as Verilog in a simulator at 300 MHz, and what is predicted of them. */
final class SimulatedHardware {

    private static final double MEGAHERTZ = 300;

    private SimulatedHardware() {}

    /** A kernel on a board; skips the test where the simulator is not installed. */
    static RtlDevice open(CompiledKernel kernel, Board board, Fidelity memory) throws Exception {
        RtlChoice choice = new RtlChoice(Optional.of(MEGAHERTZ), memory, Optional.empty());
        try {
            return (RtlDevice) Devices.open(
                    "rtl", kernel, board, new DeviceChoice(Optional.empty(), "", Optional.empty(), choice));
        } catch (MissingToolException e) {
            assumeTrue(false, e.getMessage());
            throw e;
        }
    }

    static ScheduledKernel schedule(CompiledKernel kernel, Board board) throws DiagnosticException {
        return kernel.scheduled(board, MEGAHERTZ, FloatOperators.SOFT);
    }

    static CyclePrediction predict(ScheduledKernel scheduled, KernelCall call) {
        return CyclePrediction.of(scheduled.design(), call.size().scalars(), scheduled.latency());
    }
}
