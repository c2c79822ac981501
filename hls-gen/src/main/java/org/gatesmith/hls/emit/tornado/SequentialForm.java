package org.gatesmith.hls.emit.tornado;

import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.pass.DeadCode;
import org.gatesmith.hls.pass.Inline;

/** A program as one function: processes run one after another, and helpers that hardware keeps apart are inlined as well. */
final class SequentialForm {

    private SequentialForm() {}

    static Program of(Program program) {
        Program calls = program.mapFunctions(function -> new Function(
                function.name(),
                function.body(),
                Function.Style.SEQUENTIAL,
                Function.Inlining.INLINE,
                function.span()));
        return new DeadCode().run(new Inline().run(calls));
    }
}
