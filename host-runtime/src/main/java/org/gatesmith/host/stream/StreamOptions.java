package org.gatesmith.host.stream;

import java.time.Duration;

/**
 * How to stream.
 *
 * @param timeLimit longest time that one call of the kernel may take, on the device or where expected values come from
 * @param workers groups that are verified at once
 * @param listedMismatches mismatches to list one by one, per output
 * @param onMismatch what to do about them
 * @param timelineBars bars to keep per stage; beyond that, neighbouring tiles share a bar
 */
public record StreamOptions(
        Duration timeLimit, int workers, int listedMismatches, OnMismatch onMismatch, int timelineBars) {

    private static final Duration TIME_LIMIT = Duration.ofMinutes(10);
    private static final int LISTED_MISMATCHES = 8;

    /** More than a page of pixels shows. */
    private static final int TIMELINE_BARS = 2048;

    /** One worker per processor; all mismatches are counted. */
    public static final StreamOptions DEFAULT = new StreamOptions(
            TIME_LIMIT,
            Runtime.getRuntime().availableProcessors(),
            LISTED_MISMATCHES,
            OnMismatch.CONTINUE,
            TIMELINE_BARS);

    public StreamOptions {
        if (workers < 1 || timelineBars < 2) {
            throw new IllegalArgumentException(workers + " workers, " + timelineBars + " bars");
        }
    }

    /** What a wrong result means for the rest of the run. */
    public enum OnMismatch {
        /** Go on and count them all. */
        CONTINUE,
        /** Store the group that has it, and end the run. */
        STOP
    }

    public StreamOptions withTimeLimit(Duration limit) {
        return new StreamOptions(limit, workers, listedMismatches, onMismatch, timelineBars);
    }

    public StreamOptions with(OnMismatch reaction) {
        return new StreamOptions(timeLimit, workers, listedMismatches, reaction, timelineBars);
    }

    public StreamOptions withWorkers(int count) {
        return new StreamOptions(timeLimit, count, listedMismatches, onMismatch, timelineBars);
    }
}
