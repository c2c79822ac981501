package org.gatesmith.host.report;

/**
 * One stage at work on one tile, or on neighbouring ones that share a bar because there are too many.
 *
 * @param tile number of the first tile, from 0
 * @param tiles number of tiles that share the bar, at least 1
 * @param startNanos begin, in nanoseconds since the run began; not negative
 * @param endNanos end, not before the begin
 * @param busyNanos time that the stage worked; less than the bar is long if it waited in between, more if several workers share
 *     the bar
 */
public record StageBar(Stage stage, long tile, long tiles, long startNanos, long endNanos, long busyNanos) {

    public StageBar {
        if (tile < 0 || tiles < 1 || startNanos < 0 || endNanos < startNanos || busyNanos < 0) {
            throw new IllegalArgumentException(
                    stage + " of tile " + tile + " from " + startNanos + " to " + endNanos + " ns");
        }
    }

    /** One tile, worked on from begin to end. */
    public StageBar(Stage stage, long tile, long startNanos, long endNanos) {
        this(stage, tile, 1, startNanos, endNanos, Math.max(0, endNanos - startNanos));
    }
}
