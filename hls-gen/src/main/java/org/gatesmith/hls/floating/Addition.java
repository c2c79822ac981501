package org.gatesmith.hls.floating;

/** Sums and differences. */
final class Addition {

    private Addition() {}

    /**
     * {@code a + b}. The operand of smaller magnitude is aligned to the other one; of its digits beyond the guard bit and the round
     * bit it matters only whether there are any, because a sum that loses more than one leading bit had none.
     */
    static long add(BinaryFormat format, long a, long b) {
        long magnitudeA = format.magnitude(a);
        long magnitudeB = format.magnitude(b);
        int signA = format.sign(a);
        int signB = format.sign(b);
        boolean isSwapped = magnitudeA < magnitudeB;
        long large = isSwapped ? magnitudeB : magnitudeA;
        long small = isSwapped ? magnitudeA : magnitudeB;
        int sign = isSwapped ? signB : signA;
        int differ = signA ^ signB;

        long sum = sum(format, large, small, differ);
        int bothSigns = signA & signB;
        long finite = normalised(format, sum == 0 ? bothSigns : sign, format.exponent(large), sum);
        boolean isNan = format.isNan(large) || (format.isInfinite(small) && differ != 0);
        return format.isFinite(large) ? finite : format.infinityOrNan(sign, isNan);
    }

    /** Sum (difference) of the significands, with three bits after the last of the larger operand and one for the carry. */
    private static long sum(BinaryFormat format, long large, long small, int differ) {
        int distance = (format.exponent(large) - format.exponent(small)) & format.maxExponent();
        long digits = format.significand(small) << (Rounding.EXTRA_BITS - 1);
        long aligned = Rounding.shiftRightSticky(digits, distance, format.fractionBits() + Rounding.EXTRA_BITS);
        long flipped = aligned ^ -differ;
        // A bit below the larger operand's last one completes the two's complement, so that one adder is enough.
        long sum = ((format.significand(large) << (Rounding.EXTRA_BITS - 1)) | differ) + flipped;
        return sum & Rounding.digitMask(format);
    }

    /** Shifts left until the leading bit is set, or the exponent is the least. */
    private static long normalised(BinaryFormat format, int sign, int exponent, long sum) {
        int width = Rounding.digits(format);
        int shift = Math.min(Rounding.leadingZeros(sum, width), exponent);
        int shifted = (exponent + 1 - shift) & format.maxExponent();
        return Rounding.round(format, sign, shifted, Rounding.shiftLeft(sum, shift, width));
    }
}
