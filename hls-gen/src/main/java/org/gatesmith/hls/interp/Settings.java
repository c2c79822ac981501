package org.gatesmith.hls.interp;

/**
 * How strictly a program is executed.
 *
 * @param stepLimit operations that loops may execute in all, against endless loops
 * @param tracksWrites whether reading an array element that was never written is a fault; otherwise it gives zero
 */
public record Settings(long stepLimit, boolean tracksWrites) {

    /** No limit; every read is checked. */
    public static final Settings DEFAULT = new Settings(Long.MAX_VALUE, true);

    public Settings withStepLimit(long limit) {
        return new Settings(limit, tracksWrites);
    }

    /** Takes array elements that were never written for zero. */
    public Settings withoutWriteTracking() {
        return new Settings(stepLimit, false);
    }
}
