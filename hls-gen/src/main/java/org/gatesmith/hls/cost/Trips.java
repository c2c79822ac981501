package org.gatesmith.hls.cost;

import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;

/**
 * How many iterations a counted loop has.
 *
 * @param causes of the difference between {@code min} and {@code max}, as in {@link Bounds}
 */
record Trips(long min, long max, long causes) {

    /** Of a loop from {@code lower} to {@code bound}. */
    static Trips of(Op.For loop, Bounds lower, Bounds bound) {
        long causes = lower.causes() | bound.causes();
        if (lower.isUnlimited() || bound.isUnlimited()) {
            return new Trips(0, Saturating.LIMIT, causes);
        }
        boolean up = loop.step() > 0;
        boolean inclusive = loop.relation() == Operator.LE || loop.relation() == Operator.GE;
        long stride = Math.abs(loop.step());
        long shortest = up ? distance(lower.max(), bound.min()) : distance(bound.max(), lower.min());
        long longest = up ? distance(lower.min(), bound.max()) : distance(bound.min(), lower.max());
        Trips trips = new Trips(count(shortest, stride, inclusive), count(longest, stride, inclusive), causes);
        return trips.wrapsAround(loop, lower)
                ? new Trips(trips.min, Saturating.LIMIT, causes == 0 ? Bounds.DATA : causes)
                : trips;
    }

    boolean isKnown() {
        return min == max;
    }

    private static long distance(long from, long to) {
        try {
            return Math.subtractExact(to, from);
        } catch (ArithmeticException e) {
            return to > from ? Saturating.LIMIT : Long.MIN_VALUE;
        }
    }

    private static long count(long distance, long stride, boolean inclusive) {
        if (inclusive) {
            return distance < 0 ? 0 : Saturating.add(distance / stride, 1);
        }
        return distance <= 0 ? 0 : (distance - 1) / stride + 1;
    }

    /** Whether the counter passes the end of its type before it passes the bound; then it starts anew at the other end. */
    private boolean wrapsAround(Op.For loop, Bounds lower) {
        Bounds all = Bounds.any((IntType) loop.counter().type(), 0);
        try {
            long way = Math.multiplyExact(max, loop.step());
            return max > 0
                    && (Math.addExact(lower.max(), way) > all.max() || Math.addExact(lower.min(), way) < all.min());
        } catch (ArithmeticException e) {
            return true;
        }
    }
}
