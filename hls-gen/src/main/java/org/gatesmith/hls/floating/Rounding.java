package org.gatesmith.hls.floating;

/**
 * Shifts that remember what they drop, and rounding to nearest, ties to even. Digits to be rounded have {@value #EXTRA_BITS} bits
 * below the last one that the result keeps: the first decides, the others say whether the number is exactly halfway; the lowest is
 * <em>sticky</em>, the disjunction of all bits further down.
 */
final class Rounding {

    /** One bit more than guard, round and sticky bit: an addition's carry moves the digits up by one. */
    static final int EXTRA_BITS = 4;

    private Rounding() {}

    /** Width of digits to be rounded. */
    static int digits(BinaryFormat format) {
        return format.fractionBits() + 1 + EXTRA_BITS;
    }

    static long digitMask(BinaryFormat format) {
        return (1L << digits(format)) - 1;
    }

    /**
     * Floor of {@code digits} divided by two to {@code count}, with the lowest bit set if the division is not exact.
     *
     * @param limit a larger count is taken for this one, which shifts out all digits; at most 63
     */
    static long shiftRightSticky(long digits, int count, int limit) {
        int within = Math.min(count, limit);
        long kept = limit <= Integer.SIZE ? -1 << within : -1L << within;
        long dropped = digits & ~kept;
        return (digits >>> within) | (dropped == 0 ? 0L : 1L);
    }

    /** The low {@code width} bits of shifted digits. Narrow digits are shifted as an {@code int}, which hardware does in half. */
    static long shiftLeft(long digits, int count, int width) {
        long shifted = width <= Integer.SIZE ? (int) digits << count : digits << count;
        return shifted & (-1L >>> (Long.SIZE - width));
    }

    /** The upper digits, the lowest bit sticky. */
    static long keepHighest(long digits, int width, int kept) {
        return shiftRightSticky(digits, width - kept, width - kept);
    }

    /** Zeros above the digits, which have at most {@code width} bits. */
    static int leadingZeros(long digits, int width) {
        return width <= Integer.SIZE
                ? Integer.numberOfLeadingZeros((int) digits) - (Integer.SIZE - width)
                : Long.numberOfLeadingZeros(digits) - (Long.SIZE - width);
    }

    /**
     * The nearest number to finite digits.
     *
     * @param exponent biased, of the leading bit; at least 1, at which the leading bit may be zero
     * @param digits as many as {@link #digits} says
     */
    static long round(BinaryFormat format, int sign, int exponent, long digits) {
        int half = EXTRA_BITS - 1;
        long kept = digits >>> EXTRA_BITS;
        int belowHalf = (int) digits & ((1 << half) - 1);
        boolean isOdd = (kept & 1) != 0;
        boolean up = ((digits >>> half) & 1) != 0 && (belowHalf != 0 || isOdd);
        int field = kept >>> format.fractionBits() == 0 ? 0 : exponent & format.maxExponent();
        // A carry out of the fraction counts the exponent up, beyond the largest number to infinity.
        long nearest = (((long) field << format.fractionBits()) | (kept & (format.leadingBit() - 1))) + (up ? 1 : 0);
        return format.withSign(sign, exponent >= format.maxExponent() ? format.infinity() : nearest);
    }

    /** As {@link #round}, with an exponent that may be below 1: the digits of subnormal numbers end earlier. */
    static long roundOrUnderflow(BinaryFormat format, int sign, int exponent, long digits) {
        int below = Math.max(1 - exponent, 0);
        return round(format, sign, Math.max(exponent, 1), shiftRightSticky(digits, below, digits(format)));
    }
}
