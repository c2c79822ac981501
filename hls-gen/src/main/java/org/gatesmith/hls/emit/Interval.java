package org.gatesmith.hls.emit;

import java.math.BigInteger;
import org.gatesmith.hls.ir.IntType;

/** The integers from {@code min} to {@code max}, both inclusive. */
public record Interval(BigInteger min, BigInteger max) {

    public static Interval of(IntType type) {
        return new Interval(type.min(), type.max());
    }

    public static Interval of(BigInteger value) {
        return new Interval(value, value);
    }

    public static Interval of(long min, long max) {
        return new Interval(BigInteger.valueOf(min), BigInteger.valueOf(max));
    }

    /** The smallest interval that holds all of {@code values}. */
    public static Interval hull(BigInteger... values) {
        BigInteger min = values[0];
        BigInteger max = values[0];
        for (BigInteger value : values) {
            min = min.min(value);
            max = max.max(value);
        }
        return new Interval(min, max);
    }

    public Interval hull(Interval other) {
        return new Interval(min.min(other.min), max.max(other.max));
    }

    /** The numbers in both, which must overlap. */
    public Interval intersect(Interval other) {
        BigInteger low = min.max(other.min);
        BigInteger high = max.min(other.max);
        return new Interval(low, high);
    }

    public boolean contains(BigInteger value) {
        return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
    }

    public boolean overlaps(Interval other) {
        return min.compareTo(other.max) <= 0 && other.min.compareTo(max) <= 0;
    }

    public boolean fits(IntType type) {
        return type.contains(min) && type.contains(max);
    }

    public boolean isNegativePossible() {
        return min.signum() < 0;
    }

    /** The narrowest type that holds every number. */
    public IntType type() {
        return IntType.holding(min, max);
    }
}
