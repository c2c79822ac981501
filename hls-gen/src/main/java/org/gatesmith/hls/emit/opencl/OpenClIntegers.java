package org.gatesmith.hls.emit.opencl;

import java.math.BigInteger;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Expression.Side;
import org.gatesmith.hls.emit.Infix;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.IntervalArithmetic;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/**
 * Sums, differences, products, quotients and remainders. Signed overflow has no result in C, so signed arithmetic is written
 * only where the numbers cannot overflow; elsewhere it is unsigned, which wraps, and the conversion back keeps the bits.
 */
final class OpenClIntegers {

    private OpenClIntegers() {}

    /** ADD, SUB or MUL. */
    static Expression ring(Operator operator, Expression first, Expression second, IntType result) {
        Expression left = OpenClConversions.lowBits(first, result.width());
        Expression right = OpenClConversions.lowBits(second, result.width());
        Interval exact = IntervalArithmetic.ring(operator, left.interval(), right.interval());
        CType natural = OpenClTypes.common(left.type(), right.type());
        if (natural.isArbitrary()) {
            return wide(operator, left, right, result, exact);
        }
        if (exact.fits(natural.values())) {
            return written(operator, left, right, natural, result, exact);
        }
        if (!natural.signed() && natural.width() >= result.width()) {
            return written(operator, left, right, natural, result, Interval.of(natural.values()));
        }
        if (result.width() <= Integer.SIZE) {
            return computed(operator, left, right, OpenClTypes.UINT, result, exact);
        }
        if (exact.fits(IntType.I64) && natural.width() < Long.SIZE) {
            return computed(operator, left, right, CType.INT64, result, exact);
        }
        return result.width() <= Long.SIZE
                ? computed(operator, left, right, OpenClTypes.ULONG, result, exact)
                : wide(operator, left, right, result, exact);
    }

    /** With one operand converted to the type that C shall compute in, or both where one does not lead there. */
    private static Expression computed(
            Operator operator, Expression first, Expression second, CType type, IntType result, Interval exact) {
        boolean exchanged = first.isNumber() || second.type().equals(type);
        Expression left = exchanged ? first : OpenClConversions.cast(first, type);
        Expression right = exchanged ? OpenClConversions.cast(second, type) : second;
        if (!OpenClTypes.common(left.type(), right.type()).equals(type)) {
            left = OpenClConversions.cast(left, type);
            right = OpenClConversions.cast(right, type);
        }
        Interval interval = exact.fits(type.values()) ? exact : Interval.of(type.values());
        return written(operator, left, right, type, result, interval);
    }

    private static Expression wide(
            Operator operator, Expression left, Expression right, IntType result, Interval exact) {
        String function = switch (operator) {
            case ADD -> "wide_add";
            case SUB -> "wide_subtract";
            default -> "wide_multiply";
        };
        return wide(function, left, right, result, exact);
    }

    /** A function of two wide numbers; its type is signed unless the result is not. */
    static Expression wide(String function, Expression left, Expression right, IntType result, Interval exact) {
        CType type = exact.isNegativePossible() || exact.fits(OpenClTypes.WIDE.values())
                ? OpenClTypes.WIDE
                : OpenClTypes.UWIDE;
        Interval interval = exact.fits(type.values()) ? exact : Interval.of(type.values());
        String text = function + "("
                + OpenClConversions.argument(left, type)
                + ", "
                + OpenClConversions.argument(right, type)
                + ")";
        return new Expression(text, Precedence.PRIMARY, type, result, interval, Form.Plain.PLAIN);
    }

    private static Expression written(
            Operator operator, Expression left, Expression right, CType type, IntType meaning, Interval interval) {
        if (operator != Operator.MUL && isSmallNegative(right)) {
            Expression positive = OpenClLiterals.integer(right.interval().min().negate(), right.meaning());
            Infix opposite = operator == Operator.ADD ? Infix.SUB : Infix.ADD;
            return opposite.expression(left, positive, positive, type, meaning, interval);
        }
        return Infix.of(operator).expression(left, right, right, type, meaning, interval);
    }

    /** Whether a number of the same type does with the opposite operator. */
    private static boolean isSmallNegative(Expression value) {
        return value.isNumber()
                && value.type().isNative()
                && value.interval().isNegativePossible()
                && value.interval().min().negate().bitLength() < value.type().width();
    }

    /** The operand with its sign changed. */
    static Expression negated(Expression operand, IntType result) {
        Expression value = OpenClConversions.lowBits(operand, result.width());
        Interval exact = new Interval(
                value.interval().max().negate(), value.interval().min().negate());
        CType natural = OpenClTypes.promoted(value.type());
        if (natural.isArbitrary() || (result.width() > Long.SIZE && !exact.fits(IntType.I64))) {
            Expression zero = OpenClLiterals.integer(BigInteger.ZERO, IntType.I64);
            return wide("wide_subtract", zero, value, result, exact);
        }
        if (exact.fits(natural.values())) {
            return prefixed(value, natural, result, exact);
        }
        if (!natural.signed() && natural.width() >= result.width()) {
            return prefixed(value, natural, result, Interval.of(natural.values()));
        }
        CType type = result.width() > Integer.SIZE && exact.fits(IntType.I64)
                ? CType.INT64
                : OpenClTypes.unsigned(result.width());
        Interval interval = exact.fits(type.values()) ? exact : Interval.of(type.values());
        return prefixed(OpenClConversions.cast(value, type), type, result, interval);
    }

    private static Expression prefixed(Expression value, CType type, IntType meaning, Interval interval) {
        return new Expression("-" + value.primary(), Precedence.UNARY, type, meaning, interval, Form.Plain.PLAIN);
    }

