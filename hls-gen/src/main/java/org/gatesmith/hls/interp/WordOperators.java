package org.gatesmith.hls.interp;

import java.util.function.LongBinaryOperator;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;

/**
 * Integer operators on words. What they return agrees with the exact result in its low 64 bits, which is all that wrapping to a
 * result of at most 64 bits needs. Divisors are not zero and shift counts are in range: both are checked before.
 */
final class WordOperators {

    /** Order of two words as the integers they stand for. */
    @FunctionalInterface
    private interface Order {
        int compare(long a, long b);
    }

    private WordOperators() {}

    /** Whether the operator can be computed on words of these types; otherwise it is computed on exact integers. */
    static boolean supports(Operator operator, IntType a, IntType b) {
        return switch (operator) {
            case DIV, REM -> (fitsLong(a) && fitsLong(b)) || (isNatural(a) && isNatural(b));
            default -> true;
        };
    }

    /** Whether a word of this type, taken as a {@code long}, is the integer. */
    static boolean fitsLong(IntType type) {
        return type.signed() || type.width() < Long.SIZE;
    }

    private static boolean isNatural(IntType type) {
        return !type.signed();
    }

    /** The operator on two words, or on one and an ignored one. */
    static LongBinaryOperator of(Operator operator, IntType a, IntType b) {
        return switch (operator) {
            case ADD -> (x, y) -> x + y;
            case SUB -> (x, y) -> x - y;
            case MUL -> (x, y) -> x * y;
            case DIV -> fitsLong(a) && fitsLong(b) ? (x, y) -> x / y : Long::divideUnsigned;
            case REM -> fitsLong(a) && fitsLong(b) ? (x, y) -> x % y : Long::remainderUnsigned;
            case AND -> (x, y) -> x & y;
            case OR -> (x, y) -> x | y;
            case XOR -> (x, y) -> x ^ y;
            case SHL -> (x, y) -> y < Long.SIZE ? x << y : 0;
            case SHR -> fitsLong(a) ? (x, y) -> x >> Math.min(y, Long.SIZE - 1) : (x, y) -> y < Long.SIZE ? x >>> y : 0;
            case MIN, MAX -> extreme(operator, order(a, b));
            case EQ, NE, LT, LE, GT, GE -> comparison(operator, order(a, b));
            default -> unary(operator, a);
        };
    }

    private static LongBinaryOperator unary(Operator operator, IntType a) {
        return switch (operator) {
            case NOT -> (x, y) -> ~x;
            case NEG -> (x, y) -> -x;
            case ABS -> fitsLong(a) ? (x, y) -> Math.abs(x) : (x, y) -> x;
            case CAST -> (x, y) -> x;
            case POPCOUNT32 -> (x, y) -> Integer.bitCount((int) x);
            case POPCOUNT64 -> (x, y) -> Long.bitCount(x);
            case CLZ32 -> (x, y) -> Integer.numberOfLeadingZeros((int) x);
            case CLZ64 -> (x, y) -> Long.numberOfLeadingZeros(x);
            case CTZ32 -> (x, y) -> Integer.numberOfTrailingZeros((int) x);
            case CTZ64 -> (x, y) -> Long.numberOfTrailingZeros(x);
            case REVERSE32 -> (x, y) -> Integer.reverse((int) x);
            case REVERSE64 -> (x, y) -> Long.reverse(x);
            default -> throw new IllegalArgumentException(operator + " is no integer operator");
        };
    }

    private static Order order(IntType a, IntType b) {
        if (fitsLong(a) && fitsLong(b)) {
            return Long::compare;
        }
        if (isNatural(a) && isNatural(b)) {
            return Long::compareUnsigned;
        }
        return a.signed() ? WordOperators::compareSignedToUnsigned : (x, y) -> -compareSignedToUnsigned(y, x);
    }

    private static int compareSignedToUnsigned(long signed, long unsigned) {
        return signed < 0 ? -1 : Long.compareUnsigned(signed, unsigned);
    }

    private static LongBinaryOperator extreme(Operator operator, Order order) {
        return operator == Operator.MIN
                ? (x, y) -> order.compare(x, y) <= 0 ? x : y
                : (x, y) -> order.compare(x, y) >= 0 ? x : y;
    }

    private static LongBinaryOperator comparison(Operator operator, Order order) {
        return switch (operator) {
            case EQ -> (x, y) -> order.compare(x, y) == 0 ? 1 : 0;
            case NE -> (x, y) -> order.compare(x, y) != 0 ? 1 : 0;
            case LT -> (x, y) -> order.compare(x, y) < 0 ? 1 : 0;
            case LE -> (x, y) -> order.compare(x, y) <= 0 ? 1 : 0;
            case GT -> (x, y) -> order.compare(x, y) > 0 ? 1 : 0;
            case GE -> (x, y) -> order.compare(x, y) >= 0 ? 1 : 0;
            default -> throw new IllegalArgumentException(operator + " is no comparison");
        };
    }
}
