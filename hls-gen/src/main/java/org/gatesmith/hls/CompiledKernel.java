package org.gatesmith.hls;

import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.frontend.KernelMethod;
import org.gatesmith.hls.ir.IrPrinter;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.schedule.Schedule;
import org.gatesmith.hls.signature.KernelSignature;

/**
 * A kernel ready for every back end and device.
 *
 * @param signature what callers see; bundles as the schedule places them
 * @param method the kernel on the JVM, which defines the result
 * @param program the kernel after the standard passes
 * @param tunables values of the tunable constants of the kernel's class
 * @param sources text of every source file read, by the name that diagnostics use
 * @param warnings what deserves a look
 */
public record CompiledKernel(
        KernelSignature signature,
        KernelMethod method,
        Program program,
        Map<String, Long> tunables,
        Schedule schedule,
        Map<String, String> sources,
        List<Diagnostic> warnings) {

    public CompiledKernel {
        warnings = List.copyOf(warnings);
    }

    /** The intermediate representation in its text form. */
    public String irText() {
        return IrPrinter.print(program);
    }
}
