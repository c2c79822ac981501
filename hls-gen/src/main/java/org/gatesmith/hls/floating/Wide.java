package org.gatesmith.hls.floating;

/** An unsigned number of up to 128 bits. */
record Wide(long high, long low) {

    /** The product of two numbers below 2^63. */
    static Wide product(long x, long y) {
        return new Wide(Math.multiplyHigh(x, y), x * y);
    }

    Wide plus(Wide other) {
        long sum = low + other.low;
        int carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Wide(high + other.high + carry, sum);
    }

    /** This number, or its two's complement. */
    Wide negatedIf(boolean condition) {
        long flip = condition ? -1 : 0;
        return new Wide(high ^ flip, low ^ flip).plus(new Wide(0, condition ? 1 : 0));
    }

    /** Times two to the power of {@code count}, below 128. */
    Wide shiftLeft(int count) {
        boolean isFar = (count & Long.SIZE) != 0;
        int within = count & (Long.SIZE - 1);
        long upper = isFar ? low : high;
        long lower = isFar ? 0 : low;
        return new Wide((upper << within) | ((lower >>> 1) >>> (Long.SIZE - 1 - within)), lower << within);
    }

    /** The floor of this number divided by two to the power of {@code count}, below 128; the lowest bit set if that is not exact. */
    Wide shiftRightSticky(int count) {
        boolean isFar = (count & Long.SIZE) != 0;
        int within = count & (Long.SIZE - 1);
        long upper = isFar ? 0 : high;
        long lower = isFar ? high : low;
        long dropped = (lower & ~(-1L << within)) | (isFar ? low : 0);
        long shifted = (lower >>> within) | ((upper << 1) << (Long.SIZE - 1 - within));
        return new Wide(upper >>> within, shifted | (dropped != 0 ? 1 : 0));
    }

    /** Zeros above the digits, which have at most {@code width} bits, more than 64. */
    int leadingZeros(int width) {
        int ofHigh = Long.numberOfLeadingZeros(high);
        int ofLow = Long.SIZE + Long.numberOfLeadingZeros(low);
        return (high == 0 ? ofLow : ofHigh) - (2 * Long.SIZE - width);
    }
}
