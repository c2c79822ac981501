package org.gatesmith.hls;

import java.util.List;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.rtl.RtlKernel;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/** A kernel in Verilog, and the schedule that it was made from. */
public record VerilogKernel(RtlKernel rtl, ScheduledKernel scheduled) {

    public Design design() {
        return scheduled.design();
    }

    /** What the scheduler says about it: missed intervals and the like, and whether it is larger than the board. */
    public List<Diagnostic> diagnostics() {
        return scheduled.diagnostics();
    }
}
