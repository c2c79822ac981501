package org.gatesmith.hls.pass;

import java.util.List;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * Puts a value of a wider type in place of an equal one, wherever an operation takes integers of any type. A condition that is
 * known to hold may be all that keeps the narrower one from wrapping around; operations that run without waiting for the condition
 * then know no longer what the number has to do with others.
 */
final class WiderNumber extends IrTransform {

    private final Value narrow;
    private final Value wide;

    private WiderNumber(Value narrow, Value wide) {
        this.narrow = narrow;
        this.wide = wide;
    }

    /** The region with {@code wide} for {@code narrow}. */
    static Region in(Region region, Value narrow, Value wide) {
        return new WiderNumber(narrow, wide).transform(region);
    }

    @Override
    protected void visit(Op.Compute op) {
        Operator.Kind kind = op.operator().kind();
        boolean takesAny = kind == Operator.Kind.INTEGER || kind == Operator.Kind.COMPARISON;
        emit(takesAny ? new Op.Compute(op.result(), op.operator(), widened(op.operands()), op.span()) : op);
    }

    @Override
    protected void visit(Op.Load op) {
        emit(new Op.Load(op.result(), op.memory(), widened(op.indices()), op.span()));
    }

    @Override
    protected void visit(Op.Store op) {
        emit(new Op.Store(op.memory(), widened(op.indices()), op.value(), op.span()));
    }

    private List<Value> widened(List<Value> values) {
        return values.stream().map(value -> value == narrow ? wide : value).toList();
    }
}
