package org.gatesmith.hls.floating;

/**
 * The digits of a finite number and the exponent of the bit that leads a normal number's.
 *
 * @param exponent biased; below 1 for subnormal numbers
 * @param digits {@code fractionBits + 1} bits, the highest one set unless the number is zero
 */
record Significand(int exponent, long digits) {

    /** Shifts the digits of subnormal numbers to the top. */
    static Significand normalised(BinaryFormat format, long magnitude) {
        long digits = format.significand(magnitude);
        int width = format.fractionBits() + 1;
        int zeros = Rounding.leadingZeros(digits, width);
        return new Significand(format.exponent(magnitude) - zeros, Rounding.shiftLeft(digits, zeros, width));
    }
}
