package org.gatesmith.hls.emit.hlscpp;

import java.math.BigInteger;
import java.util.List;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/** The integer operators as their documentation defines them, on numbers of any length. */
final class ExactOperators {

    private ExactOperators() {}

    /**
     * The result before it is wrapped.
     *
     * @throws ArithmeticException if the operands are outside the operator's domain
     */
    static BigInteger apply(Operator operator, List<BigInteger> operands) {
        BigInteger a = operands.getFirst();
        BigInteger b = operands.getLast();
        return switch (operator) {
            case ADD -> a.add(b);
            case SUB -> a.subtract(b);
            case MUL -> a.multiply(b);
            case DIV -> a.divide(b);
            case REM -> a.remainder(b);
            case AND -> a.and(b);
            case OR -> a.or(b);
            case XOR -> a.xor(b);
            case NOT -> a.not();
            case NEG -> a.negate();
            case SHL -> a.shiftLeft(b.intValueExact());
            case SHR -> a.shiftRight(b.intValueExact());
            case MIN -> a.min(b);
            case MAX -> a.max(b);
            case ABS -> a.abs();
            case CAST -> a;
            case POPCOUNT32 -> BigInteger.valueOf(Integer.bitCount(a.intValue()));
            case POPCOUNT64 -> BigInteger.valueOf(Long.bitCount(a.longValue()));
            case CLZ32 -> BigInteger.valueOf(Integer.numberOfLeadingZeros(a.intValue()));
            case CLZ64 -> BigInteger.valueOf(Long.numberOfLeadingZeros(a.longValue()));
            case CTZ32 -> BigInteger.valueOf(Integer.numberOfTrailingZeros(a.intValue()));
            case CTZ64 -> BigInteger.valueOf(Long.numberOfTrailingZeros(a.longValue()));
            case REVERSE32 -> BigInteger.valueOf(Integer.reverse(a.intValue()));
            case REVERSE64 -> BigInteger.valueOf(Long.reverse(a.longValue()));
            case EQ -> truth(a.equals(b));
            case NE -> truth(!a.equals(b));
            case LT -> truth(a.compareTo(b) < 0);
            case LE -> truth(a.compareTo(b) <= 0);
            case GT -> truth(a.compareTo(b) > 0);
            case GE -> truth(a.compareTo(b) >= 0);
            case SELECT -> IntType.BOOL.max().equals(a) ? operands.get(1) : b;
            default -> throw new IllegalArgumentException(operator + " is not an integer operator");
        };
    }

    private static BigInteger truth(boolean value) {
        return value ? BigInteger.ONE : BigInteger.ZERO;
    }
}
