package org.gatesmith.hls.emit.opencl;

import java.math.BigInteger;
import java.util.Locale;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.ScalarType;

/** Numbers written out in OpenCL C. */
final class OpenClLiterals {

    /** From here on a bit mask is easier to read in hexadecimal. */
    private static final BigInteger HEXADECIMAL_FROM = BigInteger.TEN;

    private OpenClLiterals() {}

    static Expression of(Literal literal, ScalarType type) {
        return switch (literal) {
            case Literal.Int(BigInteger value) ->
                type.equals(IntType.BOOL) ? TruthValues.literal(value.signum() != 0) : integer(value, type);
            case Literal.F32 number -> floating(text(number), FloatType.F32);
            case Literal.F64 number -> floating(text(number), FloatType.F64);
        };
    }

    /** An element of a table, where no function may be called: there NaN is a quotient. */
    static String constant(Literal literal, ScalarType type) {
        return switch (literal) {
            case Literal.F32 number when Float.isNaN(number.value()) -> "0.0f / 0.0f";
            case Literal.F64 number when Double.isNaN(number.value()) -> "0.0 / 0.0";
            default -> of(literal, type).text();
        };
    }

    static Expression integer(BigInteger value, ScalarType meaning) {
        CType type = typeOf(value);
        return number(text(value, type), type, value, meaning);
    }

    /** The same number in hexadecimal, as the operand of a bitwise operator. */
    static Expression asMask(Expression number) {
        BigInteger value = number.interval().min();
        if (!number.isNumber() || number.type().isArbitrary() || value.compareTo(HEXADECIMAL_FROM) < 0) {
            return number;
        }
        return number("0x" + value.toString(16) + suffix(number.type()), number.type(), value, number.meaning());
    }

    private static Expression number(String text, CType type, BigInteger value, ScalarType meaning) {
        Precedence precedence = text.startsWith("-") ? Precedence.UNARY : Precedence.PRIMARY;
        return new Expression(text, precedence, type, meaning, Interval.of(value), new Form.Number(value));
    }

    private static CType typeOf(BigInteger value) {
        if (IntType.I32.contains(value)) {
            return CType.INT;
        }
        if (IntType.I64.contains(value)) {
            return CType.INT64;
        }
        if (IntType.U64.contains(value)) {
            return OpenClTypes.ULONG;
        }
        return value.bitLength() < OpenClTypes.WIDEST ? OpenClTypes.WIDE : OpenClTypes.UWIDE;
    }

    private static String suffix(CType type) {
        if (type.width() <= Integer.SIZE) {
            return "";
        }
        return type.signed() ? "L" : "UL";
    }

    /** The smallest numbers have no literal of their own: C reads a minus sign and a number that is too large. */
    private static String text(BigInteger value, CType type) {
        if (value.equals(IntType.I32.min())) {
            return "INT_MIN";
        }
        if (value.equals(IntType.I64.min())) {
            return "LONG_MIN";
        }
        if (type.isArbitrary()) {
            return "wide_of(0x" + word(value.shiftRight(Long.SIZE)) + "UL, 0x" + word(value) + "UL)";
        }
        return type.equals(OpenClTypes.ULONG) ? "0x" + word(value) + "UL" : value + suffix(type);
    }

    private static String word(BigInteger value) {
        return Long.toHexString(value.longValue());
    }

    private static Expression floating(String text, FloatType type) {
        Precedence precedence = text.startsWith("-") || text.startsWith("(") ? Precedence.UNARY : Precedence.PRIMARY;
        return new Expression(text, precedence, OpenClTypes.of(type), type, Interval.of(0, 0), Form.Plain.PLAIN);
    }

    /** Java prints the shortest digits that read back as the same number, and C reads them alike. */
    private static String text(Literal.F32 number) {
        float value = number.value();
        if (Float.isInfinite(value)) {
            return value < 0 ? "-INFINITY" : "INFINITY";
        }
        return Float.isNaN(value)
                ? "as_float(0x" + Integer.toHexString(number.bits()) + ")"
                : Float.toString(value).toLowerCase(Locale.ROOT) + "f";
    }

    private static String text(Literal.F64 number) {
        double value = number.value();
        if (Double.isInfinite(value)) {
            return value < 0 ? "(double)-INFINITY" : "(double)INFINITY";
        }
        return Double.isNaN(value)
                ? "as_double(0x" + Long.toHexString(number.bits()) + "L)"
                : Double.toString(value).toLowerCase(Locale.ROOT);
    }
}
