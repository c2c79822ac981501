package org.gatesmith.host.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * When every stage worked on every tile.
 *
 * @param bars begin and end, in ascending order of tile within a stage; a group's verification, transfer back and storing are
 *     at its last tile
 * @param tilesPerBar more than 1 if there were so many tiles that neighbours share a bar
 * @param busy time that each stage worked; with several workers, of all of them together
 * @param wall from the beginning of the first stage to the end of the last
 * @param bytes how much went where
 */
public record StageTimeline(
        List<Bar> bars, long tilesPerBar, Map<StreamStage, Duration> busy, Duration wall, Bytes bytes) {

    public StageTimeline {
        bars = List.copyOf(bars);
        busy = Map.copyOf(busy);
    }

    /** What the stages would take one after the other. */
    public Duration serial() {
        return busy.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** The busiest stage's time: no overlap can be faster. */
    public Duration slowest() {
        return busy.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /**
     * A stage at work on some tiles.
     *
     * @param firstTile the first of them
     * @param lastTile the last of them
     * @param startNanos since the run began
     * @param endNanos since the run began
     * @param busyNanos time within it that the stage worked; for one tile and one worker, all of it
     */
    public record Bar(
            StreamStage stage, long firstTile, long lastTile, long startNanos, long endNanos, long busyNanos) {}

    /**
     * Bytes that crossed from one place to another.
     *
     * @param loaded from sources into host memory, for the device
     * @param toDevice written to the device
     * @param fromDevice read from it
     * @param stored written to sinks
     */
    public record Bytes(long loaded, long toDevice, long fromDevice, long stored) {}
}
