package org.gatesmith.hls.emit.hlscpp;

import java.math.BigInteger;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Infix;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.IntervalArithmetic;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/**
 * Sums, differences, products, quotients and remainders. Native operands compute natively where the machine's width loses
 * nothing that the result needs; otherwise one operand is widened. {@code ap_int} computes the exact result (UG1399, "Arbitrary
 * Precision Integer Arithmetic": product W1+W2 bits, sum one bit more than the wider operand, quotient W1+1 by a signed divisor).
 */
final class IntegerArithmetic {

    /** Widest number that every machine and every DSP-free adder handles in one word; beyond it, spare bits are cut first. */
    private static final int WORD = 64;

    private IntegerArithmetic() {}

    /** ADD, SUB or MUL. */
    static Expression ring(Operator operator, Expression first, Expression second, IntType result) {
        Expression left = HlsConversions.lowBits(first, result.width());
        Expression right = HlsConversions.lowBits(second, result.width());
        CType target = HlsTypes.of(result);
        if (target.kind() == CType.Kind.NATIVE && isMixed(left, right)) {
            return left.type().isArbitrary()
                    ? natively(operator, HlsConversions.cast(left, target), right, right, result)
                    : natively(operator, left, HlsConversions.cast(right, target), right, result);
        }
        return left.type().isArbitrary() || right.type().isArbitrary()
                ? exactly(operator, left, right, result)
                : natively(operator, left, right, right, result);
    }

    /** Whether one operand is a native variable and the other an {@code ap_int}; a written number goes with either. */
    static boolean isMixed(Expression left, Expression right) {
        return left.type().isArbitrary()
                ? right.type().isNative() && !right.isNumber()
                : right.type().isArbitrary() && !left.isNumber();
    }

    private static Expression natively(
            Operator operator, Expression left, Expression right, Expression assigned, IntType result) {
        CType word = word(left, right);
        Interval exact = IntervalArithmetic.ring(operator, left.interval(), right.interval());
        if (exact.fits(word.values())) {
            return written(operator, left, right, assigned, word, result, exact);
        }
        if (word.width() >= result.width()) {
            return written(operator, left, right, assigned, word, result, Interval.of(word.values()));
        }
        return left.isNumber()
                ? ring(operator, left, HlsConversions.widened(right, result.width()), result)
                : ring(operator, HlsConversions.widened(left, result.width()), right, result);
    }

    /** The type that C computes native operands in. */
    static CType word(Expression left, Expression right) {
        return left.type().equals(CType.INT64) || right.type().equals(CType.INT64) ? CType.INT64 : CType.INT;
    }

    private static Expression exactly(Operator operator, Expression left, Expression right, IntType result) {
        int width = ringWidth(operator, left.type(), right.type());
        if (width > WORD && width > result.width()) {
            Expression narrowLeft = narrowed(left);
            Expression narrowRight = narrowed(right);
            if (narrowLeft != left || narrowRight != right) {
                return ring(operator, narrowLeft, narrowRight, result);
            }
        }
        CType type = CType.arbitrary(
                width,
                operator == Operator.SUB || left.type().signed() || right.type().signed());
        return written(
                operator,
                left,
                right,
                right,
                type,
                result,
                IntervalArithmetic.ring(operator, left.interval(), right.interval()));
    }

    /** The operand without bits that it cannot have set, when that makes it narrower. */
    private static Expression narrowed(Expression operand) {
        if (operand.isNumber()) {
            return operand;
        }
        IntType values = operand.interval().type();
        CType needed = values.width() <= operand.intMeaning().width() || operand.isExact()
                ? CType.arbitrary(values)
                : HlsTypes.of(operand.meaning());
        return needed.width() < operand.type().width() ? HlsConversions.cast(operand, needed) : operand;
    }

