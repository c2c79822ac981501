package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import org.gatesmith.hls.range.IntRange;

/**
 * A Java expression that stands for a value of the program.
 *
 * @param range what an integer may be; empty of meaning for floating point
 */
record Term(String text, Shape shape, Register register, IntRange range) {

    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    /** How an expression is written. */
    enum Shape {
        /** A name, a literal or a call, which needs no parentheses. */
        ATOM,
        /** Operators outside. */
        COMPOUND,
        /** A Java boolean, which stands for 0 or 1. */
        TRUTH
    }

    static Term atom(String text, Register register, IntRange range) {
        return new Term(text, Shape.ATOM, register, range);
    }

    static Term compound(String text, Register register, IntRange range) {
        return new Term(text, Shape.COMPOUND, register, range);
    }

    static Term truth(String text) {
        return new Term(text, Shape.TRUTH, Register.INT, IntRange.BOOLEAN);
    }

    static Term real(String text, Register register) {
        return compound(text, register, IntRange.NONE);
    }

    Term within(IntRange known) {
        return known.isEmpty() ? this : new Term(text, shape, register, known);
    }

    /** Whether the variable holds the bits of a number that a long does not hold. */
    boolean isUnsignedLong() {
        return register == Register.LONG && range.max().compareTo(LONG_MAX) > 0;
    }

    /** Whether it may be below zero. */
    boolean mayBeNegative() {
        return range.isEmpty() || range.min().signum() < 0;
    }

    /** Whether it is 0 or 1, in whichever shape. */
    boolean operandsAre01() {
        return shape == Shape.TRUTH || range.isWithin(IntRange.BOOLEAN);
    }

    /** Whether it surely fits an int, and a variable of that type is enough. */
    boolean isInt() {
        return register == Register.INT;
    }

    /** The text as an operand of any operator. */
    String operand() {
        return switch (shape) {
            case ATOM -> text.startsWith("-") ? "(" + text + ")" : text;
            case COMPOUND -> "(" + text + ")";
            case TRUTH -> "(" + text + " ? 1 : 0)";
        };
    }

    /** The text as the whole right side of an assignment. */
    String value() {
        return shape == Shape.TRUTH ? text + " ? 1 : 0" : text;
    }

    /** The text as a condition. */
    String condition() {
        return shape == Shape.TRUTH ? text : operand() + " != 0";
    }

    /** As an int: the low 32 bits. */
    String intOperand() {
        return register == Register.LONG ? "((int) " + operand() + ")" : operand();
    }

    /** As a long. */
    String longOperand() {
        if (register == Register.LONG) {
            return operand();
        }
        return range.isConstant() && shape == Shape.ATOM && isDigits() ? literalLong() : "((long) " + operand() + ")";
    }

    private boolean isDigits() {
        return text.chars().allMatch(c -> c == '-' || Character.isDigit(c));
    }

    private String literalLong() {
        return text.startsWith("-") ? "(" + text + "L)" : text + "L";
    }

    /** As an operand in a register. */
    String operandIn(Register domain) {
        return switch (domain) {
            case INT -> intOperand();
            case LONG -> longOperand();
            case FLOAT, DOUBLE -> operand();
        };
    }
}
