package org.gatesmith.host.folder;

/**
 * A time that was measured.
 *
 * @param seconds the time; of several samples the median
 * @param samples how many times it was measured
 * @param least the shortest sample
 * @param most the longest sample
 */
public record Timing(double seconds, long samples, double least, double most) {

    /** A time measured once. */
    public static Timing once(double seconds) {
        return new Timing(seconds, 1, seconds, seconds);
    }
}
