package org.gatesmith.hls.estimate;

/**
 * How long an idle board memory takes, in cycles.
 *
 * @param read from a single request to its answer
 * @param writer how writes get there
 * @param control cycles of a call around those of the kernel itself: its start, and the look at the writers when it has ended
 */
public record BoardLatency(int read, BurstWriter writer, int control) {

    /**
     * Cycles from a request to its answer where the reader has the data, as {@code gs_axi_reader} has it: one each into the queue of
     * requests, to the notes, to the choice of lanes and to the response.
     */
    private static final int HELD = 4;

    /** A memory that answers in the next cycle. */
    public static final BoardLatency LEAST = new BoardLatency(1, BurstWriter.AT_ONCE, 0);

    /** From a request to its answer where the reader has the data. */
    public int held() {
        return Math.min(HELD, read);
    }

    /** Whether it makes a difference what readers hold. */
    boolean dependsOnReaders() {
        return read > HELD;
    }
}