    /** DIV or REM. The most negative number divided by -1 has no result in C: that case is a function. */
    static Expression division(Operator operator, Expression first, Expression second, IntType result) {
        Expression left = OpenClConversions.exact(first);
        Expression right = OpenClConversions.exact(second);
        CType type = OpenClComparisons.comparable(left, right);
        Interval exact = operator == Operator.DIV
                ? IntervalArithmetic.quotient(left.interval(), right.interval())
                : IntervalArithmetic.remainder(left.interval(), right.interval());
        if (type.isArbitrary()) {
            String unsigned = type.signed() ? "" : "_unsigned";
            String function = (operator == Operator.DIV ? "wide_divide" : "wide_remainder") + unsigned;
            return wide(function, left, right, result, Interval.of(type.values()));
        }
        boolean overflows = type.signed()
                && left.interval().contains(type.values().min())
                && right.interval().contains(BigInteger.ONE.negate());
        if (overflows) {
            String function = (operator == Operator.DIV ? "divide" : "remainder") + type.width();
            String text = function + "(" + left.text() + ", " + right.text() + ")";
            return new Expression(text, Precedence.PRIMARY, type, result, Interval.of(type.values()), Form.Plain.PLAIN);
        }
        Expression dividend =
                OpenClTypes.common(left.type(), right.type()).equals(type) ? left : OpenClConversions.cast(left, type);
        Expression divisor = OpenClTypes.common(dividend.type(), right.type()).equals(type)
                ? right
                : OpenClConversions.cast(right, type);
        return Infix.of(operator)
                .expression(dividend, divisor, divisor, type, result, exact.intersect(Interval.of(type.values())));
    }

    /** MIN or MAX, functions of OpenCL whose operands must have one type. */
    static Expression extreme(Operator operator, Expression first, Expression second, IntType result) {
        Expression left = OpenClConversions.exact(first);
        Expression right = OpenClConversions.exact(second);
        CType type = OpenClTypes.promoted(OpenClComparisons.comparable(left, right));
        if (type.isArbitrary()) {
            Operator relation = operator == Operator.MIN ? Operator.LT : Operator.GT;
            return choice(OpenClComparisons.integers(relation, left, right), left, right, result);
        }
        String text = (operator == Operator.MIN ? "min(" : "max(")
                + OpenClConversions.cast(left, type).text()
                + ", "
                + OpenClConversions.cast(right, type).text()
                + ")";
        Interval l = left.interval();
        Interval r = right.interval();
        Interval interval = operator == Operator.MIN
                ? new Interval(l.min().min(r.min()), l.max().min(r.max()))
                : new Interval(l.min().max(r.min()), l.max().max(r.max()));
        return new Expression(text, Precedence.PRIMARY, type, result, interval, Form.Plain.PLAIN);
    }

    /** ABS as an unsigned number, so that every operand has a result; OpenCL's own function fails for some on PoCL 3.1. */
    static Expression magnitude(Expression operand, IntType result) {
        Expression value = OpenClConversions.exact(operand);
        CType type = OpenClTypes.promoted(value.type());
        if (type.isArbitrary()) {
            Expression zero = OpenClLiterals.integer(BigInteger.ZERO, IntType.I64);
            Expression negative = OpenClComparisons.integers(Operator.LT, value, zero);
            return choice(negative, negated(value, result), value, result);
        }
        BigInteger most =
                value.interval().min().abs().max(value.interval().max().abs());
        CType unsigned = OpenClTypes.unsigned(type.width());
        return new Expression(
                "magnitude" + type.width() + "(" + value.text() + ")",
                Precedence.PRIMARY,
                unsigned,
                result,
                new Interval(BigInteger.ZERO, most),
                Form.Plain.PLAIN);
    }

    /** {@code condition ? first : second}. */
    static Expression choice(Expression condition, Expression first, Expression second, IntType result) {
        Expression test = OpenClConversions.truth(condition);
        if (result.equals(IntType.BOOL)) {
            Expression left = OpenClConversions.truth(OpenClConversions.reinterpreted(first, result));
            Expression right = OpenClConversions.truth(OpenClConversions.reinterpreted(second, result));
            return TruthValues.of(chosen(test, left, right), Precedence.CONDITIONAL, Form.Plain.PLAIN);
        }
        Expression left = OpenClConversions.lowBits(first, result.width());
        Expression right = OpenClConversions.lowBits(second, result.width());
        CType natural = OpenClTypes.common(left.type(), right.type());
        Interval both = left.interval().hull(right.interval());
        boolean mixed = left.type().isArbitrary() != right.type().isArbitrary();
        boolean kept = both.fits(natural.values()) || (!natural.signed() && natural.width() >= result.width());
        CType type = kept ? natural : OpenClTypes.promoted(OpenClTypes.of(result));
        if (!kept || mixed) {
            left = OpenClConversions.cast(left, type);
            right = OpenClConversions.cast(right, type);
        }
        Interval interval = left.interval().hull(right.interval());
        return new Expression(
                chosen(test, left, right),
                Precedence.CONDITIONAL,
                type,
                result,
                interval.fits(type.values()) ? interval : Interval.of(type.values()),
                Form.Plain.PLAIN);
    }

    static String chosen(Expression test, Expression left, Expression right) {
        return test.operandOf(Precedence.CONDITIONAL, Side.LEFT)
                + " ? "
                + left.operandOf(Precedence.CONDITIONAL, Side.LEFT)
                + " : "
                + right.operandOf(Precedence.CONDITIONAL, Side.RIGHT);
    }
}