    private static Expression written(
            Operator operator,
            Expression left,
            Expression right,
            Expression assigned,
            CType type,
            IntType meaning,
            Interval interval) {
        if (operator != Operator.MUL && isNegativeNumber(right)) {
            Expression positive = HlsLiterals.integer(right.interval().min().negate(), right.meaning());
            Infix opposite = operator == Operator.ADD ? Infix.SUB : Infix.ADD;
            return opposite.expression(left, positive, positive, type, meaning, interval);
        }
        return Infix.of(operator).expression(left, right, assigned, type, meaning, interval);
    }

    /** Whether a smaller number of the same type would do with the opposite operator. */
    private static boolean isNegativeNumber(Expression value) {
        return value.isNumber()
                && value.type().isNative()
                && value.interval().isNegativePossible()
                && value.interval().min().negate().bitLength() < value.type().width();
    }

    private static int ringWidth(Operator operator, CType left, CType right) {
        return operator == Operator.MUL ? left.width() + right.width() : commonWidth(left, right) + 1;
    }

    /** Bits for the values of both types in one type, signed if either is. */
    static int commonWidth(CType left, CType right) {
        return Math.max(
                left.width() + (right.signed() && !left.signed() ? 1 : 0),
                right.width() + (left.signed() && !right.signed() ? 1 : 0));
    }

    /** The operand with its sign changed. */
    static Expression negated(Expression operand, IntType result) {
        Expression value = HlsConversions.lowBits(operand, result.width());
        Interval exact = new Interval(
                value.interval().max().negate(), value.interval().min().negate());
        if (value.type().isArbitrary()) {
            return prefixed(value, CType.arbitrary(value.type().width() + 1, true), result, exact);
        }
        CType word = word(value, value);
        if (exact.fits(word.values())) {
            return prefixed(value, word, result, exact);
        }
        return word.width() >= result.width()
                ? prefixed(value, word, result, Interval.of(word.values()))
                : negated(HlsConversions.widened(value, result.width()), result);
    }

    private static Expression prefixed(Expression value, CType type, IntType meaning, Interval interval) {
        return new Expression("-" + value.primary(), Precedence.UNARY, type, meaning, interval, Form.Plain.PLAIN);
    }

    /**
     * DIV or REM. The most negative native number divided by -1 has no native quotient and traps, and the library divides operands
     * of different signedness in the sign of the wider one, and a native dividend into the width of the divisor: all three are
     * avoided by widening.
     */
    static Expression division(Operator operator, Expression first, Expression second, IntType result) {
        Expression left = HlsConversions.exact(first);
        Expression right = HlsConversions.exact(second);
        if (left.type().isNative() && right.type().isNative()) {
            CType word = word(left, right);
            boolean overflows = left.interval().contains(word.values().min())
                    && right.interval().contains(BigInteger.ONE.negate());
            if (!overflows) {
                return divided(operator, left, right, word, result);
            }
            left = HlsConversions.cast(left, CType.arbitrary(word.width() + 1, true));
        }
        left = HlsConversions.arbitrary(left);
        if (left.type().signed() != right.type().signed()) {
            if (left.type().signed() && left.interval().isNegativePossible()) {
                right = HlsConversions.signed(right);
            } else if (right.type().signed() && right.interval().isNegativePossible()) {
                left = HlsConversions.signed(left);
            }
        }
        return divided(operator, left, right, quotientType(operator, left.type(), right.type()), result);
    }

    private static CType quotientType(Operator operator, CType left, CType right) {
        return operator == Operator.DIV
                ? CType.arbitrary(left.width() + (right.signed() ? 1 : 0), left.signed() || right.signed())
                : CType.arbitrary(
                        Math.min(left.width(), right.width() + (!right.signed() && left.signed() ? 1 : 0)),
                        left.signed());
    }

    private static Expression divided(
            Operator operator, Expression left, Expression right, CType type, IntType meaning) {
        Interval interval = operator == Operator.DIV
                ? IntervalArithmetic.quotient(left.interval(), right.interval())
                : IntervalArithmetic.remainder(left.interval(), right.interval());
        return Infix.of(operator)
                .expression(left, right, right, type, meaning, interval.intersect(Interval.of(type.values())));
    }
}
