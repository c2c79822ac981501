package org.gatesmith.hls.emit.tornado;

import org.gatesmith.hls.ir.Operator;

/** Comparisons of numbers, as Java booleans. */
final class Comparisons {

    private Comparisons() {}

    static Term of(Operator operator, Term left, Term right) {
        if (left.isUnsignedLong() || right.isUnsignedLong()) {
            return unsigned(operator, left, right);
        }
        boolean ordered = operator != Operator.EQ && operator != Operator.NE;
        Register domain = left.isInt() && right.isInt() ? Register.INT : Register.LONG;
        if (ordered && domain == Register.LONG) {
            return signed(operator, left, right);
        }
        return Term.truth(left.operandIn(domain) + " " + symbol(operator) + " " + right.operandIn(domain));
    }

    /** TornadoVM forgets what {@code <=} and {@code >=} say of NaN. */
    static Term floats(Operator operator, Term left, Term right) {
        return switch (operator) {
            case FLE -> orEqual(left, "<", right);
            case FGE -> orEqual(left, ">", right);
            default -> Term.truth(left.operand() + " " + symbol(operator) + " " + right.operand());
        };
    }

    private static Term orEqual(Term left, String strict, Term right) {
        String apart = "(" + left.operand() + " " + strict + " " + right.operand() + " ? 1 : 0)";
        String equal = "(" + left.operand() + " == " + right.operand() + " ? 1 : 0)";
        return Term.truth("(" + apart + " | " + equal + ") != 0");
    }

    /** TornadoVM mistakes the signs of longs that stem from ints. */
    private static Term signed(Operator operator, Term left, Term right) {
        return switch (operator) {
            case LT -> call("Exact.less", left, right, "!=");
            case GT -> call("Exact.less", right, left, "!=");
            case LE -> call("Exact.less", right, left, "==");
            default -> call("Exact.less", left, right, "==");
        };
    }

    private static Term call(String function, Term left, Term right, String relation) {
        return Term.truth(function + "(" + left.longOperand() + ", " + right.longOperand() + ") " + relation + " 0");
    }

    /** TornadoVM compares as signed numbers what is compared by flipping the sign bits, so the signs are looked at one by one. */
    private static Term unsigned(Operator operator, Term left, Term right) {
        return switch (operator) {
            case LT -> less(left, right, "!=");
            case GT -> less(right, left, "!=");
            case LE -> less(right, left, "==");
            case GE -> less(left, right, "==");
            default -> equal(operator, left, right);
        };
    }

    private static Term less(Term left, Term right, String relation) {
        String function = left.isUnsignedLong() && right.isUnsignedLong()
                ? "Exact.lessUnsigned"
                : left.isUnsignedLong() ? "Exact.unsignedLessSigned" : "Exact.signedLessUnsigned";
        boolean simple = left.isUnsignedLong() == right.isUnsignedLong()
                || (left.isUnsignedLong() ? right : left).range().isNonNegative();
        String name = simple ? "Exact.lessUnsigned" : function;
        return Term.truth(name + "(" + left.longOperand() + ", " + right.longOperand() + ") " + relation + " 0");
    }

    private static Term equal(Operator operator, Term left, Term right) {
        Term signed = left.isUnsignedLong() ? right : left;
        boolean sameBits = left.isUnsignedLong() == right.isUnsignedLong()
                || signed.range().isNonNegative();
        if (sameBits) {
            return Term.truth(left.longOperand() + " " + symbol(operator) + " " + right.longOperand());
        }
        String call = "Exact.equalUnsigned(" + (left.isUnsignedLong() ? left : right).longOperand() + ", "
                + signed.longOperand() + ")";
        return Term.truth(call + (operator == Operator.EQ ? " != 0" : " == 0"));
    }

    static String symbol(Operator operator) {
        return switch (operator) {
            case EQ, FEQ -> "==";
            case NE, FNE -> "!=";
            case LT, FLT -> "<";
            case LE -> "<=";
            case GT, FGT -> ">";
            case GE -> ">=";
            default -> throw new IllegalArgumentException(operator + " is not a comparison");
        };
    }
}
