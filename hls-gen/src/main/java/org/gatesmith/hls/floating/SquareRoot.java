package org.gatesmith.hls.floating;

import org.gatesmith.api.Unroll;

/** Square roots, digit by digit without restoring (Parhami, Computer Arithmetic, 2nd edition, section 21.4). */
final class SquareRoot {

    private SquareRoot() {}

    /** The square root. No root of a finite number is infinite or subnormal. */
    static long root(BinaryFormat format, long a) {
        int sign = format.sign(a);
        long magnitude = format.magnitude(a);
        Significand number = Significand.of(format, magnitude).normalised(format);
        // The exponent with a bias that is even, halved, and with the right bias again; the digits take over the odd
        // half.
        int doubled = number.exponent() + format.bias();
        int odd = doubled & 1;
        long radicand = number.digits() << (odd + (format.fractionBits() & 1));
        long finite = Rounding.round(format, 0, (doubled >> 1) & format.maxExponent(), digits(format, radicand));
        boolean isNan = format.isNan(magnitude) || (sign != 0 && !format.isZero(magnitude));
        boolean isExceptional = isNan || !format.isFinite(magnitude);
        long root = isExceptional ? format.infinityOrNan(0, isNan) : finite;
        return format.isZero(magnitude) ? a : root;
    }

    /**
     * The digits of a root, two bits of the radicand at a time: the rest is the radicand so far without the square of the root so
     * far. Where it is negative, the digit is 0 and the next step adds what was subtracted too much.
     *
     * @param radicand two bits for each two digits of the first half of the root; zeros follow
     */
    private static long digits(BinaryFormat format, long radicand) {
        int steps = format.fractionBits() + 2;
        int pairs = (format.fractionBits() + 3) / 2;
        long root = 0;
        long rest = 0;
        for (@Unroll int i = 0; i < steps; i++) {
            long pair = i < pairs ? (radicand >>> Math.max(2 * (pairs - 1 - i), 0)) & 3 : 0;
            // Minus 4 root + 1 is 3 more than four times the complement of the root.
            long flipped = root ^ ~(rest >> 63);
            rest = signed(((rest << 2) | pair) + ((flipped << 2) | 3), i + 3);
            root = (root << 1) | (~(rest >> 63) & 1);
        }
        long restored = rest < 0 ? rest + ((root << 1) | 1) : rest;
        return (root << (Rounding.EXTRA_BITS - 1)) | (restored != 0 ? 1 : 0);
    }

    /** Says that a rest has {@code width} bits: it lies between minus twice the root and one, and twice the root. */
    private static long signed(long rest, int width) {
        return (rest << (Long.SIZE - width)) >> (Long.SIZE - width);
    }
}
