package org.gatesmith.hls.scheduler;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;

/**
 * Other directives for loops.
 *
 * @param text what the author is to do
 * @param edits by the labels of the loops
 */
record LoopChange(String text, Map<String, UnaryOperator<LoopDirectives>> edits) {

    LoopChange {
        edits = Map.copyOf(edits);
    }

    /** The program with these directives. */
    Program of(Program program) {
        return new Program(
                program.tables(), program.functions().stream().map(this::of).toList());
    }

    private Function of(Function function) {
        return new IrTransform() {
            @Override
            protected void visit(Op.For loop) {
                UnaryOperator<LoopDirectives> edit = edits.getOrDefault(loop.label(), UnaryOperator.identity());
                super.visit(loop.withDirectives(edit.apply(loop.directives())));
            }
        }.transform(function);
    }
}
