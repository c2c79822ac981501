package org.gatesmith.hls;

import java.util.List;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.rtl.RtlKernel;

/**
 * A kernel in Verilog, and how it came about.
 *
 * @param warnings of the scheduler
 */
public record VerilogKernel(RtlKernel rtl, Design design, List<Diagnostic> warnings) {

    public VerilogKernel {
        warnings = List.copyOf(warnings);
    }
}
