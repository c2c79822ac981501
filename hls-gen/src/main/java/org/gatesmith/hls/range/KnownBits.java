package org.gatesmith.hls.range;

import java.math.BigInteger;
import org.gatesmith.hls.ir.IntType;

/**
 * Bits of an integer that are known, in two's complement of unlimited length: negative masks reach to infinity.
 *
 * @param zeros bits that are 0
 * @param ones bits that are 1; a bit in both masks means that there is no such integer
 */
public record KnownBits(BigInteger zeros, BigInteger ones) {

    /** Nothing is known. */
    public static final KnownBits UNKNOWN = new KnownBits(BigInteger.ZERO, BigInteger.ZERO);

    /** Longer masks than the widest product has bits are of no use. */
    private static final int LONGEST_MASK = 2 * IntType.MAX_WIDTH;

    private static final BigInteger ALL = BigInteger.ONE.negate();

    /** All bits of a number. */
    public static KnownBits of(BigInteger number) {
        return new KnownBits(number.not(), number);
    }

    /** The bits that all numbers from {@code min} to {@code max} share. */
    public static KnownBits shared(BigInteger min, BigInteger max) {
        if (min.signum() < 0 != max.signum() < 0) {
            return UNKNOWN;
        }
        BigInteger high = ALL.shiftLeft(min.xor(max).bitLength());
        return new KnownBits(high.andNot(min), high.and(min));
    }

    boolean isContradiction() {
        return zeros.and(ones).signum() != 0;
    }

    BigInteger known() {
        return zeros.or(ones);
    }

    /** Number of low bits that are known; {@link Integer#MAX_VALUE} if all are. */
    int lowKnown() {
        int first = known().not().getLowestSetBit();
        return first < 0 ? Integer.MAX_VALUE : first;
    }

    /** Number of low bits that are known to be zero; {@link Integer#MAX_VALUE} for the number 0. */
    int lowZeros() {
        int first = zeros.not().getLowestSetBit();
        return first < 0 ? Integer.MAX_VALUE : first;
    }

    /** Only the unbroken run of known bits at the low end. */
    KnownBits low() {
        int count = lowKnown();
        if (count == Integer.MAX_VALUE) {
            return this;
        }
        BigInteger mask = mask(count);
        return new KnownBits(zeros.and(mask), ones.and(mask));
    }

    static BigInteger mask(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    /** What is known of a number that is one or the other. */
    KnownBits join(KnownBits other) {
        return new KnownBits(zeros.and(other.zeros), ones.and(other.ones));
    }

    /** What is known of a number that is both. */
    KnownBits meet(KnownBits other) {
        if (this == UNKNOWN) {
            return other;
        }
        return other == UNKNOWN ? this : new KnownBits(zeros.or(other.zeros), ones.or(other.ones));
    }

    KnownBits and(KnownBits other) {
        return new KnownBits(zeros.or(other.zeros), ones.and(other.ones));
    }

    KnownBits or(KnownBits other) {
        return new KnownBits(zeros.and(other.zeros), ones.or(other.ones));
    }

    KnownBits xor(KnownBits other) {
        BigInteger both = known().and(other.known());
        BigInteger value = ones.xor(other.ones);
        return new KnownBits(both.andNot(value), both.and(value));
    }

    KnownBits not() {
        return new KnownBits(/* zeros= */ ones, /* ones= */ zeros);
    }

    /**
     * Sum of two numbers and a carry of 0 or 1. A bit of the sum is known where both bits and the carry into it are; the carries
     * are known where the smallest and the largest possible sums agree on them (as LLVM's KnownBits does it).
     */
    KnownBits plus(KnownBits other, int carry) {
        BigInteger in = BigInteger.valueOf(carry);
        BigInteger largest = zeros.not().add(other.zeros.not()).add(in);
        BigInteger smallest = ones.add(other.ones).add(in);
        BigInteger carryZero = largest.xor(zeros).xor(other.zeros).not();
        BigInteger carryOne = smallest.xor(ones).xor(other.ones);
        BigInteger sure = known().and(other.known()).and(carryZero.or(carryOne));
        return new KnownBits(sure.andNot(largest), sure.and(smallest));
    }

    /** Product: zeros at the low end add up, and low bits depend on low bits only. */
    KnownBits times(KnownBits other) {
        long zerosBelow = (long) lowZeros() + other.lowZeros();
        int count = Math.min(lowKnown(), other.lowKnown());
        KnownBits trailing =
                zerosBelow > LONGEST_MASK ? UNKNOWN : new KnownBits(mask((int) zerosBelow), BigInteger.ZERO);
        if (count == Integer.MAX_VALUE) {
            return of(ones.multiply(other.ones));
        }
        BigInteger mask = mask(count);
        BigInteger product = ones.multiply(other.ones).and(mask);
        return trailing.meet(new KnownBits(mask.andNot(product), product));
    }

    KnownBits shiftLeft(int count) {
        return new KnownBits(zeros.shiftLeft(count).or(mask(count)), ones.shiftLeft(count));
    }

    KnownBits shiftRight(int count) {
        return new KnownBits(zeros.shiftRight(count), ones.shiftRight(count));
    }

    /** The low bits of a number, continued with its sign or with zeros. */
    KnownBits wrap(int width, boolean signed) {
        BigInteger mask = mask(width);
        BigInteger lowZeros = zeros.and(mask);
        BigInteger lowOnes = ones.and(mask);
        BigInteger high = mask.not();
        boolean zeroAbove = !signed || zeros.testBit(width - 1);
        boolean oneAbove = signed && ones.testBit(width - 1);
        return new KnownBits(zeroAbove ? lowZeros.or(high) : lowZeros, oneAbove ? lowOnes.or(high) : lowOnes);
    }
}
