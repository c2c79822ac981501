package org.gatesmith.host.report;

/**
 * One stage at work on one tile.
 *
 * @param tile number of the tile, from 0
 * @param startNanos begin, in nanoseconds since the run began; not negative
 * @param endNanos end, not before the begin
 */
public record StageBar(Stage stage, long tile, long startNanos, long endNanos) {

    public StageBar {
        if (tile < 0 || startNanos < 0 || endNanos < startNanos) {
            throw new IllegalArgumentException(
                    stage + " of tile " + tile + " from " + startNanos + " to " + endNanos + " ns");
        }
    }

    public long nanos() {
        return endNanos - startNanos;
    }
}
