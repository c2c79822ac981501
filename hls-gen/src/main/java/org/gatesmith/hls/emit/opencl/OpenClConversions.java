package org.gatesmith.hls.emit.opencl;

import java.math.BigInteger;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Expression.Side;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;

/**
 * Conversions between integer types, written only where C would otherwise compute another number. A conversion to a type that
 * cannot hold the number keeps the low bits, in signed types too, as every OpenCL compiler known to us does (C99, 6.3.1.3 leaves
 * it to the compiler, which OpenCL C 1.2, 6.2.3.3 repeats).
 */
final class OpenClConversions {

    private OpenClConversions() {}

    /** An expression that computes the value itself. */
    static Expression exact(Expression value) {
        return value.isExact() ? value : cut(value, value.intMeaning());
    }

    /** The number of type {@code type} that is congruent to what C computes. */
    private static Expression cut(Expression value, IntType type) {
        CType container = OpenClTypes.of(type);
        if (type.equals(IntType.BOOL)) {
            return lowestBit(value);
        }
        if (type.width() == container.width()) {
            return cast(value, container);
        }
        return type.signed() ? signExtended(value, type) : masked(value, type);
    }

    private static Expression signExtended(Expression value, IntType type) {
        CType word =
                type.width() < Integer.SIZE ? CType.INT : type.width() < Long.SIZE ? CType.INT64 : OpenClTypes.WIDE;
        String function = word.isArbitrary() ? "wide_sign_extend" : "sign_extend" + word.width();
        return call(function, "(" + argument(value, word) + ", " + type.width() + ")", word, type);
    }

    private static Expression masked(Expression value, IntType type) {
        if (type.width() > Long.SIZE) {
            return call(
                    "wide_zero_extend",
                    "(" + argument(value, OpenClTypes.UWIDE) + ", " + type.width() + ")",
                    OpenClTypes.UWIDE,
                    type);
        }
        Expression number = value.type().isArbitrary() ? cast(value, OpenClTypes.ULONG) : value;
        Expression mask = OpenClLiterals.asMask(OpenClLiterals.integer(type.max(), type));
        String text = number.operandOf(Precedence.BIT_AND, Side.LEFT) + " & " + mask.text();
        CType word = OpenClTypes.common(number.type(), mask.type());
        return new Expression(text, Precedence.BIT_AND, word, type, Interval.of(type), Form.Plain.PLAIN);
    }

    private static Expression call(String function, String arguments, CType word, IntType type) {
        return new Expression(
                function + arguments, Precedence.PRIMARY, word, type, Interval.of(type), Form.Plain.PLAIN);
    }

    private static Expression lowestBit(Expression value) {
        Expression number = value.type().isArbitrary() ? cast(value, OpenClTypes.ULONG) : value;
        String bit = "(" + number.operandOf(Precedence.BIT_AND, Side.LEFT) + " & 1)";
        return TruthValues.of(bit + " != 0", Precedence.EQUALITY, new Form.Test(bit + " == 0", Precedence.EQUALITY));
    }

    /** A truth value that C may test: one that is computed as a number is compared with zero. */
    static Expression truth(Expression value) {
        Expression number = exact(value);
        boolean testable = number.type().equals(CType.BOOL)
                || (number.type().isNative() && number.precedence().isBitwise());
        return testable ? number : notZero(number);
    }

    private static Expression notZero(Expression value) {
        Expression number = value.type().isArbitrary() ? cast(value, OpenClTypes.ULONG) : value;
        String text = number.operandOf(Precedence.EQUALITY, Side.LEFT);
        return TruthValues.of(text + " != 0", Precedence.EQUALITY, new Form.Test(text + " == 0", Precedence.EQUALITY));
    }

    /** An expression that equals the value at least modulo {@code 2^bits}. */
    static Expression lowBits(Expression value, int bits) {
        return value.intMeaning().width() >= bits ? value : exact(value);
    }

    /** The value as a value of {@code type}: nothing is written, the conversion falls due when the whole number is needed. */
    static Expression reinterpreted(Expression value, IntType type) {
        if (value.number() instanceof BigInteger number) {
            return OpenClLiterals.of(new Literal.Int(type.wrap(number)), type);
        }
        return lowBits(value, type.width()).withMeaning(type);
    }

    /** {@code (type)value}; the result is congruent to the operand modulo two to the width of the type. */
    static Expression cast(Expression value, CType type) {
        if (value.type().equals(type)) {
            return value;
        }
        if (type.equals(CType.BOOL)) {
            return value.interval().fits(IntType.BOOL) ? truth(value.withMeaning(IntType.BOOL)) : lowestBit(value);
        }
        Interval interval = value.interval().fits(type.values()) ? value.interval() : Interval.of(type.values());
        boolean call = value.type().isArbitrary() || type.isArbitrary();
        return new Expression(
                call ? converted(value, type) : "(" + OpenClTypes.name(type) + ")" + operand(value),
                call ? Precedence.PRIMARY : Precedence.UNARY,
                type,
                value.meaning(),
                interval,
                Form.Plain.PLAIN);
    }

    private static String operand(Expression value) {
        return value.operandOf(Precedence.UNARY, Side.RIGHT);
    }

    private static String converted(Expression value, CType type) {
        if (!value.type().isArbitrary()) {
            return (value.interval().isNegativePossible() ? "wide_of_long(" : "wide_of_ulong(") + value.text() + ")";
        }
        if (type.isArbitrary()) {
            return value.text();
        }
        return "(" + OpenClTypes.name(type) + ")" + value.primary() + ".low";
    }

    /** The operand of a function whose parameter has a type: C converts words by itself. */
    static String argument(Expression value, CType type) {
        return value.type().isArbitrary() == type.isArbitrary()
                ? value.text()
                : cast(value, type).text();
    }
}
