package org.gatesmith.hls.emit;

import java.math.BigInteger;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/** Which numbers the exact integer operators return on numbers of given intervals. */
public final class IntervalArithmetic {

    private IntervalArithmetic() {}

    /** ADD, SUB or MUL. */
    public static Interval ring(Operator operator, Interval left, Interval right) {
        return switch (operator) {
            case ADD -> new Interval(left.min().add(right.min()), left.max().add(right.max()));
            case SUB ->
                new Interval(left.min().subtract(right.max()), left.max().subtract(right.min()));
            default ->
                Interval.hull(
                        left.min().multiply(right.min()),
                        left.min().multiply(right.max()),
                        left.max().multiply(right.min()),
                        left.max().multiply(right.max()));
        };
    }

    /** DIV. */
    public static Interval quotient(Interval left, Interval right) {
        BigInteger largest = magnitude(left);
        return left.isNegativePossible() || right.isNegativePossible()
                ? new Interval(largest.negate(), largest)
                : new Interval(BigInteger.ZERO, largest.divide(right.min().max(BigInteger.ONE)));
    }

    /** REM. */
    public static Interval remainder(Interval left, Interval right) {
        BigInteger largest =
                magnitude(left).min(magnitude(right).subtract(BigInteger.ONE).max(BigInteger.ZERO));
        return new Interval(left.isNegativePossible() ? largest.negate() : BigInteger.ZERO, largest);
    }

    private static BigInteger magnitude(Interval interval) {
        return interval.min().abs().max(interval.max().abs());
    }

    /** AND, OR or XOR. */
    public static Interval bitwise(Operator operator, Interval left, Interval right) {
        if (operator == Operator.AND && !(left.isNegativePossible() && right.isNegativePossible())) {
            BigInteger max = left.isNegativePossible() ? right.max() : left.max();
            return new Interval(
                    BigInteger.ZERO,
                    right.isNegativePossible() || left.isNegativePossible() ? max : max.min(right.max()));
        }
        Interval both = left.hull(right);
        int bits = Math.max(both.min().bitLength(), both.max().bitLength());
        BigInteger bound = BigInteger.ONE.shiftLeft(bits);
        return new Interval(
                both.isNegativePossible() ? bound.negate() : BigInteger.ZERO, bound.subtract(BigInteger.ONE));
    }

    /** SHL. */
    public static Interval shiftedLeft(Interval value, Interval count) {
        int least = places(count.min());
        int most = places(count.max());
        return Interval.hull(
                value.min().shiftLeft(least),
                value.min().shiftLeft(most),
                value.max().shiftLeft(least),
                value.max().shiftLeft(most));
    }

    /** SHR. */
    public static Interval shiftedRight(Interval value, Interval count) {
        int least = places(count.min());
        int most = places(count.max());
        return Interval.hull(
                value.min().shiftRight(least),
                value.min().shiftRight(most),
                value.max().shiftRight(least),
                value.max().shiftRight(most));
    }

    /**
     * A bound of a shift count. Counts beyond any width give what the widest give. No count is negative, but the variable
     * that holds one may be of a signed type.
     */
    private static int places(BigInteger count) {
        return count.max(BigInteger.ZERO)
                .min(BigInteger.valueOf(IntType.MAX_WIDTH))
                .intValue();
    }
}
