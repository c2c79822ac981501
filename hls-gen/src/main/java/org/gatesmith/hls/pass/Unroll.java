package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.range.Ranges;

/**
 * Replicates the bodies of loops: as often as a loop's directive says, and every loop inside a pipelined one completely, because
 * a pipeline has no place to wait. A copy that may be one too many is guarded by a branch. Constants are folded on the way, so
 * that the limits of an inner loop may depend on the counter of an unrolled one.
 */
public final class Unroll implements Pass {

    @Override
    public String id() {
        return "unroll";
    }

    @Override
    public String summary() {
        return "Replicates loop bodies as directed, and completely inside pipelined loops.";
    }

    @Override
    public Program run(Program program) throws DiagnosticException {
        Set<String> cores = Cores.of(program);
        Ranges ranges = Ranges.of(program);
        List<Diagnostic> problems = new ArrayList<>();
        Program unrolled = program.mapFunctions(function ->
                new Unrolling(program, ranges, cores.contains(function.name()), problems).transform(function));
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems.stream().distinct().toList());
        }
        return unrolled;
    }
}
