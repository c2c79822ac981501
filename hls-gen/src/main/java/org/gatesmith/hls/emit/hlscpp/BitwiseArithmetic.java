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

/** Bitwise operators and shifts. */
final class BitwiseArithmetic {

    private BitwiseArithmetic() {}

    /** AND, OR or XOR. Sign extension makes every operand as long as the other, so no operand is ever widened. */
    static Expression bitwise(Operator operator, Expression first, Expression second, IntType result) {
        Expression left = HlsConversions.lowBits(first, result.width());
        Expression right = HlsConversions.lowBits(second, result.width());
        if (isTruth(left) && isTruth(right)) {
            return truths(operator, left, right).withMeaning(result);
        }
        Expression assigned = right;
        CType target = HlsTypes.of(result);
        if (target.kind() == CType.Kind.NATIVE && IntegerArithmetic.isMixed(left, right)) {
            left = left.type().isArbitrary() ? HlsConversions.cast(left, target) : left;
            right = right.type().isArbitrary() ? HlsConversions.cast(right, target) : right;
        }
        left = asMask(left);
        assigned = right == assigned ? asMask(right) : assigned;
        right = asMask(right);
        CType type = left.type().isArbitrary() || right.type().isArbitrary()
                ? CType.arbitrary(
                        IntegerArithmetic.commonWidth(left.type(), right.type()),
                        left.type().signed() || right.type().signed())
                : IntegerArithmetic.word(left, right);
        Interval interval = IntervalArithmetic.bitwise(operator, left.interval(), right.interval());
        return Infix.of(operator).expression(left, right, assigned, type, result, interval);
    }

    private static Expression asMask(Expression value) {
        return value.isNumber() ? HlsLiterals.asMask(value) : value;
    }

    private static boolean isTruth(Expression value) {
        return value.meaning().equals(IntType.BOOL)
                && value.isExact()
                && value.type().isNative();
    }

    /** On truth values; {@code a ^ b} is a comparison, and with a written {@code true} a negation. */
    private static Expression truths(Operator operator, Expression left, Expression right) {
        if (operator != Operator.XOR) {
            return Infix.of(operator)
                    .expression(left, right, right, CType.INT, IntType.BOOL, Interval.of(IntType.BOOL));
        }
        return Comparisons.integers(Operator.NE, left, right);
    }

    /** NOT. The library's {@code ~} keeps the width, so an unsigned operand must be as wide as the result. */
    static Expression complement(Expression operand, IntType result) {
        Expression value = HlsConversions.lowBits(operand, result.width());
        if (result.equals(IntType.BOOL)) {
            return Comparisons.not(HlsConversions.exact(value.withMeaning(IntType.BOOL)));
        }
        CType type = value.type();
        if (type.signed()) {
            Interval interval = new Interval(
                    value.interval().max().not(), value.interval().min().not());
            return inverted(value, type, result, interval);
        }
        if (type.isArbitrary() && type.width() >= result.width()) {
            return inverted(value, type, result, Interval.of(type.values()));
        }
        CType target = HlsTypes.of(result);
        Expression wide = HlsConversions.cast(value, target);
        Interval interval = target.signed()
                ? new Interval(
                        wide.interval().max().not(), wide.interval().min().not())
                : Interval.of(result);
        return inverted(wide, target, result, interval);
    }

    private static Expression inverted(Expression value, CType type, IntType meaning, Interval interval) {
        return new Expression("~" + value.primary(), Precedence.UNARY, type, meaning, interval, Form.Plain.PLAIN);
    }

    /** SHL. The shifted operand keeps its width in C++, so it is widened to the result's first. */
    static Expression shiftLeft(Expression first, Expression second, IntType result) {
        Expression value = HlsConversions.lowBits(first, result.width());
        Expression count = HlsConversions.exact(second);
        BigInteger most = count.interval().max();
        if (count.interval().min().compareTo(BigInteger.valueOf(result.width())) >= 0) {
            return HlsLiterals.integer(BigInteger.ZERO, result);
        }
        if (value.type().isNative()) {
            CType word = IntegerArithmetic.word(value, value);
            Interval exact = IntervalArithmetic.shiftedLeft(value.interval(), count.interval());
            if (most.compareTo(BigInteger.valueOf(word.width())) < 0
                    && (exact.fits(word.values()) || word.width() >= result.width())) {
                return shifted(Infix.SHL, value, count, word, result, exact);
            }
            value = result.equals(IntType.I64) && most.compareTo(BigInteger.valueOf(Long.SIZE)) < 0
                    ? HlsConversions.cast(value, CType.INT64)
                    : HlsConversions.cast(value, CType.arbitrary(result));
        }
        Interval exact = IntervalArithmetic.shiftedLeft(value.interval(), count.interval());
        if (value.type().width() < result.width() && !exact.fits(value.type().values())) {
            value = HlsConversions.cast(value, CType.arbitrary(result));
            exact = IntervalArithmetic.shiftedLeft(value.interval(), count.interval());
        }
        return shifted(Infix.SHL, value, count, value.type(), result, exact);
    }

    /** SHR. */
    static Expression shiftRight(Expression first, Expression second, IntType result) {
        Expression value = HlsConversions.exact(first);
        Expression count = HlsConversions.exact(second);
        CType type = value.type();
        if (type.isNative()) {
            type = IntegerArithmetic.word(value, value);
            if (count.interval().max().compareTo(BigInteger.valueOf(type.width())) >= 0) {
                type = CType.arbitrary(type.values());
                value = HlsConversions.cast(value, type);
            }
        }
        return shifted(
                Infix.SHR,
                value,
                count,
                type,
                result,
                IntervalArithmetic.shiftedRight(value.interval(), count.interval()));
    }

    private static Expression shifted(
            Infix symbol, Expression value, Expression count, CType type, IntType meaning, Interval exact) {
        Expression places =
                type.isArbitrary() || count.type().isNative() ? count : HlsConversions.cast(count, CType.INT);
        Interval interval = exact.fits(type.values()) ? exact : Interval.of(type.values());
        return symbol.expression(value, places, places, type, meaning, interval);
    }
}
