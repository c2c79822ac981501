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
        int differ = signA ^ signB;
        boolean isSwapped = magnitudeA < magnitudeB;
        int sign = isSwapped ? signB : signA;
        Significand first = Significand.of(format, magnitudeA);
        Significand second = Significand.of(format, magnitudeB);
        Significand large = Significand.choose(isSwapped, second, first);
        Significand small = Significand.choose(isSwapped, first, second);

        long sum = sum(format, large, small, differ);
        int bothSigns = signA & signB;
        long finite = normalised(format, sum == 0 ? bothSigns : sign, large.exponent(), sum);
        boolean areFinite = format.isFinite(magnitudeA) && format.isFinite(magnitudeB);
        boolean areInfinite = format.isInfinite(magnitudeA) && format.isInfinite(magnitudeB);
        boolean isNan = format.isNan(magnitudeA) || format.isNan(magnitudeB) || (areInfinite && differ != 0);
        return areFinite ? finite : format.infinityOrNan(sign, isNan);
    }

    /** Sum (difference) of the significands, with three bits after the last of the larger operand and one for the carry. */
    private static long sum(BinaryFormat format, Significand large, Significand small, int differ) {
        int distance = (large.exponent() - small.exponent()) & format.maxExponent();
        int guard = Rounding.EXTRA_BITS - 1;
        long aligned = Rounding.shiftRightSticky(small.digits() << guard, distance, format.fractionBits() + 1 + guard);
        // A bit below the larger operand's last one completes the two's complement, so that one adder is enough.
        long sum = ((large.digits() << guard) | differ) + (aligned ^ -differ);
        return sum & Rounding.digitMask(format);
    }

    /** Shifts left until the leading bit is set, or the exponent is the least. */
    private static long normalised(BinaryFormat format, int sign, int exponent, long sum) {
        int width = Rounding.digits(format);
        int shift = Rounding.leadingZeros(sum, width, exponent);
        int shifted = (exponent + 1 - shift) & format.maxExponent();
        return Rounding.round(format, sign, shifted, Rounding.shiftLeft(sum, shift, width));
    }
}
