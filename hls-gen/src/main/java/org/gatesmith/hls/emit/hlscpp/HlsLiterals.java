package org.gatesmith.hls.emit.hlscpp;

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

/** Numbers written out in C++. */
final class HlsLiterals {

    /** From here on a bit mask is easier to read in hexadecimal. */
    private static final BigInteger HEXADECIMAL_FROM = BigInteger.TEN;

    private HlsLiterals() {}

    static Expression of(Literal literal, ScalarType type) {
        return switch (literal) {
            case Literal.Int(BigInteger value) ->
                type.equals(IntType.BOOL) ? TruthValues.literal(value.signum() != 0) : integer(value, type);
            case Literal.F32 number -> floating(text(number), FloatType.F32);
            case Literal.F64 number -> floating(text(number), FloatType.F64);
        };
    }

    static Expression integer(BigInteger value, ScalarType meaning) {
        CType type = typeOf(value);
        return number(type.isArbitrary() ? wide(value, type) : decimal(value), type, value, meaning);
    }

    /** The same number in hexadecimal, as the operand of a bitwise operator. */
    static Expression asMask(Expression number) {
        BigInteger value = ((Form.Number) number.form()).value();
        if (number.type().kind() != CType.Kind.NATIVE || value.compareTo(HEXADECIMAL_FROM) < 0) {
            return number;
        }
        String digits = "0x" + value.toString(16) + (value.bitLength() < 32 ? "" : "LL");
        return number(digits, number.type(), value, number.meaning());
    }

    private static Expression number(String text, CType type, BigInteger value, ScalarType meaning) {
        Precedence precedence = text.startsWith("-") ? Precedence.UNARY : Precedence.PRIMARY;
        return new Expression(text, precedence, type, meaning, Interval.of(value), new Form.Number(value));
    }

    private static CType typeOf(BigInteger value) {
        if (IntType.I32.contains(value)) {
            return CType.INT;
        }
        return IntType.I64.contains(value)
                ? CType.INT64
                : CType.arbitrary(Interval.of(value).type());
    }

    /** The smallest numbers have no literal of their own: C reads a minus sign and a number that is too large. */
    private static String decimal(BigInteger value) {
        if (value.equals(IntType.I32.min())) {
            return "INT_MIN";
        }
        if (value.equals(IntType.I64.min())) {
            return "INT64_MIN";
        }
        return IntType.I32.contains(value) ? value.toString() : value + "LL";
    }

    private static String wide(BigInteger value, CType type) {
        String argument = IntType.U64.contains(value)
                ? "0x" + value.toString(16) + "ULL"
                : "\"" + (value.signum() < 0 ? "-" : "") + "0x" + value.abs().toString(16) + "\", 16";
        return HlsTypes.name(type) + "(" + argument + ")";
    }

    private static Expression floating(String text, FloatType type) {
        Precedence precedence = text.startsWith("-") ? Precedence.UNARY : Precedence.PRIMARY;
        return new Expression(text, precedence, HlsTypes.of(type), type, Interval.of(0, 0), Form.Plain.PLAIN);
    }

    /** Java prints the shortest digits that read back as the same number, and C++ reads them alike. */
    private static String text(Literal.F32 number) {
        float value = number.value();
        if (Float.isInfinite(value)) {
            return (value < 0 ? "-" : "") + "std::numeric_limits<float>::infinity()";
        }
        if (Float.isNaN(value)) {
            return "java::bits_to_float(0x" + Integer.toHexString(number.bits()) + ")";
        }
        return Float.toString(value).toLowerCase(Locale.ROOT) + "f";
    }

    private static String text(Literal.F64 number) {
        double value = number.value();
        if (Double.isInfinite(value)) {
            return (value < 0 ? "-" : "") + "std::numeric_limits<double>::infinity()";
        }
        if (Double.isNaN(value)) {
            return "java::bits_to_double(0x" + Long.toHexString(number.bits()) + ")";
        }
        return Double.toString(value).toLowerCase(Locale.ROOT);
    }
}
