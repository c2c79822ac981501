package org.gatesmith.hls.profile;

import java.math.BigInteger;
import java.util.OptionalInt;
import org.gatesmith.hls.ir.IntType;

/** The numbers that one place of a kernel has held. */
public sealed interface Seen {

    /** How many numbers were looked at. One that passes a loop or a branch is looked at again there. */
    long count();

    /** The numbers of both. */
    Seen merge(Seen other);

    /**
     * Integers.
     *
     * @param min smallest; more than {@code max} if there were none
     */
    record Integers(long count, long min, long max) implements Seen {

        /** No integer yet. */
        public static final Integers NONE = new Integers(0, Long.MAX_VALUE, Long.MIN_VALUE);

        /** Bits of the narrowest signed type that holds all; empty if there were none. */
        public OptionalInt signedWidth() {
            if (count == 0) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(Math.max(
                            BigInteger.valueOf(min).bitLength(),
                            BigInteger.valueOf(max).bitLength())
                    + 1);
        }

        /** Bits of the narrowest unsigned type that holds all; empty if there were none, or negative ones. */
        public OptionalInt unsignedWidth() {
            return count == 0 || min < 0
                    ? OptionalInt.empty()
                    : OptionalInt.of(IntType.holding(BigInteger.ZERO, BigInteger.valueOf(max))
                            .width());
        }

        @Override
        public Seen merge(Seen other) {
            Integers more = (Integers) other;
            return new Integers(count + more.count, Math.min(min, more.min), Math.max(max, more.max));
        }
    }

    /**
     * Floating-point numbers.
     *
     * @param smallest least magnitude that is neither 0 nor NaN; infinity if there was none
     * @param largest greatest finite magnitude
     * @param zeros numbers that are 0 or -0
     * @param subnormals numbers, not 0, below the least normal magnitude of their type
     */
    record Floats(long count, double smallest, double largest, long zeros, long subnormals, long infinities, long nans)
            implements Seen {

        /** No number yet. */
        public static final Floats NONE = new Floats(0, Double.POSITIVE_INFINITY, 0, 0, 0, 0, 0);

        @Override
        public Seen merge(Seen other) {
            Floats more = (Floats) other;
            return new Floats(
                    count + more.count,
                    Math.min(smallest, more.smallest),
                    Math.max(largest, more.largest),
                    zeros + more.zeros,
                    subnormals + more.subnormals,
                    infinities + more.infinities,
                    nans + more.nans);
        }
    }
}
