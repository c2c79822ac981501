package org.gatesmith.hls.floating;

import org.gatesmith.api.TripCount;

/** Java's {@code %} (JLS 15.17.3): what is left of the dividend after subtracting the divisor a whole number of times; exact. */
final class Remainder {

    private Remainder() {}

    /** {@code a % b}, one bit of the quotient in each step of a loop. */
    static long remainder(BinaryFormat format, long a, long b) {
        int sign = format.sign(a);
        long magnitudeA = format.magnitude(a);
        long magnitudeB = format.magnitude(b);
        boolean isNan = !format.isFinite(magnitudeA) || format.isNan(magnitudeB) || format.isZero(magnitudeB);
        boolean isDone = isNan || magnitudeA < magnitudeB;
        Significand dividend = Significand.of(format, magnitudeA).normalised(format);
        Significand divisor = Significand.of(format, magnitudeB).normalised(format);
        int distance = dividend.exponent() - divisor.exponent();
        long rest = rest(format, dividend.digits(), divisor.digits(), isDone ? 0 : distance);
        int width = format.fractionBits() + 1;
        int zeros = Rounding.leadingZeros(rest, width);
        long digits = Rounding.shiftLeft(rest, zeros, width) << Rounding.EXTRA_BITS;
        long finite = Rounding.roundOrUnderflow(format, sign, divisor.exponent() - zeros, digits);
        long special = isNan ? format.nan() : a;
        return isDone ? special : finite;
    }

    private static long rest(BinaryFormat format, long dividend, long divisor, int distance) {
        long mask = (format.leadingBit() << 1) - 1;
        long rest = dividend < divisor ? dividend : dividend - divisor;
        for (@TripCount(min = 0, max = 2097, typical = 8) int i = 0; i < distance; i++) {
            long doubled = rest << 1;
            rest = (doubled < divisor ? doubled : doubled - divisor) & mask;
        }
        return rest;
    }
}
