package org.gatesmith.hls.estimate;

/**
 * How long an idle board memory takes, in cycles.
 *
 * @param read from a single request to its answer
 * @param writer how writes get there
 * @param control cycles of a call around those of the kernel itself: its start, and the look at the writers when it has ended
 */
public record BoardLatency(int read, BurstWriter writer, int control) {

    /** A memory that answers in the next cycle. */
    public static final BoardLatency LEAST = new BoardLatency(1, BurstWriter.AT_ONCE, 0);
}
