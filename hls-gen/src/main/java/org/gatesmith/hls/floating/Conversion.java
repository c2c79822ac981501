package org.gatesmith.hls.floating;

/** Between integers and floating-point numbers, and between formats (JLS 5.1.2 and 5.1.3). */
final class Conversion {

    private Conversion() {}

    /**
     * The number nearest to an integer.
     *
     * @param magnitude unsigned, of {@code width} bits
     */
    static long fromInteger(BinaryFormat format, int sign, long magnitude, int width) {
        int zeros = Rounding.leadingZeros(magnitude, width);
        long normalised = Rounding.shiftLeft(magnitude, zeros, width);
        int exponent = format.bias() + width - 1 - zeros;
        return width <= format.fractionBits()
                ? exact(format, sign, exponent, normalised << (format.fractionBits() + 1 - width))
                : Rounding.round(
                        format, sign, exponent, Rounding.keepHighest(normalised, width, Rounding.digits(format)));
    }

    /** A number with the leading bit, or zero. */
    private static long exact(BinaryFormat format, int sign, int exponent, long significand) {
        int field = significand == 0 ? 0 : exponent;
        return format.withSign(
                sign, ((long) field << format.fractionBits()) | (significand & (format.leadingBit() - 1)));
    }

    /**
     * The integer part, or the nearest integer of {@code width} bits, in two's complement; 0 for NaN.
     *
     * @param width 32 or 64
     */
    static long toInteger(BinaryFormat format, long a, int width) {
        int sign = format.sign(a);
        long magnitude = format.magnitude(a);
        int exponent = (int) (magnitude >>> format.fractionBits());
        int places = Math.max(width, format.fractionBits() + 1);
        long aligned = format.significand(magnitude) << (places - format.fractionBits() - 1);
        long whole = aligned >>> ((format.bias() + places - 1 - exponent) & (Long.SIZE - 1));
        long integer = exponent < format.bias() ? 0 : whole;
        long signed = sign != 0 ? -integer : integer;
        long largest = -1L >>> (Long.SIZE - width + 1);
        long limit = sign != 0 ? ~largest : largest;
        boolean isTooLarge = exponent >= format.bias() + width - 1;
        long saturated = isTooLarge ? limit : signed;
        return format.isNan(magnitude) ? 0 : saturated;
    }

    /** To a format with fewer digits and smaller exponents, rounded. */
    static long narrow(BinaryFormat from, BinaryFormat to, long a) {
        int sign = from.sign(a);
        long magnitude = from.magnitude(a);
        int exponent = from.exponent(magnitude) - from.bias() + to.bias();
        long digits = Rounding.keepHighest(from.significand(magnitude), from.fractionBits() + 1, Rounding.digits(to));
        long finite = Rounding.roundOrUnderflow(to, sign, exponent, digits);
        return from.isFinite(magnitude) ? finite : to.infinityOrNan(sign, from.isNan(magnitude));
    }

    /** To a format with so many more digits and exponents that every number is a normal one or zero. */
    static long widen(BinaryFormat from, BinaryFormat to, long a) {
        int sign = from.sign(a);
        long magnitude = from.magnitude(a);
        Significand number = Significand.of(from, magnitude).normalised(from);
        int exponent = number.exponent() - from.bias() + to.bias();
        long finite = exact(to, sign, exponent, number.digits() << (to.fractionBits() - from.fractionBits()));
        return from.isFinite(magnitude) ? finite : to.infinityOrNan(sign, from.isNan(magnitude));
    }
}
