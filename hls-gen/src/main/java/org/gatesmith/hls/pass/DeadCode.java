package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.Program;

/**
 * Removes what no output depends on. Outputs are writes to ports, to FIFOs and to arrays that are read, reads of FIFOs, and calls
 * of functions with such effects. A load has no effect in hardware: one whose index is out of bounds, an error on the JVM, may
 * vanish with its unused result. So may a loop without effects; it is taken for granted that such a loop would have ended.
 */
public final class DeadCode implements Pass {

    @Override
    public String id() {
        return "dead-code";
    }

    @Override
    public String summary() {
        return "Removes operations, results, carried values, arrays, tables and functions that no output depends on.";
    }

    @Override
    public Program run(Program program) {
        Program lean = program.mapFunctions(function -> new DeadCodeRemoval(Liveness.of(function)).transform(function));
        return ReachableParts.of(lean);
    }
}
