package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;

/** Moves the arrays that pipelined loops create in front of them. */
final class PipelineArrays extends IrTransform {

    private final boolean isCore;
    private final List<Diagnostic> problems;
    private final List<Op.AllocArray> moved = new ArrayList<>();
    private boolean isPipelined;

    /**
     * For one function.
     *
     * @param isCore whether pipelined loops call it
     * @param problems takes what cannot be moved
     */
    PipelineArrays(boolean isCore, List<Diagnostic> problems) {
        this.isCore = isCore;
        this.problems = problems;
    }

    @Override
    protected void visit(Op.For loop) {
        if (isPipelined || !Cores.isPipelined(loop)) {
            super.visit(loop);
            return;
        }
        isPipelined = true;
        Region body = transform(loop.body());
        isPipelined = false;
        moved.forEach(this::emit);
        moved.clear();
        super.visit(loop.withBody(body));
    }

    @Override
    protected void visit(Op.AllocArray alloc) {
        if (isCore) {
            report(alloc, "lies in a function that a pipelined loop calls", "leave out @NoInline");
        } else if (isPipelined && alloc.zeroed()) {
            report(
                    alloc,
                    "starts with zeros in every iteration of a pipelined loop",
                    "write every element before it is read, or create the array in front of the loop");
        }
        if (isPipelined) {
            moved.add(new Op.AllocArray(alloc.result(), false, alloc.directives(), alloc.span()));
        } else {
            super.visit(alloc);
        }
    }

    private void report(Op.AllocArray alloc, String trouble, String fix) {
        Object what =
                alloc.result().name() == null ? alloc.type() : alloc.result().name();
        problems.add(Diagnostic.of(
                Rule.PIPELINE_ARRAY,
                alloc.span(),
                "the array " + what + " " + trouble,
                fix + "; arrays of up to " + Banking.SMALL_ARRAY + " elements need nothing"));
    }
}
