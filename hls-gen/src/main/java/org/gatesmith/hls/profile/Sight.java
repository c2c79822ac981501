package org.gatesmith.hls.profile;

import java.math.BigInteger;
import org.gatesmith.hls.interp.Watch;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.ScalarType;

/** Keeps account of the numbers that it sees. */
abstract sealed class Sight implements Watch {

    static Sight of(ScalarType type) {
        return switch (type) {
            case FloatType.F32 -> new OfFloats();
            case FloatType.F64 -> new OfDoubles();
            default -> new OfIntegers();
        };
    }

    /** What was seen since the last call. */
    abstract Seen take();

    private static final class OfIntegers extends Sight {
        private long count;
        private long min = Seen.Integers.NONE.min();
        private long max = Seen.Integers.NONE.max();

        @Override
        public void see(long raw) {
            count++;
            min = Math.min(min, raw);
            max = Math.max(max, raw);
        }

        @Override
        Seen take() {
            Seen seen = new Seen.Integers(count, min, max);
            count = 0;
            min = Seen.Integers.NONE.min();
            max = Seen.Integers.NONE.max();
            return seen;
        }
    }

    private abstract static sealed class OfReals extends Sight {
        private long count;
        private double smallest = Double.POSITIVE_INFINITY;
        private double largest;
        private long zeros;
        private long subnormals;
        private long infinities;
        private long nans;

        final void see(double number, double leastNormal) {
            double magnitude = Math.abs(number);
            count++;
            if (Double.isNaN(number)) {
                nans++;
            } else if (magnitude == 0) {
                zeros++;
            } else if (Double.isInfinite(number)) {
                infinities++;
            } else {
                smallest = Math.min(smallest, magnitude);
                largest = Math.max(largest, magnitude);
                if (magnitude < leastNormal) {
                    subnormals++;
                }
            }
        }

        @Override
        final Seen take() {
            Seen seen = new Seen.Floats(count, smallest, largest, zeros, subnormals, infinities, nans);
            count = 0;
            smallest = Double.POSITIVE_INFINITY;
            largest = 0;
            zeros = 0;
            subnormals = 0;
            infinities = 0;
            nans = 0;
            return seen;
        }
    }

    private static final class OfFloats extends OfReals {
        @Override
        public void see(long raw) {
            see(Float.intBitsToFloat((int) raw), Float.MIN_NORMAL);
        }
    }

    private static final class OfDoubles extends OfReals {
        @Override
        public void see(long raw) {
            see(Double.longBitsToDouble(raw), Double.MIN_NORMAL);
        }
    }

    /** Checks numbers against a contract. */
    static final class OfContract implements Watch {
        private final BigInteger min;
        private final BigInteger max;
        private final long low;
        private final long high;
        private long checked;
        private long broken;

        OfContract(BigInteger min, BigInteger max) {
            this.min = min;
            this.max = max;
            this.low = clamped(min);
            this.high = clamped(max);
        }

        private static long clamped(BigInteger limit) {
            if (limit.bitLength() < Long.SIZE) {
                return limit.longValue();
            }
            return limit.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }

        boolean isFor(BigInteger otherMin, BigInteger otherMax) {
            return min.equals(otherMin) && max.equals(otherMax);
        }

        @Override
        public void see(long raw) {
            checked++;
            if (raw < low || raw > high) {
                broken++;
            }
        }

        ContractCount take() {
            ContractCount count = new ContractCount(min, max, checked, broken);
            checked = 0;
            broken = 0;
            return count;
        }
    }
}
