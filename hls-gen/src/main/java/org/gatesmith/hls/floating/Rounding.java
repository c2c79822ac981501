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
     * Floor of {@code digits} divided by two to {@code count}, with the lowest bit set if the division is not exact. Whether it is
     * follows from the zeros at the end, which are counted beside the shift.
     *
     * @param width the digits have at most so many bits, up to 63
     */
    static long shiftRightSticky(long digits, int count, int width) {
        int farthest = width < Integer.SIZE ? Integer.SIZE - 1 : Long.SIZE - 1;
        long shifted = digits >>> (count & farthest);
        int zeros =
                width < Integer.SIZE ? Integer.numberOfTrailingZeros((int) digits) : Long.numberOfTrailingZeros(digits);
        boolean isInexact = digits != 0 && zeros < count;
        return (count > farthest ? 0 : shifted) | (isInexact ? 1 : 0);
    }

    /** The highest {@code kept} of {@code width} digits, the last one sticky. */
    static long keepHighest(long digits, int width, int kept) {
        int dropped = width - kept;
        return (digits >>> dropped) | ((digits & ((1L << dropped) - 1)) != 0 ? 1 : 0);
    }

    /** The low {@code width} bits of shifted digits. Narrow digits are shifted as an {@code int}, which hardware does in half. */
    static long shiftLeft(long digits, int count, int width) {
        long shifted = width <= Integer.SIZE ? (int) digits << count : digits << count;
        return shifted & (-1L >>> (Long.SIZE - width));
    }

    /** Zeros above the digits, which have at most {@code width} bits. */
    static int leadingZeros(long digits, int width) {
        int word = width <= Integer.SIZE ? Integer.SIZE : Long.SIZE;
        // The bit behind the digits keeps the number of zeros within the width.
        long end = word == width ? 0 : 1L << (word - width - 1);
        long aligned = (digits << (word - width)) | end;
        return width <= Integer.SIZE ? Integer.numberOfLeadingZeros((int) aligned) : Long.numberOfLeadingZeros(aligned);
    }

    /** As {@link #leadingZeros(long, int)}, but at most {@code limit}: the count stops at a bit that is set there. */
    static int leadingZeros(long digits, int width, int limit) {
        long stop = (1L << (width - 1)) >>> (limit & (Long.SIZE - 1));
        return leadingZeros(digits | (limit < width ? stop : 0), width);
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
        // Above one half, or at one half beside an odd digit.
        int beyond = (1 << EXTRA_BITS) | ((1 << half) - 1);
        int up = (int) (digits >>> half) & ((digits & beyond) != 0 ? 1 : 0);
        int field = kept >>> format.fractionBits() == 0 ? 0 : exponent & format.maxExponent();
        // A carry out of the fraction counts the exponent up, beyond the largest number to infinity.
        long nearest = (((long) field << format.fractionBits()) | (kept & (format.leadingBit() - 1))) + up;
        return format.withSign(sign, exponent >= format.maxExponent() ? format.infinity() : nearest);
    }

    /** As {@link #round}, with an exponent that may be below 1: the digits of subnormal numbers end earlier. */
    static long roundOrUnderflow(BinaryFormat format, int sign, int exponent, long digits) {
        return roundOrUnderflow(format, sign, exponent, false, digits);
    }

    /** As above, with an exponent that is known before a carry, which makes it greater by 1; both cases are prepared for. */
    static long roundOrUnderflow(BinaryFormat format, int sign, int exponent, boolean carry, long digits) {
        int below = carry ? Math.max(-exponent, 0) : Math.max(1 - exponent, 0);
        int biased = carry ? Math.max(exponent + 1, 1) : Math.max(exponent, 1);
        return round(format, sign, biased, shiftRightSticky(digits, below, digits(format)));
    }
}
