package org.gatesmith.hls.cost;

/** Arithmetic on counts, which are not negative. A count that does not fit stays at {@link #LIMIT}. */
final class Saturating {

    static final long LIMIT = Long.MAX_VALUE;

    private Saturating() {}

    static long add(long a, long b) {
        long sum = a + b;
        return sum < 0 ? LIMIT : sum;
    }

    static long multiply(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? LIMIT : a * b;
    }
}
