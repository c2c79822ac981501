package org.gatesmith.hls.emit.hlscpp;

import java.math.BigInteger;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Expression.Side;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;

/** Conversions between integer types, written only where C++ would otherwise compute another number. */
final class HlsConversions {

    private HlsConversions() {}

    /** An expression that computes the value itself. */
    static Expression exact(Expression value) {
        return value.isExact() ? value : cast(value, HlsTypes.of(value.meaning()));
    }

    /** A truth value that C++ may test: one that is computed as a number is compared with zero. */
    static Expression truth(Expression value) {
        Expression number = exact(value);
        boolean testable = number.type().equals(CType.BOOL)
                || (number.type().isNative() && number.precedence().isBitwise());
        return testable ? number : notZero(number);
    }

    private static Expression notZero(Expression number) {
        return test(
                number.operandOf(Precedence.EQUALITY, Side.LEFT) + " != 0",
                number.operandOf(Precedence.EQUALITY, Side.LEFT) + " == 0");
    }

    private static Expression test(String text, String opposite) {
        return new Expression(
                text,
                Precedence.EQUALITY,
                CType.BOOL,
                IntType.BOOL,
                Interval.of(IntType.BOOL),
                new Form.Test(opposite, Precedence.EQUALITY));
    }

    /** An expression that equals the value at least modulo {@code 2^bits}. */
    static Expression lowBits(Expression value, int bits) {
        return value.intMeaning().width() >= bits ? value : exact(value);
    }

    /** The value as a value of {@code type}: nothing is written, the conversion falls due when the whole number is needed. */
    static Expression reinterpreted(Expression value, IntType type) {
        if (value.number() instanceof BigInteger number) {
            return HlsLiterals.of(new Literal.Int(type.wrap(number)), type);
        }
        return lowBits(value, type.width()).withMeaning(type);
    }

    /** {@code type(value)}; the result is congruent to the operand modulo two to the width of the type. */
    static Expression cast(Expression value, CType type) {
        if (value.type().equals(type) || (value.isNumber() && isLiteralOf(value, type))) {
            return value;
        }
        if (type.equals(CType.BOOL)) {
            // C++ makes true of every number but zero.
            return value.interval().fits(IntType.BOOL) ? value : lowestBit(value);
        }
        Interval interval = value.interval().fits(type.values()) ? value.interval() : Interval.of(type.values());
        return new Expression(
                HlsTypes.name(type) + "(" + value.text() + ")",
                Precedence.PRIMARY,
                type,
                value.meaning(),
                interval,
                Form.Plain.PLAIN);
    }

    private static boolean isLiteralOf(Expression number, CType type) {
        return type.kind() == CType.Kind.NATIVE && number.interval().fits(type.values());
    }

    /** An expression of at least {@code bits} bits that keeps the operand's number. */
    static Expression widened(Expression value, int bits) {
        IntType type = new IntType(bits, value.interval().isNegativePossible());
        return cast(value, HlsTypes.of(type));
    }

    /** An {@code ap_int} or {@code ap_uint} with the operand's number. */
    static Expression arbitrary(Expression value) {
        return value.type().isArbitrary()
                ? value
                : cast(
                        value,
                        CType.arbitrary(
                                value.isNumber()
                                        ? value.interval().type()
                                        : value.type().values()));
    }

    /** A signed {@code ap_int} with the number of an unsigned operand. */
    static Expression signed(Expression value) {
        return cast(value, CType.arbitrary(value.type().width() + 1, true));
    }

    private static Expression lowestBit(Expression value) {
        String bit = "(" + value.operandOf(Precedence.BIT_AND, Side.LEFT) + " & 1)";
        return test(bit + " != 0", bit + " == 0");
    }
}
