package org.gatesmith.hls.emit;

import java.math.BigInteger;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * A C expression that stands for a value of the program.
 *
 * <p>Between an integer value and its expression holds: the number that C computes lies in {@code interval}, and it equals the
 * value modulo {@code 2^w}, where {@code w} is the width of {@code meaning}. So the two are the same number exactly when the
 * interval lies within {@code meaning}; otherwise a conversion to {@code meaning} is still due, and an operator that needs only
 * low bits can do without it.
 *
 * @param type what the C compiler takes the expression's type to be
 * @param meaning type of the value
 * @param interval numbers that C may compute; empty of meaning for floating point
 */
public record Expression(
        String text, Precedence precedence, CType type, ScalarType meaning, Interval interval, Form form) {

    /** What else is known about the way an expression is written. */
    public sealed interface Form {
        /** Nothing. */
        enum Plain implements Form {
            PLAIN
        }

        /** A number written out. */
        record Number(BigInteger value) implements Form {}

        /** A truth value whose opposite is written {@code opposite}. */
        record Test(String opposite, Precedence precedence) implements Form {}

        /** {@code left symbol right}, which may become {@code left symbol= right}. */
        record Infix(String left, String symbol, Expression right) implements Form {}
    }

    /** The type of the value, known to be an integer. */
    public IntType intMeaning() {
        return (IntType) meaning;
    }

    /** Whether C computes the value itself, not merely a number congruent to it. */
    public boolean isExact() {
        return meaning instanceof FloatType || interval.fits(intMeaning());
    }

    public boolean isNumber() {
        return form instanceof Form.Number;
    }

    public @Nullable BigInteger number() {
        return form instanceof Form.Number(BigInteger value) ? value : null;
    }

    public Expression withMeaning(ScalarType newMeaning) {
        return new Expression(text, precedence, type, newMeaning, interval, form);
    }

    public Expression within(Interval known) {
        return new Expression(text, precedence, type, meaning, interval.intersect(known), form);
    }

    public Expression withForm(Form newForm) {
        return new Expression(text, precedence, type, meaning, interval, newForm);
    }

    /** The text as an operand of an operator. */
    public String operandOf(Precedence outer, Side side) {
        boolean stands = precedence.standsIn(outer, side == Side.LEFT) && !looksWrong(outer);
        return stands ? text : "(" + text + ")";
    }

    /** The text as the operand of a prefix operator; two signs in a row would read as one operator. */
    public String primary() {
        return precedence == Precedence.PRIMARY ? text : "(" + text + ")";
    }

    /** Compilers warn of {@code !a & b}, which is often a slip. */
    private boolean looksWrong(Precedence outer) {
        return outer.isBitwise() && text.startsWith("!") && precedence == Precedence.UNARY;
    }

    /** Where an operand stands. */
    public enum Side {
        LEFT,
        RIGHT
    }
}
