package org.gatesmith.hls.emit.opencl;

import java.math.BigInteger;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Infix;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.IntervalArithmetic;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/**
 * Bitwise operators and shifts. A shift in OpenCL uses the low five or six bits of its count, and one to the right of a signed
 * number fills with the sign (OpenCL C 1.2, 6.3j).
 */
final class OpenClBits {

    private static final BigInteger WORD = BigInteger.valueOf(Integer.SIZE);
    private static final BigInteger LONG = BigInteger.valueOf(Long.SIZE);

    private OpenClBits() {}

    /** AND, OR or XOR. */
    static Expression bitwise(Operator operator, Expression first, Expression second, IntType result) {
        Expression left = OpenClConversions.lowBits(first, result.width());
        Expression right = OpenClConversions.lowBits(second, result.width());
        if (isTruth(left) && isTruth(right)) {
            return operator == Operator.XOR
                    ? OpenClComparisons.integers(Operator.NE, left, right).withMeaning(result)
                    : written(operator, left, right, CType.INT, result, Interval.of(IntType.BOOL));
        }
        CType natural = OpenClTypes.common(left.type(), right.type());
        boolean mixed = !natural.signed()
                && (left.interval().isNegativePossible() || right.interval().isNegativePossible());
        if (mixed && natural.width() < result.width()) {
            natural = natural.width() < Long.SIZE ? CType.INT64 : OpenClTypes.WIDE;
            left = OpenClConversions.cast(left, natural);
            right = OpenClConversions.cast(right, natural);
            mixed = false;
        }
        Interval exact = IntervalArithmetic.bitwise(operator, left.interval(), right.interval());
        if (natural.isArbitrary()) {
            String name = operator == Operator.AND ? "and" : operator == Operator.OR ? "or" : "xor";
            return OpenClIntegers.wide("wide_" + name, left, right, result, exact);
        }
        boolean fits = !mixed && exact.fits(natural.values());
        return written(operator, left, right, natural, result, fits ? exact : Interval.of(natural.values()));
    }

    private static Expression written(
            Operator operator, Expression first, Expression second, CType type, IntType meaning, Interval interval) {
        Expression right = OpenClLiterals.asMask(second);
        return Infix.of(operator).expression(OpenClLiterals.asMask(first), right, right, type, meaning, interval);
    }

    private static boolean isTruth(Expression value) {
        return value.meaning().equals(IntType.BOOL)
                && value.isExact()
                && value.type().isNative();
    }

    /** NOT. */
    static Expression complement(Expression operand, IntType result) {
        Expression value = OpenClConversions.lowBits(operand, result.width());
        if (result.equals(IntType.BOOL)) {
            return TruthValues.not(OpenClConversions.truth(value.withMeaning(IntType.BOOL)));
        }
        CType natural = OpenClTypes.promoted(value.type());
        Interval exact = new Interval(
                value.interval().max().not(), value.interval().min().not());
        if (natural.isArbitrary()
                || (!natural.signed() && natural.width() == Long.SIZE && result.width() > Long.SIZE)) {
            Expression ones = OpenClLiterals.integer(BigInteger.ONE.negate(), IntType.I64);
            return OpenClIntegers.wide("wide_xor", value, ones, result, exact);
        }
        if (!natural.signed() && natural.width() < result.width()) {
            natural = CType.INT64;
            value = OpenClConversions.cast(value, natural);
        }
        Interval interval = natural.signed() ? exact : Interval.of(natural.values());
        return new Expression("~" + value.primary(), Precedence.UNARY, natural, result, interval, Form.Plain.PLAIN);
    }

    /** SHL. */
    static Expression shiftLeft(Expression first, Expression second, IntType result) {
        Expression value = OpenClConversions.lowBits(first, result.width());
        Expression count = OpenClConversions.exact(second);
        if (count.interval().min().compareTo(BigInteger.valueOf(result.width())) >= 0) {
            return OpenClLiterals.integer(BigInteger.ZERO, result);
        }
        Interval exact = IntervalArithmetic.shiftedLeft(value.interval(), count.interval());
        BigInteger most = count.interval().max();
        CType natural = OpenClTypes.promoted(value.type());
        boolean fits = !exact.isNegativePossible()
                && !natural.isArbitrary()
                && exact.fits(natural.values())
                && most.compareTo(BigInteger.valueOf(natural.width())) < 0;
        if (fits) {
            return shifted(Infix.SHL, value, count, natural, result, exact);
        }
        CType type = OpenClTypes.unsigned(result.width());
        if (natural.isArbitrary() || type.isArbitrary()) {
            return wideShift("wide_shift_left", value, count, result, exact);
        }
        if (most.compareTo(WORD) >= 0) {
            type = OpenClTypes.ULONG;
        }
        Interval interval = exact.fits(type.values()) ? exact : Interval.of(type.values());
        return most.compareTo(LONG) >= 0
                ? call("shift_left64", value, count, type, result, Interval.of(type.values()))
                : shifted(Infix.SHL, OpenClConversions.cast(value, type), count, type, result, interval);
    }

    /** SHR. */
    static Expression shiftRight(Expression first, Expression second, IntType result) {
        Expression value = OpenClConversions.exact(first);
        Expression count = OpenClConversions.exact(second);
        Interval exact = IntervalArithmetic.shiftedRight(value.interval(), count.interval());
        CType type = OpenClTypes.promoted(value.type());
        if (type.isArbitrary()) {
            String function = type.signed() ? "wide_shift_right" : "wide_shift_right_unsigned";
            return wideShift(function, value, count, result, exact);
        }
        BigInteger most = count.interval().max();
        if (most.compareTo(BigInteger.valueOf(type.width())) >= 0) {
            type = new CType(CType.Kind.NATIVE, Long.SIZE, type.signed());
            value = OpenClConversions.cast(value, type);
        }
        if (most.compareTo(LONG) < 0) {
            return shifted(Infix.SHR, value, count, type, result, exact);
        }
        return call(type.signed() ? "shift_right64" : "shift_right_unsigned64", value, count, type, result, exact);
    }

    private static Expression wideShift(
            String function, Expression value, Expression count, IntType result, Interval exact) {
        CType type = exact.isNegativePossible() || exact.fits(OpenClTypes.WIDE.values())
                ? OpenClTypes.WIDE
                : OpenClTypes.UWIDE;
        Interval interval = exact.fits(type.values()) ? exact : Interval.of(type.values());
        String text = function + "(" + OpenClConversions.argument(value, type) + ", "
                + OpenClConversions.argument(count, OpenClTypes.UINT) + ")";
        return new Expression(text, Precedence.PRIMARY, type, result, interval, Form.Plain.PLAIN);
    }

    private static Expression call(
            String function, Expression value, Expression count, CType type, IntType result, Interval interval) {
        String text = function + "(" + value.text() + ", " + OpenClConversions.argument(count, OpenClTypes.UINT) + ")";
        return new Expression(text, Precedence.PRIMARY, type, result, interval, Form.Plain.PLAIN);
    }

    private static Expression shifted(
            Infix symbol, Expression value, Expression count, CType type, IntType meaning, Interval interval) {
        Expression places = count.type().isArbitrary() ? OpenClConversions.cast(count, OpenClTypes.UINT) : count;
        return symbol.expression(value, places, places, type, meaning, interval);
    }
}
