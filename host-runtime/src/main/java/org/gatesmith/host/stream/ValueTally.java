package org.gatesmith.host.stream;

import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.data.Elements;

/** What the values of wrong elements have in common. */
final class ValueTally {

    private final JavaType type;
    private long count;
    private long firstFlips;

    /** Bits in which the flipped bits of any element differ from those of the first. */
    private long varyingFlips;

    private final long[] flips = new long[Long.SIZE];
    private double firstDifference;
    private boolean sameDifference = true;
    private boolean onlyZero = true;

    ValueTally(JavaType type) {
        this.type = type;
    }

    void note(long expectedBits, long actualBits) {
        long flipped = (expectedBits ^ actualBits) & mask();
        double difference = difference(expectedBits, actualBits);
        firstFlips = count == 0 ? flipped : firstFlips;
        firstDifference = count == 0 ? difference : firstDifference;
        count++;
        varyingFlips |= flipped ^ firstFlips;
        sameDifference &= difference == firstDifference;
        onlyZero &= actualBits == 0;
        for (long rest = flipped; rest != 0; rest &= rest - 1) {
            flips[Long.numberOfTrailingZeros(rest)]++;
        }
    }

    private long mask() {
        return -1L >>> (Long.SIZE - Byte.SIZE * type.bytes());
    }

    private double difference(long expectedBits, long actualBits) {
        return type.isFloatingPoint()
                ? Elements.valueOf(type, actualBits) - Elements.valueOf(type, expectedBits)
                : (double) (actualBits - expectedBits);
    }

    void add(ValueTally other) {
        if (other.count == 0) {
            return;
        }
        firstFlips = count == 0 ? other.firstFlips : firstFlips;
        firstDifference = count == 0 ? other.firstDifference : firstDifference;
        count += other.count;
        varyingFlips |= other.varyingFlips | (firstFlips ^ other.firstFlips);
        sameDifference &= other.sameDifference && firstDifference == other.firstDifference;
        onlyZero &= other.onlyZero;
        for (int bit = 0; bit < flips.length; bit++) {
            flips[bit] += other.flips[bit];
        }
    }

    /** The bits that are flipped in every wrong element, if it is the same ones in all; 0 otherwise. */
    long commonFlips() {
        return varyingFlips == 0 ? firstFlips : 0;
    }

    /** Actual minus expected value, if it is the same for all; NaN otherwise. */
    double commonDifference() {
        return sameDifference ? firstDifference : Double.NaN;
    }

    /** Whether every wrong element is zero. */
    boolean isOnlyZero() {
        return onlyZero;
    }

    /** The bit that is flipped in the most wrong elements. */
    int mostFlipped() {
        int most = 0;
        for (int bit = 1; bit < flips.length; bit++) {
            most = flips[bit] > flips[most] ? bit : most;
        }
        return most;
    }

    /** In how many of the wrong elements a bit is flipped, from 0 to 1. */
    double share(int bit) {
        return (double) flips[bit] / count;
    }

    JavaType type() {
        return type;
    }
}
