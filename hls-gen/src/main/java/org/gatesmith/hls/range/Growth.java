package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.ir.Op;

/**
 * By how much a value differs from what it was.
 *
 * @param range of the difference, or of the value itself after {@link #from}
 * @param chain operations on the way; the difference is right only if none of them wraps around
 */
record Growth(IntRange range, List<Op.Compute> chain) {

    static final Growth NOTHING = new Growth(IntRange.constant(0), List.of());

    Growth {
        chain = List.copyOf(chain);
    }

    /** The same difference up to so many times, or not at all. */
    Growth repeated(BigInteger times) {
        if (range.isEmpty()) {
            return this;
        }
        BigInteger least = range.min().multiply(times).min(BigInteger.ZERO);
        BigInteger most = range.max().multiply(times).max(BigInteger.ZERO);
        int zeros = Math.min(range.bits().lowZeros(), Long.SIZE);
        return new Growth(IntRange.of(least, most, new KnownBits(KnownBits.mask(zeros), BigInteger.ZERO)), chain);
    }

    /** A value that starts in {@code start} and grows so. */
    Growth from(IntRange start) {
        return start.isEmpty() || range.isEmpty()
                ? new Growth(IntRange.NONE, chain)
                : new Growth(RangeArithmetic.sum(start, range), chain);
    }

    /** One difference after another. */
    Growth then(Growth next) {
        return new Growth(from(next.range).range, chained(next));
    }

    /** One difference or another. */
    Growth or(Growth other) {
        return new Growth(range.join(other.range), chained(other));
    }

    /** This, if another growth is right too. */
    Growth relyingOn(Growth other) {
        return new Growth(range, chained(other));
    }

    private List<Op.Compute> chained(Growth other) {
        List<Op.Compute> both = new ArrayList<>(chain);
        both.addAll(other.chain);
        return both;
    }
}
