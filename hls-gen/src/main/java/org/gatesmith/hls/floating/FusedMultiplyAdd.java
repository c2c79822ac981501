package org.gatesmith.hls.floating;

/**
 * {@code a * b + c}, rounded once. Product and addend stand in a frame as wide as the product and three bits below, each with its
 * leading bit at the top or below; the one with the smaller exponent is shifted right. Of bits that leave the frame it matters only
 * whether there are any. An addend that loses bits lies below the last {@code fractionBits + 4} bits of the frame's upper half, and
 * a product has its leading bit among the first {@code fractionBits + 2}, so that their sum has all bits to be rounded in the frame
 * and two below. A product that loses bits has an addend with the leading bit at the top, or one with the least exponent, at which
 * the result ends in the middle of the frame.
 */
final class FusedMultiplyAdd {

    private FusedMultiplyAdd() {}

    static long fma(BinaryFormat format, long a, long b, long c) {
        int signC = format.sign(c);
        int sign = format.sign(a) ^ format.sign(b);
        long magnitudeA = format.magnitude(a);
        long magnitudeB = format.magnitude(b);
        long magnitudeC = format.magnitude(c);
        boolean isZero = format.isZero(magnitudeA) || format.isZero(magnitudeB);
        boolean isInfinite = format.isInfinite(magnitudeA) || format.isInfinite(magnitudeB);
        boolean isInfiniteC = format.isInfinite(magnitudeC);
        long finite = finite(format, sign, signC, magnitudeA, magnitudeB, magnitudeC);
        boolean anyNan = format.isNan(magnitudeA) || format.isNan(magnitudeB) || format.isNan(magnitudeC);
        boolean isNan = anyNan || (isInfinite && isZero) || (isInfinite && isInfiniteC && sign != signC);
        int signOfInfinity = isInfinite ? sign : signC;
        return isNan || isInfinite || isInfiniteC ? format.infinityOrNan(signOfInfinity, isNan) : finite;
    }

    private static long finite(
            BinaryFormat format, int sign, int signC, long magnitudeA, long magnitudeB, long magnitudeC) {
        int exponentOfTop = format.exponent(magnitudeA) + format.exponent(magnitudeB) - format.bias() + 1;
        // A product of zero must not push the addend out of the frame.
        boolean isZero = format.isZero(magnitudeA) || format.isZero(magnitudeB);
        int exponent = isZero ? 0 : exponentOfTop;
        int exponentC = format.exponent(magnitudeC);
        boolean isAddendFirst = exponent < exponentC;
        int distance = isAddendFirst ? exponentC - exponent : exponent - exponentC;
        long x = format.significand(magnitudeA);
        long y = format.significand(magnitudeB);
        long addend = format.significand(magnitudeC);
        boolean differ = sign != signC;
        int top = isAddendFirst ? exponentC : exponent;
        int signOfFirst = isAddendFirst ? signC : sign;
        int bothSigns = sign & signC;
        if (format.fractionBits() > Multiplication.LONGEST_IN_ONE_WORD) {
            Wide product = Wide.product(x, y);
            Sum sum = sumOfTwoWords(format, product, addend, isAddendFirst, differ, distance, top);
            return rounded(format, signOfFirst, bothSigns, top, sum);
        }
        Sum sum = sumOfOneWord(format, x * y, addend, isAddendFirst, differ, distance, top);
        return rounded(format, signOfFirst, bothSigns, top, sum);
    }

    private static long rounded(BinaryFormat format, int signOfFirst, int bothSigns, int top, Sum sum) {
        int signOfSum = sum.negative() ^ signOfFirst;
        return Rounding.round(format, sum.digits() == 0 ? bothSigns : signOfSum, top + 1 - sum.shift(), sum.digits());
    }

    /** Width of the frame, with a bit for the carry. */
    private static int frame(BinaryFormat format) {
        return 2 * format.fractionBits() + 6;
    }

    /**
     * An exact sum.
     *
     * @param digits to be rounded, shifted left
     * @param shift by how much, at most the exponent of the top of the frame
     * @param negative 1 if the sign is that of the smaller operand
     */
    private record Sum(long digits, int shift, int negative) {}

    private static Sum sumOfOneWord(
            BinaryFormat format,
            long product,
            long addend,
            boolean isAddendFirst,
            boolean differ,
            int distance,
            int exponent) {
        int frame = frame(format);
        long x = product << 3;
        long y = addend << (format.fractionBits() + 4);
        long aligned = Rounding.shiftRightSticky(isAddendFirst ? x : y, distance, frame);
        long flip = differ ? -1 : 0;
        // A bit below the last one of both completes the two's complement, so that one adder is enough.
        long sum = ((isAddendFirst ? y : x) | (flip & 1)) + (aligned ^ flip);
        boolean isNegative = sum < 0;
        long magnitude = (isNegative ? -sum : sum) & ((1L << frame) - 1);
        int shift = Rounding.leadingZeros(magnitude, frame, exponent);
        long digits = Rounding.keepHighest(Rounding.shiftLeft(magnitude, shift, frame), frame, Rounding.digits(format));
        return new Sum(digits, shift, isNegative ? 1 : 0);
    }

    private static Sum sumOfTwoWords(
            BinaryFormat format,
            Wide product,
            long addend,
            boolean isAddendFirst,
            boolean differ,
            int distance,
            int exponent) {
        int frame = frame(format);
        Wide x = product.shiftLeft(3);
        Wide y = new Wide(0, addend).shiftLeft(format.fractionBits() + 4);
        Wide aligned = new Wide(isAddendFirst ? x.high() : y.high(), isAddendFirst ? x.low() : y.low())
                .shiftRightSticky(Math.min(distance, frame));
        Wide sum = new Wide(isAddendFirst ? y.high() : x.high(), isAddendFirst ? y.low() : x.low())
                .plus(aligned.negatedIf(differ));
        boolean isNegative = sum.high() < 0;
        Wide magnitude = sum.negatedIf(isNegative);
        int shift = Math.min(magnitude.leadingZeros(frame), exponent);
        Wide digits = magnitude
                .shiftLeft(shift + 2 * Long.SIZE - frame)
                .shiftRightSticky(2 * Long.SIZE - Rounding.digits(format));
        return new Sum(digits.low(), shift, isNegative ? 1 : 0);
    }
}
