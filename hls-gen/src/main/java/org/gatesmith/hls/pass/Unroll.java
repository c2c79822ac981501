package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;

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
        KnownRanges ranges = new KnownRanges(program);
        List<Diagnostic> problems = new ArrayList<>();
        // What is wrong inside a core is told where it is called, so callees come first.
        Map<String, Diagnostic> refused = new HashMap<>();
        Map<String, Function> unrolled = new HashMap<>();
        for (Function function : program.functions().reversed()) {
            boolean isCore = cores.contains(function.name());
            List<Diagnostic> found = new ArrayList<>();
            unrolled.put(function.name(), new Unrolling(program, ranges, isCore, refused, found).transform(function));
            if (!isCore) {
                problems.addAll(found);
            } else if (!found.isEmpty()) {
                refused.put(function.name(), found.getFirst());
            }
        }
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems.stream().distinct().toList());
        }
        return program.mapFunctions(function -> unrolled.getOrDefault(function.name(), function));
    }
}
