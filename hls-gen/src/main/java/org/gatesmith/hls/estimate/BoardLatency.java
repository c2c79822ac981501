package org.gatesmith.hls.estimate;

/**
 * How long an idle board memory takes, in cycles.
 *
 * @param read from a single request to its answer
 * @param acknowledgement from the last of many writes until it is in memory
 */
public record BoardLatency(int read, int acknowledgement) {

    /** A memory that answers in the next cycle. */
    public static final BoardLatency LEAST = new BoardLatency(1, 0);
}
