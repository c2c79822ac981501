package org.gatesmith.hls.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;

/**
 * Floating-point remainders where there is no room for them. They take a step for each bit of the quotient, so that none is a unit
 * that takes new operands in every cycle: neither the vendor's operators nor our own have one.
 */
public final class FloatRemainders {

    private final List<Diagnostic> problems = new ArrayList<>();
    private final Deque<Op.For> pipelines = new ArrayDeque<>();

    private FloatRemainders() {}

    /**
     * Checks a program before it is lowered for a schedule.
     *
     * @throws DiagnosticException a remainder lies in a pipelined loop or in a function that one calls; with an error for each
     */
    public static void requireOutsidePipelines(Program program) throws DiagnosticException {
        Set<String> cores = Cores.of(program);
        FloatRemainders remainders = new FloatRemainders();
        for (Function function : program.functions()) {
            remainders.search(function.body(), cores.contains(function.name()));
        }
        if (!remainders.problems.isEmpty()) {
            throw new DiagnosticException(remainders.problems);
        }
    }

    private void search(Region region, boolean isCore) {
        for (Op op : region.ops()) {
            if (op instanceof Op.Compute compute && compute.operator() == Operator.FREM) {
                if (isCore || !pipelines.isEmpty()) {
                    problems.add(refused(compute));
                }
            } else if (op instanceof Op.For loop && Cores.isPipelined(loop)) {
                pipelines.push(loop);
                search(loop.body(), isCore);
                pipelines.pop();
            } else {
                op.regions().forEach(inner -> search(inner, isCore));
            }
        }
    }

    private Diagnostic refused(Op.Compute remainder) {
        String place = pipelines.isEmpty()
                ? "in a function that a pipelined loop calls"
                : "inside the pipelined loop " + pipelines.getFirst().label();
        List<Diagnostic.Related> related = pipelines.isEmpty()
                ? List.of()
                : List.of(new Diagnostic.Related(pipelines.getFirst().span(), "this loop is pipelined"));
        return new Diagnostic(
                Rule.PIPELINE_LOOP,
                remainder.span(),
                "the remainder of floating-point numbers has a loop of its own, a step for each bit of the quotient, and lies "
                        + place,
                "compute it outside pipelined loops, or, where the quotient is small and last bits do not matter, as"
                        + " x - (long) (x / y) * y",
                related);
    }
}
