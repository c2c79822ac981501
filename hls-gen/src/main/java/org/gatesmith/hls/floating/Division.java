package org.gatesmith.hls.floating;

import org.gatesmith.api.Unroll;

/** Quotients, digit by digit without restoring (Parhami, Computer Arithmetic, 2nd edition, section 13.4). */
final class Division {

    private Division() {}

    /** {@code a / b}. */
    static long divide(BinaryFormat format, long a, long b) {
        int sign = format.sign(a) ^ format.sign(b);
        long magnitudeA = format.magnitude(a);
        long magnitudeB = format.magnitude(b);
        long finite = finite(format, sign, magnitudeA, magnitudeB);
        boolean isInfinite = format.isInfinite(magnitudeA) || format.isZero(magnitudeB);
        boolean isZero = format.isZero(magnitudeA) || format.isInfinite(magnitudeB);
        boolean isNan = format.isNan(magnitudeA) || format.isNan(magnitudeB) || (isInfinite && isZero);
        long special = format.infinityOrNan(sign, isNan);
        long zero = format.withSign(sign, 0);
        long number = isZero ? zero : finite;
        return isNan || isInfinite ? special : number;
    }

    private static long finite(BinaryFormat format, int sign, long magnitudeA, long magnitudeB) {
        Significand dividend = Significand.of(format, magnitudeA).normalised(format);
        Significand divisor = Significand.of(format, magnitudeB).normalised(format);
        int exponent = dividend.exponent() - divisor.exponent() + format.bias() - 1;
        long quotient = quotient(format, dividend.digits(), divisor.digits());
        boolean isAtLeastOne = quotient >>> (format.fractionBits() + Rounding.EXTRA_BITS) != 0;
        long shifted = isAtLeastOne ? quotient : quotient << 1;
        long digits = shifted & Rounding.digitMask(format);
        return Rounding.roundOrUnderflow(format, sign, exponent, isAtLeastOne, digits);
    }

    /**
     * The quotient of two significands, between a half and two. After each step the rest is what a trial subtraction leaves; where
     * it is negative, the digit is 0 and the next step adds what was subtracted too much: twice the rest plus the divisor.
     *
     * @return as many bits as digits to be rounded, the highest for 1; one bit above the sticky one is unused
     */
    private static long quotient(BinaryFormat format, long dividend, long divisor) {
        int steps = format.fractionBits() + 2;
        long rest = signed(format, dividend - divisor);
        long quotient = ~(rest >> 63) & 1;
        for (@Unroll int i = 0; i < steps; i++) {
            long flip = ~(rest >> 63);
            // The bit that the shift leaves free completes the two's complement, so that one adder is enough.
            rest = signed(format, ((rest << 1) | (flip & 1)) + (divisor ^ flip));
            quotient = (quotient << 1) | (~(rest >> 63) & 1);
        }
        long restored = rest < 0 ? rest + divisor : rest;
        return (quotient << 2) | (restored != 0 ? 1 : 0);
    }

    /** Says that a rest is not below minus the divisor and less than it. */
    private static long signed(BinaryFormat format, long rest) {
        int unused = Long.SIZE - format.fractionBits() - 2;
        return (rest << unused) >> unused;
    }
}
