package org.gatesmith.hls.floating;

/**
 * The digits of a finite number and the exponent of the bit that leads a normal number's.
 *
 * @param exponent biased; below 1 for subnormal numbers with digits at the top
 * @param digits {@code fractionBits + 1} bits
 */
record Significand(int exponent, long digits) {

    /** The digits as they are. */
    static Significand of(BinaryFormat format, long magnitude) {
        return new Significand(format.exponent(magnitude), format.significand(magnitude));
    }

    /**
     * One of two, part by part. Where code chooses between the objects, the JIT compiler of JDK 25.0.3 now and then goes on with
     * null; {@code -XX:-ReduceAllocationMerges} cures that.
     */
    static Significand choose(boolean condition, Significand first, Significand second) {
        int exponent = condition ? first.exponent : second.exponent;
        long digits = condition ? first.digits : second.digits;
        return new Significand(exponent, digits);
    }

    /** With the digits of subnormal numbers shifted to the top. */
    Significand normalised(BinaryFormat format) {
        int width = format.fractionBits() + 1;
        int zeros = Rounding.leadingZeros(digits, width);
        return new Significand(exponent - zeros, Rounding.shiftLeft(digits, zeros, width));
    }
}
