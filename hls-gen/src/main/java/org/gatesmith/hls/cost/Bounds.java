package org.gatesmith.hls.cost;

import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.ScalarType;

/**
 * What is known of an integer: it lies between two limits, and what keeps it from being known exactly.
 *
 * @param causes bit n stands for the n-th of the loops around, whose counter takes several values at a time; {@link #DATA}
 *     for elements of memories and for what is not followed
 */
record Bounds(long min, long max, long causes) {

    static final long DATA = Long.MIN_VALUE;

    /** Loops that have a bit of their own; counters of deeper ones count as data. */
    static final int LOOPS = Long.SIZE - 1;

    /** Limits that say nothing, not even that the integer fits 64 bits. */
    private static final long NO_MIN = Long.MIN_VALUE;

    private static final long NO_MAX = Long.MAX_VALUE;

    Bounds {
        if (min == max) {
            causes = 0;
        }
    }

    static Bounds exactly(long value) {
        return new Bounds(value, value, 0);
    }

    /** Any number of the type. */
    static Bounds any(ScalarType type, long causes) {
        if (!(type instanceof IntType integer) || integer.width() > Long.SIZE) {
            return new Bounds(NO_MIN, NO_MAX, causes);
        }
        int unused = Long.SIZE - integer.width();
        if (integer.signed()) {
            return new Bounds(Long.MIN_VALUE >> unused, Long.MAX_VALUE >> unused, causes);
        }
        return unused == 0 ? new Bounds(NO_MIN, NO_MAX, causes) : new Bounds(0, -1L >>> unused, causes);
    }

    static Bounds data(ScalarType type) {
        return any(type, DATA);
    }

    boolean isKnown() {
        return min == max;
    }

    boolean isUnlimited() {
        return min == NO_MIN && max == NO_MAX;
    }

    boolean isNatural() {
        return min >= 0;
    }

    boolean dependsOnData() {
        return (causes & DATA) != 0;
    }

    boolean covers(Bounds other) {
        return min <= other.min && other.max <= max;
    }

    Bounds because(long moreCauses) {
        return new Bounds(min, max, causes | moreCauses);
    }

    /** Either of two numbers. */
    Bounds or(Bounds other) {
        return new Bounds(Math.min(min, other.min), Math.max(max, other.max), causes | other.causes);
    }

    /** This number, known to lie between two limits as well; unchanged if it cannot. */
    Bounds within(long low, long high) {
        long newMin = Math.max(min, low);
        long newMax = Math.min(max, high);
        return newMin <= newMax ? new Bounds(newMin, newMax, causes) : this;
    }
}
