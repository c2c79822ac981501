package org.example.dsp;

/** Narrowing that stays at the ends of the range. */
final class Saturation {
    private Saturation() {}

    static int toInt(long value) {
        if (value > Integer.MAX_VALUE) {
            return Integer.MAX_VALUE;
        }
        return value < Integer.MIN_VALUE ? Integer.MIN_VALUE : (int) value;
    }
}
