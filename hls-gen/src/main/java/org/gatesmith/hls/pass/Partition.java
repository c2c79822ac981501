package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.Program;

/**
 * Makes an array of its own of every bank of a partitioned or reshaped array, so that each has ports of its own. An access whose
 * bank is known goes there; any other tries every bank it may be in, under the condition that it is the right one. Functions
 * that take such an array take its banks. Small arrays that a pipelined loop creates are taken apart completely without being
 * asked: every iteration needs its own. An array of registers that a pipelined loop reaches by computed indices stays an array if the iterations
 * of the loop are declared independent, which is about its elements. Tables stay whole, since a ROM can be copied for more readers.
 */
public final class Partition implements Pass {

    @Override
    public String id() {
        return "partition";
    }

    @Override
    public String summary() {
        return "Splits arrays into the banks that their directives ask for.";
    }

    @Override
    public Program run(Program program) throws DiagnosticException {
        List<Diagnostic> problems = new ArrayList<>();
        Program partitioned = new PartitionedProgram(program, problems).build();
        if (!problems.isEmpty()) {
            throw new DiagnosticException(problems);
        }
        return partitioned;
    }
}
