package org.gatesmith.hls.emit.hlscpp;

import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/** Comparisons, truth values and choices. */
final class Comparisons {

    /** Below this width the library compares operands of mixed signedness exactly, as C does after promotion to int. */
    private static final int PROMOTED = 32;

    private static final Interval ONE = Interval.of(1, 1);

    private Comparisons() {}

    /** EQ, NE, LT, LE, GT or GE. */
    static Expression integers(Operator operator, Expression first, Expression second) {
        Expression left = HlsConversions.exact(first);
        Expression right = HlsConversions.exact(second);
        boolean equality = operator == Operator.EQ || operator == Operator.NE;
        if (equality
                && left.meaning().equals(IntType.BOOL)
                && right.interval().fits(IntType.BOOL)
                && right.isNumber()) {
            boolean asItIs = right.interval().equals(ONE) == (operator == Operator.EQ);
            return asItIs ? HlsConversions.truth(left) : not(left);
        }
        Expression l = comparable(left, right);
        Expression r = comparable(right, left);
        return TruthValues.compared(operator, l, r);
    }

    /** Operands of mixed signedness compare in the sign of the unsigned one if that is the wider; so it must not be. */
    private static Expression comparable(Expression value, Expression other) {
        boolean comparesUnsigned = value.type().isArbitrary()
                && !value.type().signed()
                && value.type().width() >= PROMOTED
                && value.type().width() >= other.type().width()
                && other.interval().isNegativePossible();
        return comparesUnsigned ? HlsConversions.signed(value) : value;
    }

    /** The opposite of a truth value. */
    static Expression not(Expression value) {
        return TruthValues.not(HlsConversions.truth(value));
    }

    /** {@code left && right}. */
    static Expression and(Expression left, Expression right) {
        return TruthValues.and(HlsConversions.truth(left), HlsConversions.truth(right));
    }

    /** {@code left || right}. */
    static Expression or(Expression left, Expression right) {
        return TruthValues.or(HlsConversions.truth(left), HlsConversions.truth(right));
    }
}
