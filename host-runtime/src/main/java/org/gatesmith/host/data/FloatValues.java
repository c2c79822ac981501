package org.gatesmith.host.data;

import org.gatesmith.hls.signature.JavaType;

/**
 * Which floating-point numbers a random input may hold.
 *
 * @param min smallest, finite
 * @param max largest, finite, not below {@code min}
 * @param specials whether infinities and NaN occur
 */
public record FloatValues(double min, double max, Specials specials) {

    /** -1 to 1 without specials: sums and products of many of them stay finite. */
    public static final FloatValues ORDINARY = new FloatValues(-1, 1, Specials.NONE);

    /** Exponents below this are drawn as this one; subnormal numbers come as edge values. */
    private static final int SMALLEST_EXPONENT = Float.MIN_EXPONENT;

    /** Values that are not finite. */
    public enum Specials {
        /** Neither infinities nor NaN. */
        NONE,
        /** Both infinities and NaN, wherever the range. */
        INFINITIES_AND_NAN
    }

    public FloatValues {
        if (!(Double.isFinite(min) && Double.isFinite(max) && min <= max)) {
            throw new IllegalArgumentException("no range from " + min + " to " + max);
        }
    }

    boolean contains(double value) {
        return min <= value && value <= max;
    }

    /** Every stretch of the range with equal chance. */
    double evenly(long word) {
        double part = RandomBits.unit(word);
        // Two products, because max - min may overflow.
        return clamp(min * (1 - part) + max * part);
    }

    /** Every power of two up to the larger end with equal chance, either sign; outside the range it falls back. */
    double withAnyExponent(long word) {
        int largest = Math.max(SMALLEST_EXPONENT, Math.getExponent(Math.max(Math.abs(min), Math.abs(max))));
        int exponent = (int) RandomBits.within(word << 32, SMALLEST_EXPONENT, largest);
        double magnitude = Math.scalb(1 + RandomBits.unit(word), exponent);
        double signed = (word & 1) == 0 ? magnitude : -magnitude;
        return contains(signed) ? signed : evenly(word);
    }

    private double clamp(double value) {
        return Math.min(max, Math.max(min, value));
    }

    /** The bits of the nearest number of a type, in the representation of {@link Elements#bits(long)}. */
    static long bits(JavaType type, double value) {
        return type == JavaType.FLOAT
                ? Integer.toUnsignedLong(Float.floatToIntBits((float) value))
                : Double.doubleToLongBits(value);
    }
}
