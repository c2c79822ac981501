package org.gatesmith.hls.emit;

import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Expression.Side;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;

/** An operator of C between two operands. */
public enum Infix {
    ADD("+", Precedence.ADDITIVE),
    SUB("-", Precedence.ADDITIVE),
    MUL("*", Precedence.MULTIPLICATIVE),
    DIV("/", Precedence.MULTIPLICATIVE),
    REM("%", Precedence.MULTIPLICATIVE),
    AND("&", Precedence.BIT_AND),
    OR("|", Precedence.BIT_OR),
    XOR("^", Precedence.BIT_XOR),
    SHL("<<", Precedence.SHIFT),
    SHR(">>", Precedence.SHIFT),
    EQ("==", Precedence.EQUALITY),
    NE("!=", Precedence.EQUALITY),
    LT("<", Precedence.RELATIONAL),
    LE("<=", Precedence.RELATIONAL),
    GT(">", Precedence.RELATIONAL),
    GE(">=", Precedence.RELATIONAL);

    private final String symbol;
    private final Precedence precedence;

    Infix(String symbol, Precedence precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    public static Infix of(Operator operator) {
        return switch (operator) {
            case ADD, FADD -> ADD;
            case SUB, FSUB -> SUB;
            case MUL, FMUL -> MUL;
            case DIV, FDIV -> DIV;
            case REM -> REM;
            case AND -> AND;
            case OR -> OR;
            case XOR -> XOR;
            case SHL -> SHL;
            case SHR -> SHR;
            case EQ, FEQ -> EQ;
            case NE, FNE -> NE;
            case LT, FLT -> LT;
            case LE, FLE -> LE;
            case GT, FGT -> GT;
            case GE, FGE -> GE;
            default -> throw new IllegalArgumentException(operator + " is not written between its operands");
        };
    }

    public String symbol() {
        return symbol;
    }

    public Precedence precedence() {
        return precedence;
    }

    public String text(Expression left, Expression right) {
        return left.operandOf(precedence, Side.LEFT) + " " + symbol + " " + right.operandOf(precedence, Side.RIGHT);
    }

    /**
     * The expression.
     *
     * @param assigned what stands on the right where this becomes a compound assignment
     */
    public Expression expression(
            Expression left, Expression right, Expression assigned, CType type, ScalarType meaning, Interval interval) {
        Form form = new Form.Infix(left.text(), symbol, assigned);
        return new Expression(text(left, right), precedence, type, meaning, interval, form);
    }
}
