package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gatesmith.hls.ir.IntType;
import org.jspecify.annotations.Nullable;

/**
 * A set of integers: those from {@code min} to {@code max} that have the known bits. Interval and bits are made to agree: each
 * says what follows from the other. {@link #NONE} is the empty set, the value of what is never computed.
 */
public record IntRange(BigInteger min, BigInteger max, KnownBits bits) {

    /** No integer. */
    public static final IntRange NONE = new IntRange(BigInteger.ONE, BigInteger.ZERO, KnownBits.UNKNOWN);

    /** Either truth value. */
    public static final IntRange BOOLEAN = between(0, 1);

    private static final BigInteger TWO = BigInteger.TWO;

    private static final Map<IntType, IntRange> OF_TYPES = new ConcurrentHashMap<>();

    /** The integers from {@code min} to {@code max}; none if they are in the wrong order. */
    public static IntRange between(BigInteger min, BigInteger max) {
        return of(min, max, KnownBits.UNKNOWN);
    }

    public static IntRange between(long min, long max) {
        return between(BigInteger.valueOf(min), BigInteger.valueOf(max));
    }

    /** One integer. */
    public static IntRange constant(BigInteger number) {
        return new IntRange(number, number, KnownBits.of(number));
    }

    public static IntRange constant(long number) {
        return constant(BigInteger.valueOf(number));
    }

    /** All integers of a type. */
    public static IntRange of(IntType type) {
        return OF_TYPES.computeIfAbsent(type, wanted -> between(wanted.min(), wanted.max()));
    }

    /** The integers of an interval that have the known bits. */
    static IntRange of(BigInteger min, BigInteger max, KnownBits bits) {
        if (min.compareTo(max) > 0) {
            return NONE;
        }
        if (bits == KnownBits.UNKNOWN) {
            return new IntRange(min, max, KnownBits.shared(min, max)); // which agree
        }
        KnownBits all = bits.meet(KnownBits.shared(min, max));
        if (all.isContradiction()) {
            return NONE;
        }
        BigInteger low = lowest(min, all);
        BigInteger high = highest(max, all);
        if (low.compareTo(high) > 0) {
            return NONE;
        }
        return low.equals(min) && high.equals(max) ? new IntRange(min, max, all) : of(low, high, all);
    }

    /** A bound that no smaller member is below: by the sign bits, then by the low bits. */
    private static BigInteger lowest(BigInteger min, KnownBits bits) {
        boolean signKnown = bits.known().signum() < 0;
        BigInteger low = signKnown ? min.max(bits.ones()) : min;
        int count = bits.lowKnown();
        if (count == 0 || count == Integer.MAX_VALUE) {
            return low;
        }
        BigInteger mask = KnownBits.mask(count);
        return low.add(bits.ones().subtract(low).and(mask));
    }

    private static BigInteger highest(BigInteger max, KnownBits bits) {
        boolean signKnown = bits.known().signum() < 0;
        BigInteger high = signKnown ? max.min(bits.zeros().not()) : max;
        int count = bits.lowKnown();
        if (count == 0 || count == Integer.MAX_VALUE) {
            return high;
        }
        BigInteger mask = KnownBits.mask(count);
        return high.subtract(high.subtract(bits.ones()).and(mask));
    }

    public boolean isEmpty() {
        return min.compareTo(max) > 0;
    }

    public boolean isConstant() {
        return min.equals(max);
    }

    public boolean isNonNegative() {
        return min.signum() >= 0;
    }

    public boolean contains(BigInteger number) {
        return min.compareTo(number) <= 0
                && number.compareTo(max) <= 0
                && bits.zeros().and(number).signum() == 0
                && bits.ones().andNot(number).signum() == 0;
    }

    /** Whether every integer of this set is also in {@code other}. */
    public boolean isWithin(IntRange other) {
        return isEmpty()
                || (other.min.compareTo(min) <= 0
                        && max.compareTo(other.max) <= 0
                        && other.bits.zeros().andNot(bits.zeros()).signum() == 0
                        && other.bits.ones().andNot(bits.ones()).signum() == 0);
    }

    /** Whether every integer of this set is a number of the type. */
    public boolean isWithin(IntType type) {
        return isEmpty() || (type.contains(min) && type.contains(max));
    }

    /** The narrowest type that holds every integer of this set; unsigned when none is negative. */
    public IntType narrowestType() {
        return isEmpty() ? IntType.BOOL : IntType.holding(min, max);
    }

    /** A set that holds all integers of both. */
    public IntRange join(IntRange other) {
        if (isWithin(other)) {
            return other;
        }
        return other.isWithin(this) ? this : of(min.min(other.min), max.max(other.max), bits.join(other.bits));
    }

    /** The integers that are in both sets. */
    public IntRange meet(IntRange other) {
        BigInteger low = min.max(other.min);
        BigInteger high = max.min(other.max);
        return of(low, high, bits.meet(other.bits));
    }

    /**
     * A set that holds this one and {@code next}, and that grows so fast that a sequence of such sets ends soon: a bound that
     * moves jumps to the next of {@code stops}.
     */
    IntRange widen(IntRange next, NavigableSet<BigInteger> stops) {
        IntRange joined = join(next);
        if (isEmpty() || joined.equals(this)) {
            return joined;
        }
        @Nullable BigInteger low = joined.min.equals(min) ? min : stops.floor(joined.min);
        @Nullable BigInteger high = joined.max.equals(max) ? max : stops.ceiling(joined.max);
        return of(low == null ? joined.min : low, high == null ? joined.max : high, joined.bits.low());
    }

    /** What remains after wrapping to a type. */
    IntRange wrap(IntType type) {
        if (isWithin(type)) {
            return this;
        }
        KnownBits wrapped = bits.wrap(type.width(), type.signed());
        BigInteger low = type.wrap(min);
        BigInteger high = type.wrap(max);
        boolean inOnePiece = max.subtract(min).compareTo(TWO.pow(type.width())) < 0 && low.compareTo(high) <= 0;
        return inOnePiece ? of(low, high, wrapped) : of(type.min(), type.max(), wrapped);
    }

    @Override
    public String toString() {
        return isEmpty() ? "none" : min + ".." + max;
    }
}
