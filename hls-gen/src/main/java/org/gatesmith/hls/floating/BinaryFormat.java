package org.gatesmith.hls.floating;

/**
 * A binary interchange format of IEEE 754-2019, section 3.4: a sign bit, a biased exponent and a fraction, from the top down.
 * Encodings are held in the low bits of a {@code long}, zero above.
 *
 * @param exponentBits width of the exponent
 * @param fractionBits width of the fraction, one less than the precision
 */
record BinaryFormat(int exponentBits, int fractionBits) {

    static final BinaryFormat BINARY32 = new BinaryFormat(8, 23);
    static final BinaryFormat BINARY64 = new BinaryFormat(11, 52);

    /** Width of a number without its sign. */
    int magnitudeBits() {
        return exponentBits + fractionBits;
    }

    /** The exponent of infinities and NaN. */
    int maxExponent() {
        return (1 << exponentBits) - 1;
    }

    /** The biased exponent of 1. */
    int bias() {
        return maxExponent() >> 1;
    }

    /** The lowest bit of the exponent, which is also the leading bit of a normal number's significand. */
    long leadingBit() {
        return 1L << fractionBits;
    }

    long infinity() {
        return (long) maxExponent() << fractionBits;
    }

    /** The canonical NaN: quiet, positive, no payload. */
    long nan() {
        return infinity() | (leadingBit() >> 1);
    }

    /** 0 or 1. */
    int sign(long number) {
        return (int) (number >>> magnitudeBits()) & 1;
    }

    /** The number without its sign; as an integer it orders magnitudes, infinity below NaN. */
    long magnitude(long number) {
        return number & ((1L << magnitudeBits()) - 1);
    }

    /** The biased exponent by which the significand counts: that of subnormal numbers is that of the smallest normal ones. */
    int exponent(long magnitude) {
        int field = (int) (magnitude >>> fractionBits);
        return field | (field == 0 ? 1 : 0);
    }

    boolean isNormal(long magnitude) {
        return magnitude >>> fractionBits != 0;
    }

    boolean isZero(long magnitude) {
        return magnitude == 0;
    }

    /** Neither infinite nor NaN. */
    boolean isFinite(long magnitude) {
        return magnitude >>> fractionBits != maxExponent();
    }

    boolean isInfinite(long magnitude) {
        return !isFinite(magnitude) && !hasFraction(magnitude);
    }

    boolean isNan(long magnitude) {
        return !isFinite(magnitude) && hasFraction(magnitude);
    }

    private boolean hasFraction(long magnitude) {
        return (magnitude & (leadingBit() - 1)) != 0;
    }

    /** The digits of a finite number, an integer with the leading bit of normal numbers. */
    long significand(long magnitude) {
        long leading = isNormal(magnitude) ? 1 : 0;
        return (leading << fractionBits) | (magnitude & (leadingBit() - 1));
    }

    /** What the exceptional cases of most operators return. */
    long infinityOrNan(int sign, boolean isNan) {
        long infinity = withSign(sign, infinity());
        long nan = nan();
        return isNan ? nan : infinity;
    }

    long withSign(int sign, long magnitude) {
        return ((long) sign << magnitudeBits()) | magnitude;
    }
}
