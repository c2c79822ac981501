package org.gatesmith.hls.emit.tornado;

import java.util.List;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;

/**
 * How many work-items a parallel task needs. Whoever launches it without TornadoVM finds out with this: the bounds of the loop as a
 * program of the IR, and what makes a number of iterations of them.
 *
 * @param bounds a function of the kernel's scalars that returns the loop's first counter and its bound
 * @param step what the counter goes up by, or down if negative
 * @param inclusive whether the bound is still an iteration
 */
public record WorkRange(Program bounds, long step, boolean inclusive) {

    static WorkRange of(Program program, ParallelLoop parallel) {
        Op.For loop = parallel.loop();
        Function top = program.top();
        Region scalars = new Region(
                top.parameters().stream()
                        .filter(parameter -> parameter.type() instanceof ScalarType)
                        .toList(),
                parallel.before(),
                List.of(loop.lower(), loop.bound()));
        boolean inclusive = loop.relation() == Operator.LE || loop.relation() == Operator.GE;
        return new WorkRange(new Program(program.tables(), List.of(top.withBody(scalars))), loop.step(), inclusive);
    }

    /** Number of iterations from the first counter to the bound. */
    public long iterations(long lower, long bound) {
        long distance = (step > 0 ? bound - lower : lower - bound) + (inclusive ? 1 : 0);
        return distance <= 0 ? 0 : Math.ceilDiv(distance, Math.abs(step));
    }
}
