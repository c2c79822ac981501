package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.List;
import org.gatesmith.hls.ir.Operator;

/** What integer operators make of sets of integers, before the result is wrapped to its type. */
final class RangeArithmetic {

    /** No type is wider, so shifting left by more gives the same after wrapping: zero. */
    private static final int LONGEST_SHIFT = 2048;

    private RangeArithmetic() {}

    /** A set that holds {@code operator} of all members of the operands; the operands of a selection are the truth and two sets. */
    static IntRange apply(Operator operator, List<IntRange> operands) {
        for (IntRange operand : operands) {
            if (operand.isEmpty()) {
                return IntRange.NONE;
            }
        }
        IntRange a = operands.get(0);
        if (operands.size() == 1) {
            return unary(operator, a);
        }
        IntRange b = operands.get(1);
        return switch (operator) {
            case ADD -> sum(a, b);
            case SUB -> difference(a, b);
            case MUL -> product(a, b);
            case DIV -> quotient(a, b);
            case REM -> remainder(a, b);
            case AND -> and(a, b);
            case OR -> not(and(not(a), not(b)));
            case XOR -> xor(a, b);
            case SHL -> shiftLeft(a, b);
            case SHR -> shiftRight(a, b);
            case MIN ->
                IntRange.of(a.min().min(b.min()), a.max().min(b.max()), a.bits().join(b.bits()));
            case MAX ->
                IntRange.of(a.min().max(b.min()), a.max().max(b.max()), a.bits().join(b.bits()));
            case SELECT -> selection(a, b, operands.get(2));
            default -> throw new IllegalArgumentException(operator + " has no result among the integers");
        };
    }

    private static IntRange unary(Operator operator, IntRange a) {
        return switch (operator) {
            case NOT -> not(a);
            case NEG -> difference(IntRange.constant(0), a);
            case ABS -> absolute(a);
            case CAST -> a;
            default -> BitCounts.apply(operator, a);
        };
    }

    private static IntRange selection(IntRange condition, IntRange first, IntRange second) {
        if (condition.isConstant()) {
            return condition.min().signum() != 0 ? first : second;
        }
        return first.join(second);
    }

    static IntRange sum(IntRange a, IntRange b) {
        return IntRange.of(a.min().add(b.min()), a.max().add(b.max()), a.bits().plus(b.bits(), 0));
    }

    static IntRange difference(IntRange a, IntRange b) {
        return IntRange.of(
                a.min().subtract(b.max()),
                a.max().subtract(b.min()),
                a.bits().plus(b.bits().not(), 1));
    }

    private static IntRange not(IntRange a) {
        return IntRange.of(a.max().not(), a.min().not(), a.bits().not());
    }

    private static IntRange absolute(IntRange a) {
        if (a.isNonNegative()) {
            return a;
        }
        IntRange negated = difference(IntRange.constant(0), a);
        if (a.max().signum() <= 0) {
            return negated;
        }
        return IntRange.of(BigInteger.ZERO, a.max().max(negated.max()), a.bits().join(negated.bits()));
    }

    private static IntRange product(IntRange a, IntRange b) {
        return corners(
                a.bits().times(b.bits()),
                a.min().multiply(b.min()),
                a.min().multiply(b.max()),
                a.max().multiply(b.min()),
                a.max().multiply(b.max()));
    }

    /** A value times itself. */
    static IntRange square(IntRange a) {
        IntRange magnitude = absolute(a);
        return product(a, a).meet(product(magnitude, magnitude));
    }

    private static IntRange corners(KnownBits bits, BigInteger... numbers) {
        BigInteger min = numbers[0];
        BigInteger max = numbers[0];
        for (BigInteger number : numbers) {
            min = min.min(number);
            max = max.max(number);
        }
        return IntRange.of(min, max, bits);
    }

