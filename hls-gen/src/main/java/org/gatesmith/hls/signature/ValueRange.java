package org.gatesmith.hls.signature;

/** Limits that a contract puts on integer values, both inclusive. */
public record ValueRange(long min, long max) {

    public boolean contains(long value) {
        return min <= value && value <= max;
    }

    @Override
    public String toString() {
        return min + ".." + max;
    }
}
