package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.range.IntRange;

/** What an integer operator's exact result may be, before it is wrapped to its type. */
final class ExactRanges {

    /** No wider result occurs: 64 bits shifted left by at most as much. */
    private static final IntRange ANYTHING =
            IntRange.between(BigInteger.ONE.shiftLeft(1024).negate(), BigInteger.ONE.shiftLeft(1024));

    private static final int LONGEST_SHIFT = 128;

    private ExactRanges() {}

    static IntRange of(Operator operator, List<IntRange> operands) {
        if (operands.stream().anyMatch(IntRange::isEmpty)) {
            return ANYTHING;
        }
        IntRange a = operands.getFirst();
        IntRange b = operands.getLast();
        return switch (operator) {
            case CAST -> a;
            case ADD -> IntRange.between(a.min().add(b.min()), a.max().add(b.max()));
            case SUB -> IntRange.between(a.min().subtract(b.max()), a.max().subtract(b.min()));
            case NEG -> IntRange.between(a.max().negate(), a.min().negate());
            case NOT -> IntRange.between(a.max().not(), a.min().not());
            case MUL ->
                hull(Stream.of(a.min(), a.max()).flatMap(x -> Stream.of(x.multiply(b.min()), x.multiply(b.max()))));
            case AND, OR, XOR -> bitwise(operator, a, b);
            case SHL, SHR -> shifted(operator, a, b);
            case MIN -> IntRange.between(a.min().min(b.min()), a.max().min(b.max()));
            case MAX -> IntRange.between(a.min().max(b.min()), a.max().max(b.max()));
            case ABS -> IntRange.between(BigInteger.ZERO, magnitude(a));
            case DIV -> quotient(a, b);
            case REM -> remainder(a, b);
            default -> ANYTHING;
        };
    }

    private static IntRange hull(Stream<BigInteger> values) {
        List<BigInteger> all = values.sorted().toList();
        return IntRange.between(all.getFirst(), all.getLast());
    }

    private static BigInteger magnitude(IntRange range) {
        return range.min().abs().max(range.max().abs());
    }

    private static IntRange bitwise(Operator operator, IntRange a, IntRange b) {
        if (operator == Operator.AND && (a.isNonNegative() || b.isNonNegative())) {
            BigInteger most = !a.isNonNegative()
                    ? b.max()
                    : !b.isNonNegative() ? a.max() : a.max().min(b.max());
            return IntRange.between(BigInteger.ZERO, most);
        }
        int width = Stream.of(a.min(), a.max(), b.min(), b.max())
                .mapToInt(BigInteger::bitLength)
                .max()
                .orElseThrow();
        BigInteger limit = BigInteger.ONE.shiftLeft(width);
        boolean nonNegative = a.isNonNegative() && b.isNonNegative();
        return IntRange.between(nonNegative ? BigInteger.ZERO : limit.negate(), limit.subtract(BigInteger.ONE));
    }

    private static IntRange shifted(Operator operator, IntRange a, IntRange count) {
        if (count.max().bitLength() > 8 && operator == Operator.SHL) {
            return ANYTHING;
        }
        int least = Math.min(
                count.min()
                        .max(BigInteger.ZERO)
                        .min(BigInteger.valueOf(LONGEST_SHIFT))
                        .intValue(),
                LONGEST_SHIFT);
        int most = count.max()
                .max(BigInteger.ZERO)
                .min(BigInteger.valueOf(2 * LONGEST_SHIFT))
                .intValue();
        return hull(Stream.of(a.min(), a.max())
                .flatMap(x -> operator == Operator.SHL
                        ? Stream.of(x.shiftLeft(least), x.shiftLeft(most))
                        : Stream.of(x.shiftRight(least), x.shiftRight(most))));
    }

    private static IntRange quotient(IntRange a, IntRange b) {
        BigInteger most = magnitude(a);
        boolean nonNegative = a.isNonNegative() && b.isNonNegative();
        return IntRange.between(nonNegative ? BigInteger.ZERO : most.negate(), most);
    }

    private static IntRange remainder(IntRange a, IntRange b) {
        BigInteger most = magnitude(a).min(magnitude(b));
        return IntRange.between(a.isNonNegative() ? BigInteger.ZERO : most.negate(), most);
    }
}
