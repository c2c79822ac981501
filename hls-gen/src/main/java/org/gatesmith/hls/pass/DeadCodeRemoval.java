package org.gatesmith.hls.pass;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;

/** Rebuilds a function from its live parts. */
final class DeadCodeRemoval extends IrTransform {

    private final Liveness liveness;

    DeadCodeRemoval(Liveness liveness) {
        this.liveness = liveness;
    }

    @Override
    protected void visit(Op op) {
        if (liveness.isLive(op)) {
            super.visit(op);
        }
    }

    @Override
    protected void visit(Op.If op) {
        BitSet kept =
                positions(op.results().size(), i -> liveness.isLive(op.results().get(i)));
        super.visit(new Op.If(
                Carries.chosen(op.results(), kept),
                op.condition(),
                yielding(op.thenRegion(), kept),
                yielding(op.elseRegion(), kept),
                op.span()));
    }

    private static Region yielding(Region region, BitSet kept) {
        return new Region(region.parameters(), region.ops(), Carries.chosen(region.yields(), kept));
    }

    @Override
    protected void visit(Op.For op) {
        BitSet kept = positions(
                op.initial().size(),
                i -> liveness.isLive(op.carried().get(i))
                        || liveness.isLive(op.results().get(i)));
        super.visit(Carries.keeping(op, kept));
    }

    @Override
    protected void visit(Op.While op) {
        BitSet carried = positions(
                op.initial().size(),
                i -> liveness.isLive(op.before().parameters().get(i)));
        BitSet forwarded = positions(
                op.results().size(),
                i -> liveness.isLive(op.results().get(i))
                        || liveness.isLive(op.body().parameters().get(i)));
        super.visit(Carries.keeping(op, carried, forwarded));
    }

    private static BitSet positions(int size, IntPredicate isKept) {
        BitSet kept = new BitSet();
        for (int i = 0; i < size; i++) {
            kept.set(i, isKept.test(i));
        }
        return kept;
    }
}
