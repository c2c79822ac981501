package org.gatesmith.hls.emit.hlscpp;

import java.math.BigInteger;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Expression.Side;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;

/** Conditional expressions, whose two arms must have one type. */
final class Choices {

    private Choices() {}

    /** {@code condition ? first : second}. */
    static Expression choice(Expression condition, Expression first, Expression second, ScalarType result) {
        Expression test = HlsConversions.truth(condition);
        return result instanceof IntType type
                ? integers(test, first, second, type)
                : written(test, first, second, first.type(), (FloatType) result, Interval.of(0, 0));
    }

    private static Expression integers(Expression test, Expression first, Expression second, IntType result) {
        Expression left = arm(first, result);
        Expression right = arm(second, result);
        CType common = commonType(left, right, result);
        if (!common.isNative() || left.type().isArbitrary() || right.type().isArbitrary()) {
            left = HlsConversions.cast(left, common);
            right = HlsConversions.cast(right, common);
        }
        return written(test, left, right, common, result, left.interval().hull(right.interval()));
    }

    /** A truth value must be exact: C++ makes one of any number that is not zero. */
    private static Expression arm(Expression value, IntType result) {
        return result.equals(IntType.BOOL)
                ? HlsConversions.truth(HlsConversions.reinterpreted(value, result))
                : HlsConversions.lowBits(value, result.width());
    }

    private static CType commonType(Expression left, Expression right, IntType result) {
        if (left.type().equals(right.type())) {
            return left.type();
        }
        if (left.type().isNative() && right.type().isNative()) {
            return IntegerArithmetic.word(left, right);
        }
        CType wanted = HlsTypes.of(result);
        if (wanted.isNative()) {
            return wanted;
        }
        if (left.isNumber() && left.interval().fits(right.type().values())) {
            return right.type();
        }
        if (right.isNumber() && right.interval().fits(left.type().values())) {
            return left.type();
        }
        return wanted;
    }

    private static Expression written(
            Expression test, Expression left, Expression right, CType type, ScalarType meaning, Interval interval) {
        String text = test.operandOf(Precedence.CONDITIONAL, Side.LEFT)
                + " ? "
                + left.operandOf(Precedence.CONDITIONAL, Side.LEFT)
                + " : "
                + right.operandOf(Precedence.CONDITIONAL, Side.RIGHT);
        return new Expression(text, Precedence.CONDITIONAL, type, meaning, interval, Form.Plain.PLAIN);
    }

    /** MIN or MAX. */
    static Expression extreme(Operator operator, Expression first, Expression second, IntType result) {
        boolean exchanged = first.isNumber();
        Expression left = HlsConversions.exact(exchanged ? second : first);
        Expression right = HlsConversions.exact(exchanged ? first : second);
        Operator relation = operator == Operator.MIN ? Operator.LT : Operator.GT;
        return choice(Comparisons.integers(relation, left, right), left, right, result);
    }

    /** ABS. */
    static Expression magnitude(Expression operand, IntType result) {
        Expression value = HlsConversions.exact(operand);
        Expression zero = HlsLiterals.integer(BigInteger.ZERO, value.meaning());
        Expression negative = IntegerArithmetic.negated(value, result);
        return choice(Comparisons.integers(Operator.LT, value, zero), negative, value, result);
    }
}
