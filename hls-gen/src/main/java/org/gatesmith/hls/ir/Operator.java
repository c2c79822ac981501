package org.gatesmith.hls.ir;

import java.util.Locale;

/**
 * What a {@link Op.Compute} computes. Integer operators, and conversions to integers, compute the exact mathematical result on
 * the values of their operands, whatever the operands' widths, and then wrap it to the result type ({@link IntType#wrap}).
 * Signedness is therefore a property of types only: an unsigned Java comparison is a cast to {@code u32} followed by
 * {@link #LT}. Floating-point operators round once, to nearest even, to the result type.
 */
public enum Operator {
    ADD(2, Kind.INTEGER),
    SUB(2, Kind.INTEGER),
    MUL(2, Kind.INTEGER),
    /** Quotient truncated towards zero; a zero divisor is an error. */
    DIV(2, Kind.INTEGER),
    /** Remainder with the sign of the dividend; a zero divisor is an error. */
    REM(2, Kind.INTEGER),
    /** Bitwise on two's complement of unlimited length. */
    AND(2, Kind.INTEGER),
    OR(2, Kind.INTEGER),
    XOR(2, Kind.INTEGER),
    NOT(1, Kind.INTEGER),
    NEG(1, Kind.INTEGER),
    /** First operand times two to the second, which is not negative and below {@value #SHIFT_LIMIT}. */
    SHL(2, Kind.INTEGER),
    /** Floor of the first operand divided by two to the second, which is not negative and below {@value #SHIFT_LIMIT}. */
    SHR(2, Kind.INTEGER),
    MIN(2, Kind.INTEGER),
    MAX(2, Kind.INTEGER),
    ABS(1, Kind.INTEGER),
    /** The operand, wrapped to the result type. */
    CAST(1, Kind.INTEGER),
    /** Number of ones among the low 32 (64) bits. */
    POPCOUNT32(1, Kind.INTEGER),
    POPCOUNT64(1, Kind.INTEGER),
    /** Number of leading zeros of the low 32 (64) bits; 32 (64) for zero. */
    CLZ32(1, Kind.INTEGER),
    CLZ64(1, Kind.INTEGER),
    /** Number of trailing zeros of the low 32 (64) bits; 32 (64) for zero. */
    CTZ32(1, Kind.INTEGER),
    CTZ64(1, Kind.INTEGER),
    /** The low 32 (64) bits in reverse order, as a signed number. */
    REVERSE32(1, Kind.INTEGER),
    REVERSE64(1, Kind.INTEGER),

    EQ(2, Kind.COMPARISON),
    NE(2, Kind.COMPARISON),
    LT(2, Kind.COMPARISON),
    LE(2, Kind.COMPARISON),
    GT(2, Kind.COMPARISON),
    GE(2, Kind.COMPARISON),

    /** Second operand where the first is true, else the third; on integers the chosen one is wrapped to the result type. */
    SELECT(3, Kind.SELECT),

    FADD(2, Kind.FLOAT),
    FSUB(2, Kind.FLOAT),
    FMUL(2, Kind.FLOAT),
    FDIV(2, Kind.FLOAT),
    /** Java's {@code %}: exact remainder of the truncated quotient (JLS 15.17.3). */
    FREM(2, Kind.FLOAT),
    FNEG(1, Kind.FLOAT),
    FABS(1, Kind.FLOAT),
    /** {@code Math.min}: NaN if either is, -0.0 below 0.0. */
    FMIN(2, Kind.FLOAT),
    FMAX(2, Kind.FLOAT),
    FSQRT(1, Kind.FLOAT),
    /** a·b + c rounded once. */
    FMA(3, Kind.FLOAT),
    FFLOOR(1, Kind.FLOAT),
    FCEIL(1, Kind.FLOAT),
    /** Nearest integer, ties to even. */
    FRINT(1, Kind.FLOAT),

    FEQ(2, Kind.FLOAT_COMPARISON),
    FNE(2, Kind.FLOAT_COMPARISON),
    FLT(2, Kind.FLOAT_COMPARISON),
    FLE(2, Kind.FLOAT_COMPARISON),
    FGT(2, Kind.FLOAT_COMPARISON),
    FGE(2, Kind.FLOAT_COMPARISON),

    /** Integer to nearest floating-point number. */
    INT_TO_FLOAT(1, Kind.CONVERSION),
    /** Truncation towards zero, saturating at the limits of a Java int (long), NaN to 0 (JLS 5.1.3). */
    FLOAT_TO_INT32(1, Kind.CONVERSION),
    FLOAT_TO_INT64(1, Kind.CONVERSION),
    /** Between the floating-point types. */
    FLOAT_CONVERT(1, Kind.CONVERSION),
    /** The bit pattern of a floating-point number, as a signed integer of the same width. */
    FLOAT_TO_BITS(1, Kind.CONVERSION),
    /** The floating-point number whose bit pattern the low bits of the operand are. */
    BITS_TO_FLOAT(1, Kind.CONVERSION),

    FEXP(1, Kind.APPROXIMATE),
    FLOG(1, Kind.APPROXIMATE),
    FLOG10(1, Kind.APPROXIMATE),
    FSIN(1, Kind.APPROXIMATE),
    FCOS(1, Kind.APPROXIMATE),
    FTAN(1, Kind.APPROXIMATE),
    FTANH(1, Kind.APPROXIMATE),
    FATAN(1, Kind.APPROXIMATE),
    FATAN2(2, Kind.APPROXIMATE),
    FPOW(2, Kind.APPROXIMATE);

    /** What operands an operator takes and what it returns. */
    public enum Kind {
        /** Integers to an integer. */
        INTEGER,
        /** Integers to a boolean. */
        COMPARISON,
        /** A boolean and two numbers to a number. */
        SELECT,
        /** Floating-point numbers of one type to the same type. */
        FLOAT,
        /** Floating-point numbers of one type to a boolean. */
        FLOAT_COMPARISON,
        /** Between integers and floating-point numbers, or between floating-point types. */
        CONVERSION,
        /** Like {@link #FLOAT}, but only as exact as a kernel's tolerance says. */
        APPROXIMATE
    }

    /** Shift counts stay below 2^16. Java's own masks are 31 and 63; a larger count can come only from a wrong program. */
    public static final int SHIFT_LIMIT = 1 << 16;

    private final int arity;
    private final Kind kind;

    Operator(int arity, Kind kind) {
        this.arity = arity;
        this.kind = kind;
    }

    /** Number of operands. */
    public int arity() {
        return arity;
    }

    public Kind kind() {
        return kind;
    }

    /** Name in the text form. */
    public String mnemonic() {
        return name().toLowerCase(Locale.ROOT);
    }
}
