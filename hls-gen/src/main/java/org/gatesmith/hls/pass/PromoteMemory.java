package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;

/**
 * Keeps the elements of arrays that are only ever reached by constant indices as values, which loops carry and branches yield.
 * In hardware they become registers and wires, free of the order and the ports of a memory. What an array holds before it is
 * written is zero, which costs nothing where nobody reads it. An array that a pipelined loop creates and that stays one moves in
 * front of the loop: what an iteration reads of it, it has written itself.
 */
public final class PromoteMemory implements Pass {

    @Override
    public String id() {
        return "promote-memory";
    }

    @Override
    public String summary() {
        return "Turns arrays whose indices are all constant into values that loops carry and branches yield.";
    }

    @Override
    public Program run(Program program) throws DiagnosticException {
        List<Diagnostic> problems = new ArrayList<>();
        Set<String> cores = Cores.of(program);
        Program promoted = program.mapFunctions(function ->
                new PipelineArrays(cores.contains(function.name()), problems).transform(promoted(function)));
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
        return promoted;
    }

    private static Function promoted(Function function) {
        PromotableArrays arrays = PromotableArrays.of(function);
        return arrays.isEmpty() ? function : new Promotion(arrays).transform(function);
    }
}
