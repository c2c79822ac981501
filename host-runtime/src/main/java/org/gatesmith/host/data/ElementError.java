package org.gatesmith.host.data;

import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Tolerance;

/**
 * How far an element is from the expected one. A NaN that only one side has, or an infinity that only one side has, is
 * infinitely far by every measure.
 *
 * @param ulp in units in the last place of the expected value; for an integer the absolute error
 * @param relative divided by the expected value; infinite if that is zero and the other is not
 * @param absolute the difference
 */
record ElementError(double ulp, double relative, double absolute) {
    static final ElementError NONE = new ElementError(0, 0, 0);
    private static final ElementError INFINITE =
            new ElementError(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    static ElementError between(JavaType type, long expectedBits, long actualBits) {
        if (!type.isFloatingPoint()) {
            return ofIntegers(expectedBits, actualBits);
        }
        double expected = Elements.valueOf(type, expectedBits);
        double actual = Elements.valueOf(type, actualBits);
        if (expected == actual) {
            return NONE; // zeroes of different sign
        }
        if (!Double.isFinite(expected) || !Double.isFinite(actual)) {
            return INFINITE;
        }
        double unit = type == JavaType.FLOAT ? Math.ulp((float) expected) : Math.ulp(expected);
        double absolute = Math.abs(actual - expected);
        return new ElementError(absolute / unit, absolute / Math.abs(expected), absolute);
    }

    /** As {@code double}s a difference of two longs may be off by one in 2^52, but it cannot overflow. */
    private static ElementError ofIntegers(long expected, long actual) {
        long difference = actual - expected;
        boolean overflow = ((actual ^ expected) & (actual ^ difference)) < 0;
        double absolute = Math.abs(overflow ? (double) actual - (double) expected : (double) difference);
        return new ElementError(absolute, absolute / Math.abs((double) expected), absolute);
    }

    /** Whether it meets any bound that is set. */
    boolean within(Tolerance tolerance) {
        return meets(ulp, tolerance.ulp())
                || meets(relative, tolerance.relative())
                || meets(absolute, tolerance.absolute());
    }

    private static boolean meets(double error, double bound) {
        return bound > 0 && error <= bound;
    }

    ElementError max(ElementError other) {
        return new ElementError(
                Math.max(ulp, other.ulp), Math.max(relative, other.relative), Math.max(absolute, other.absolute));
    }
}
