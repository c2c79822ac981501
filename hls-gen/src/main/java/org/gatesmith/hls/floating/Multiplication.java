package org.gatesmith.hls.floating;

/** Products. */
final class Multiplication {

    /** Products of longer fractions do not fit a {@code long}. */
    static final int LONGEST_IN_ONE_WORD = 30;

    private Multiplication() {}

    /** {@code a * b}. */
    static long multiply(BinaryFormat format, long a, long b) {
        int sign = format.sign(a) ^ format.sign(b);
        long magnitudeA = format.magnitude(a);
        long magnitudeB = format.magnitude(b);
        long finite = finite(format, sign, magnitudeA, magnitudeB);
        boolean isZero = format.isZero(magnitudeA) || format.isZero(magnitudeB);
        boolean isInfinite = format.isInfinite(magnitudeA) || format.isInfinite(magnitudeB);
        boolean isNan = format.isNan(magnitudeA) || format.isNan(magnitudeB) || (isInfinite && isZero);
        return isNan || isInfinite ? format.infinityOrNan(sign, isNan) : finite;
    }

    /** Only one factor is normalised: the product of two subnormal numbers is less than half of the smallest one in any case. */
    private static long finite(BinaryFormat format, int sign, long magnitudeA, long magnitudeB) {
        Significand a = Significand.of(format, magnitudeA);
        Significand b = Significand.of(format, magnitudeB);
        boolean isSwapped = !format.isNormal(magnitudeA);
        Significand factor = Significand.choose(isSwapped, a, b).normalised(format);
        Significand other = Significand.choose(isSwapped, b, a);
        int exponent = factor.exponent() + other.exponent() - format.bias();
        long product = product(format, factor.digits(), other.digits());
        boolean isFull = product >>> Rounding.digits(format) != 0;
        long halved = (product >>> 1) | (product & 1);
        long digits = isFull ? halved : product & Rounding.digitMask(format);
        return Rounding.roundOrUnderflow(format, sign, exponent, isFull, digits);
    }

    /** The product of two significands, its lowest digits folded into one bit, one bit more than {@link Rounding#digits}. */
    private static long product(BinaryFormat format, long x, long y) {
        int dropped = format.fractionBits() - Rounding.EXTRA_BITS;
        long high = format.fractionBits() > LONGEST_IN_ONE_WORD ? Math.multiplyHigh(x, y) << (Long.SIZE - dropped) : 0;
        return high | Rounding.keepHighest(x * y, Long.SIZE, Long.SIZE - dropped);
    }
}
