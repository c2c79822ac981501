package org.gatesmith.hls.emit.hlscpp;

import java.math.BigInteger;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/** Comparisons, truth values and choices. */
final class Comparisons {

    /** Below this width the library compares operands of mixed signedness exactly, as C does after promotion to int. */
    private static final int PROMOTED = 32;

    private static final Interval ONE = Interval.of(1, 1);

    private Comparisons() {}

    /** EQ, NE, LT, LE, GT or GE. */
    static Expression integers(Operator operator, Expression first, Expression second) {
        Expression left = HlsConversions.exact(first);
        Expression right = HlsConversions.exact(second);
        boolean equality = operator == Operator.EQ || operator == Operator.NE;
        if (equality
                && left.meaning().equals(IntType.BOOL)
                && right.interval().fits(IntType.BOOL)
                && right.isNumber()) {
            boolean asItIs = right.interval().equals(ONE) == (operator == Operator.EQ);
            return asItIs ? HlsConversions.truth(left) : not(left);
        }
        Expression l = comparable(left, right);
        Expression r = comparable(right, left);
        Infix opposite = Infix.of(opposite(operator));
        return test(Infix.of(operator), l, r, new Form.Test(opposite.text(l, r), opposite.precedence()));
    }

    /** Operands of mixed signedness compare in the sign of the unsigned one if that is the wider; so it must not be. */
    private static Expression comparable(Expression value, Expression other) {
        boolean comparesUnsigned = value.type().isArbitrary()
                && !value.type().signed()
                && value.type().width() >= PROMOTED
                && value.type().width() >= other.type().width()
                && other.interval().isNegativePossible();
        return comparesUnsigned ? HlsConversions.signed(value) : value;
    }

    private static Operator opposite(Operator operator) {
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
    static Expression floats(Operator operator, Expression left, Expression right) {
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

    /** The opposite of a truth value. */
    static Expression not(Expression value) {
        Expression condition = HlsConversions.truth(value);
        if (condition.number() instanceof BigInteger number) {
            return HlsLiterals.truth(number.signum() == 0);
        }
        if (condition.form() instanceof Form.Test(String text, Precedence precedence)) {
            return truth(text, precedence, new Form.Test(condition.text(), condition.precedence()));
        }
        return truth(
                "!" + IntegerArithmetic.primary(condition),
                Precedence.UNARY,
                new Form.Test(condition.text(), condition.precedence()));
    }

    private static Expression truth(String text, Precedence precedence, Form form) {
        return new Expression(text, precedence, CType.BOOL, IntType.BOOL, Interval.of(IntType.BOOL), form);
    }

    /** {@code left && right}. */
    static Expression and(Expression left, Expression right) {
        return joined(left, right, "&&", Precedence.AND);
    }

    /** {@code left || right}. */
    static Expression or(Expression left, Expression right) {
        return joined(left, right, "||", Precedence.OR);
    }

    private static Expression joined(Expression left, Expression right, String symbol, Precedence precedence) {
        String text = HlsConversions.truth(left).operandOf(precedence, Expression.Side.LEFT)
                + " "
                + symbol
                + " "
                + HlsConversions.truth(right).operandOf(precedence, Expression.Side.RIGHT);
        return truth(text, precedence, Form.Plain.PLAIN);
    }
}
