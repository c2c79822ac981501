package org.gatesmith.hls.emit.opencl;

import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Infix;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/** Comparisons of integers of any type, by value. */
final class OpenClComparisons {

    private static final Interval ONE = Interval.of(1, 1);

    private OpenClComparisons() {}

    /** EQ, NE, LT, LE, GT or GE. */
    static Expression integers(Operator operator, Expression first, Expression second) {
        Expression left = OpenClConversions.exact(first);
        Expression right = OpenClConversions.exact(second);
        boolean equality = operator == Operator.EQ || operator == Operator.NE;
        if (equality
                && left.meaning().equals(IntType.BOOL)
                && right.interval().fits(IntType.BOOL)
                && right.isNumber()) {
            Expression truth = OpenClConversions.truth(left);
            return right.interval().equals(ONE) == (operator == Operator.EQ) ? truth : TruthValues.not(truth);
        }
        CType type = comparable(left, right);
        return type.isArbitrary()
                ? wide(operator, left, right, type)
                : TruthValues.compared(operator, in(left, right, type), in(right, left, type));
    }

    /** A type in which both numbers are what they are. */
    static CType comparable(Expression left, Expression right) {
        Interval both = left.interval().hull(right.interval());
        CType natural = OpenClTypes.common(left.type(), right.type());
        if (both.fits(natural.values())) {
            return natural;
        }
        if (both.fits(IntType.I64)) {
            return CType.INT64;
        }
        return both.fits(IntType.U64)
                ? OpenClTypes.ULONG
                : both.isNegativePossible() ? OpenClTypes.WIDE : OpenClTypes.UWIDE;
    }

    /** The operand, converted unless C's own conversion leads to {@code type}. */
    private static Expression in(Expression value, Expression other, CType type) {
        return OpenClTypes.common(value.type(), other.type()).equals(type)
                ? value
                : OpenClConversions.cast(value, type);
    }

    private static Expression wide(Operator operator, Expression left, Expression right, CType type) {
        String call = (type.signed() ? "wide_compare(" : "wide_compare_unsigned(")
                + OpenClConversions.argument(left, type)
                + ", "
                + OpenClConversions.argument(right, type)
                + ") ";
        Infix symbol = Infix.of(operator);
        Infix opposite = Infix.of(TruthValues.opposite(operator));
        return TruthValues.of(
                call + symbol.symbol() + " 0",
                symbol.precedence(),
                new Form.Test(call + opposite.symbol() + " 0", opposite.precedence()));
    }
}
