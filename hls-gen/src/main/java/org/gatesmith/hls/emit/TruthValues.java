package org.gatesmith.hls.emit;

import java.math.BigInteger;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Expression.Side;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/** Comparisons and logical operators, as all languages of the C family write them. */
public final class TruthValues {

    private TruthValues() {}

    /** EQ, NE, LT, LE, GT or GE of integers that C compares as they are. */
    public static Expression compared(Operator operator, Expression left, Expression right) {
        Infix opposite = Infix.of(opposite(operator));
        return test(Infix.of(operator), left, right, new Form.Test(opposite.text(left, right), opposite.precedence()));
    }

    /** The comparison that holds exactly where another does not. */
    public static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQ -> Operator.NE;
            case NE -> Operator.EQ;
            case LT -> Operator.GE;
            case LE -> Operator.GT;
            case GT -> Operator.LE;
            case GE -> Operator.LT;
            case FEQ -> Operator.FNE;
            case FNE -> Operator.FEQ;
            default -> throw new IllegalArgumentException("no opposite of " + operator);
        };
    }

    /** FEQ, FNE, FLT, FLE, FGT or FGE. With NaN every order is false, so only equality has an opposite. */
    public static Expression floats(Operator operator, Expression left, Expression right) {
        Infix symbol = Infix.of(operator);
        Infix opposite = operator == Operator.FEQ ? Infix.NE : Infix.EQ;
        Form form = operator == Operator.FEQ || operator == Operator.FNE
                ? new Form.Test(opposite.text(left, right), opposite.precedence())
                : Form.Plain.PLAIN;
        return test(symbol, left, right, form);
    }

    private static Expression test(Infix symbol, Expression left, Expression right, Form form) {
        return new Expression(
                symbol.text(left, right),
                symbol.precedence(),
                CType.BOOL,
                IntType.BOOL,
                Interval.of(IntType.BOOL),
                form);
    }

    /** {@code true} or {@code false}. */
    public static Expression literal(boolean value) {
        BigInteger number = value ? BigInteger.ONE : BigInteger.ZERO;
        return new Expression(
                Boolean.toString(value),
                Precedence.PRIMARY,
                CType.BOOL,
                IntType.BOOL,
                Interval.of(number),
                new Form.Number(number));
    }

    /** The opposite of a truth value. */
    public static Expression not(Expression condition) {
        if (condition.number() instanceof BigInteger number) {
            return literal(number.signum() == 0);
        }
        Form form = new Form.Test(condition.text(), condition.precedence());
        return condition.form() instanceof Form.Test(String text, Precedence precedence)
                ? of(text, precedence, form)
                : of("!" + condition.primary(), Precedence.UNARY, form);
    }

    /** A truth value written as {@code text}. */
    public static Expression of(String text, Precedence precedence, Form form) {
        return new Expression(text, precedence, CType.BOOL, IntType.BOOL, Interval.of(IntType.BOOL), form);
    }

    /** {@code left && right}. */
    public static Expression and(Expression left, Expression right) {
        return joined(left, right, "&&", Precedence.AND);
    }

    /** {@code left || right}. */
    public static Expression or(Expression left, Expression right) {
        return joined(left, right, "||", Precedence.OR);
    }

    private static Expression joined(Expression left, Expression right, String symbol, Precedence precedence) {
        String text =
                left.operandOf(precedence, Side.LEFT) + " " + symbol + " " + right.operandOf(precedence, Side.RIGHT);
        return of(text, precedence, Form.Plain.PLAIN);
    }
}
