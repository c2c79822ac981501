package org.gatesmith.hls.frontend;

import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.signature.KernelSignature;

/**
 * A kernel that the front end accepted.
 *
 * @param method the kernel on the JVM
 * @param tunables values of all tunable constants of the kernel's class
 * @param sources text of every source file, by the name that spans carry
 * @param warnings what deserves a look
 */
public record FrontendResult(
        KernelSignature signature,
        Program program,
        KernelMethod method,
        Map<String, Long> tunables,
        Map<String, String> sources,
        List<Diagnostic> warnings) {

    public FrontendResult {
        warnings = List.copyOf(warnings);
    }
}
