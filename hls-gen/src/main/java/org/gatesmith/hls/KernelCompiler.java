package org.gatesmith.hls;

import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.frontend.Frontend;
import org.gatesmith.hls.frontend.FrontendResult;
import org.gatesmith.hls.frontend.KernelRequest;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.schedule.ScheduleEdits;
import org.gatesmith.hls.signature.KernelSignature;

/** Compiles kernels: front end, schedule, passes. */
public final class KernelCompiler {

    private KernelCompiler() {}

    /**
     * Compiles one kernel.
     *
     * @throws DiagnosticException with everything that is wrong with the source or the schedule
     */
    public static CompiledKernel compile(CompileRequest request) throws DiagnosticException {
        FrontendResult accepted = accept(request);
        KernelSignature signature = ScheduleEdits.apply(request.schedule(), accepted.signature());
        Program program =
                request.pipeline().run(ScheduleEdits.apply(request.schedule(), signature, accepted.program()));
        return new CompiledKernel(
                signature,
                accepted.method(),
                accepted.program(),
                program,
                accepted.tunables(),
                request.schedule(),
                accepted.sources(),
                accepted.warnings());
    }

    /** The kernel as the front end leaves it, before any pass. */
    public static FrontendResult accept(CompileRequest request) throws DiagnosticException {
        Map<String, Long> tunables = new TreeMap<>();
        request.schedule().tunables().forEach((name, entry) -> tunables.put(name, entry.value()));
        tunables.putAll(request.tunables());
        Map<String, Integer> fifoDepths = new TreeMap<>();
        request.schedule().fifos().forEach((name, entry) -> fifoDepths.put(name, entry.value()));
        return Frontend.compile(new KernelRequest(request.source(), request.kernel(), tunables, fifoDepths));
    }
}
