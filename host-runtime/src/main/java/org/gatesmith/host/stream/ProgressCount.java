package org.gatesmith.host.stream;

import java.time.Duration;

/**
 * How far a run has come.
 *
 * @param tiles of the whole problem
 * @param skipped tiles that an earlier run had finished
 * @param run tiles that this run has run on the device
 * @param groups of the whole problem
 * @param stored groups that are finished, those of earlier runs included
 * @param bytes moved to and from the device so far
 * @param elapsed since the run began
 */
public record ProgressCount(
        long tiles, long skipped, long run, long groups, long stored, long bytes, Duration elapsed) {

    /** Tiles that are still to be run. */
    public long left() {
        return tiles - skipped - run;
    }
}
