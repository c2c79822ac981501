package org.gatesmith.hls.pass;

import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;

/** Takes every directive from the loops of a program, so that no pass has a reason to refuse it. */
final class UndirectedLoops extends IrTransform {

    static Program of(Program program) {
        return program.mapFunctions(function -> new UndirectedLoops().transform(function));
    }

    @Override
    protected void visit(Op.For op) {
        super.visit(new Op.For(
                op.results(),
                op.label(),
                op.lower(),
                op.relation(),
                op.bound(),
                op.step(),
                op.initial(),
                op.body(),
                LoopDirectives.NONE,
                op.span()));
    }
}
