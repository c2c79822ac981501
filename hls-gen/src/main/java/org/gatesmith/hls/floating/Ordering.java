package org.gatesmith.hls.floating;

/** Comparisons, by which NaN is unordered and zeros of either sign are equal, and minima and maxima. */
final class Ordering {

    private Ordering() {}

    static boolean equal(BinaryFormat format, long a, long b) {
        boolean areZeros = areZeros(format, a, b);
        boolean areOrdered = areOrdered(format, a, b);
        return (a == b || areZeros) && areOrdered;
    }

    static boolean less(BinaryFormat format, long a, long b) {
        boolean precedes = precedes(format, a, b);
        boolean areZeros = areZeros(format, a, b);
        boolean areOrdered = areOrdered(format, a, b);
        return precedes && !areZeros && areOrdered;
    }

    static boolean lessOrEqual(BinaryFormat format, long a, long b) {
        boolean precedes = precedes(format, a, b);
        boolean areZeros = areZeros(format, a, b);
        boolean areOrdered = areOrdered(format, a, b);
        return (a == b || precedes || areZeros) && areOrdered;
    }

    /** {@code Math.min}: NaN if either is, the negative zero below the positive one. */
    static long min(BinaryFormat format, long a, long b) {
        long least = precedes(format, a, b) ? a : b;
        long nan = format.nan();
        return areOrdered(format, a, b) ? least : nan;
    }

    /** {@code Math.max}: NaN if either is, the negative zero below the positive one. */
    static long max(BinaryFormat format, long a, long b) {
        long greatest = precedes(format, a, b) ? b : a;
        long nan = format.nan();
        return areOrdered(format, a, b) ? greatest : nan;
    }

    /** Whether {@code a} is below {@code b}, the negative zero below the positive one. */
    private static boolean precedes(BinaryFormat format, long a, long b) {
        boolean isNegative = format.sign(a) != 0;
        boolean isOtherNegative = format.sign(b) != 0;
        long magnitudeA = format.magnitude(a);
        long magnitudeB = format.magnitude(b);
        boolean isSmaller = magnitudeA < magnitudeB;
        boolean isEqual = magnitudeA == magnitudeB;
        return isNegative == isOtherNegative ? isSmaller != isNegative && !isEqual : isNegative;
    }

    private static boolean areZeros(BinaryFormat format, long a, long b) {
        return format.magnitude(a | b) == 0;
    }

    private static boolean areOrdered(BinaryFormat format, long a, long b) {
        boolean isNan = format.isNan(format.magnitude(a));
        boolean isOtherNan = format.isNan(format.magnitude(b));
        return !isNan && !isOtherNan;
    }
}
