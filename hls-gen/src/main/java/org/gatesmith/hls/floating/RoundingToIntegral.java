package org.gatesmith.hls.floating;

/** Floor, ceiling and the nearest integer, as floating-point numbers with the operand's sign. */
final class RoundingToIntegral {

    private RoundingToIntegral() {}

    static long floor(BinaryFormat format, long a) {
        boolean isNegative = format.sign(a) != 0;
        return rounded(format, a, isNegative, false);
    }

    static long ceil(BinaryFormat format, long a) {
        boolean isPositive = format.sign(a) == 0;
        return rounded(format, a, isPositive, false);
    }

    /** Ties go to the even integer. */
    static long rint(BinaryFormat format, long a) {
        return rounded(format, a, false, true);
    }

    /**
     * The number without its fraction.
     *
     * @param away whether a fraction other than 0 moves the number away from zero
     * @param nearest whether a fraction above one half does, or of one half beside an odd integer
     */
    private static long rounded(BinaryFormat format, long a, boolean away, boolean nearest) {
        long one = (long) format.bias() << format.fractionBits();
        long oneHalf = one - format.leadingBit();
        long magnitude = format.magnitude(a);
        boolean isOne = (away && magnitude != 0) || (nearest && magnitude > oneHalf);
        long small = isOne ? one : 0;
        long whole = withoutFraction(format, magnitude, away, nearest);
        long result = format.withSign(format.sign(a), magnitude < one ? small : whole);
        return format.isNan(magnitude) ? format.nan() : result;
    }

    /** A number of 1 or above. */
    private static long withoutFraction(BinaryFormat format, long magnitude, boolean away, boolean nearest) {
        int places = (int) (magnitude >>> format.fractionBits()) - format.bias();
        long mask = (format.leadingBit() - 1) >>> Math.max(Math.min(places, format.fractionBits()), 0);
        long unit = mask + 1;
        long fraction = magnitude & mask;
        // The lowest bit of the exponent of 1 is set, like the leading bit that it stands for.
        int odd = (magnitude & unit) != 0 ? 1 : 0;
        boolean isUp = fraction != 0 && (away || (nearest && fraction + odd > (unit >> 1)));
        return (magnitude & ~mask) + (isUp ? unit : 0);
    }
}