    /** A quotient is extreme where dividend and divisor are, the divisor on either side of zero. A zero divisor has none. */
    private static IntRange quotient(IntRange a, IntRange b) {
        IntRange below = b.meet(IntRange.between(b.min().min(BigInteger.ZERO), BigInteger.ONE.negate()));
        IntRange above = b.meet(IntRange.between(BigInteger.ONE, b.max().max(BigInteger.ZERO)));
        return oneSided(a, below).join(oneSided(a, above));
    }

    private static IntRange oneSided(IntRange a, IntRange b) {
        if (b.isEmpty()) {
            return IntRange.NONE;
        }
        return corners(
                KnownBits.UNKNOWN,
                a.min().divide(b.min()),
                a.min().divide(b.max()),
                a.max().divide(b.min()),
                a.max().divide(b.max()));
    }

    private static IntRange remainder(IntRange a, IntRange b) {
        BigInteger largest = b.min().abs().max(b.max().abs()).subtract(BigInteger.ONE);
        if (largest.signum() < 0) {
            return IntRange.NONE;
        }
        BigInteger smallestDivisor =
                b.min().signum() > 0 ? b.min() : b.max().signum() < 0 ? b.max().negate() : BigInteger.ONE;
        if (a.isNonNegative() && a.max().compareTo(smallestDivisor) < 0) {
            return a;
        }
        BigInteger min = a.min().signum() < 0 ? a.min().max(largest.negate()) : BigInteger.ZERO;
        BigInteger max = a.max().signum() > 0 ? a.max().min(largest) : BigInteger.ZERO;
        // A divisor that is a multiple of 2^k leaves the low k bits alone.
        int kept = Math.min(b.bits().lowZeros(), Math.min(a.bits().lowKnown(), LONGEST_SHIFT));
        BigInteger mask = KnownBits.mask(kept);
        return IntRange.of(
                min,
                max,
                new KnownBits(a.bits().zeros().and(mask), a.bits().ones().and(mask)));
    }

    private static IntRange and(IntRange a, IntRange b) {
        BigInteger max = a.max().max(b.max());
        if (a.isNonNegative()) {
            max = max.min(a.max());
        }
        if (b.isNonNegative()) {
            max = max.min(b.max());
        }
        boolean nonNegative = a.isNonNegative() || b.isNonNegative();
        int length = Math.max(a.min().bitLength(), b.min().bitLength());
        BigInteger min = nonNegative ? BigInteger.ZERO : KnownBits.mask(length).not();
        return IntRange.of(min, max, a.bits().and(b.bits()));
    }

    private static IntRange xor(IntRange a, IntRange b) {
        int length = Math.max(
                Math.max(a.min().bitLength(), a.max().bitLength()),
                Math.max(b.min().bitLength(), b.max().bitLength()));
        BigInteger mask = KnownBits.mask(length);
        return IntRange.of(mask.not(), mask, a.bits().xor(b.bits()));
    }

    private static IntRange shiftLeft(IntRange a, IntRange count) {
        int least = clamp(count.min(), LONGEST_SHIFT);
        int most = clamp(count.max(), LONGEST_SHIFT);
        KnownBits zeros = least == most
                ? a.bits().shiftLeft(least)
                : new KnownBits(KnownBits.mask(Math.min(a.bits().lowZeros(), LONGEST_SHIFT) + least), BigInteger.ZERO);
        return corners(
                zeros,
                a.min().shiftLeft(least),
                a.min().shiftLeft(most),
                a.max().shiftLeft(least),
                a.max().shiftLeft(most));
    }

    private static IntRange shiftRight(IntRange a, IntRange count) {
        int length = Math.max(a.min().bitLength(), a.max().bitLength());
        int least = clamp(count.min(), length);
        int most = clamp(count.max(), length);
        return corners(
                least == most ? a.bits().shiftRight(least) : KnownBits.UNKNOWN,
                a.min().shiftRight(least),
                a.min().shiftRight(most),
                a.max().shiftRight(least),
                a.max().shiftRight(most));
    }

    /** A shift count; what is negative is an error in the program, so it may be taken for zero. */
    private static int clamp(BigInteger count, int limit) {
        return count.max(BigInteger.ZERO).min(BigInteger.valueOf(limit)).intValueExact();
    }
}
