package org.gatesmith.hls.estimate;

/**
 * How long the memory of a port takes while it is idle, in cycles.
 *
 * @param read from a single request to its answer
 * @param writer how writes get there
 */
public record PortLatency(int read, BurstWriter writer) {

    /**
     * Cycles from a request to its answer where the reader has the data, as {@code gs_axi_reader} has it: one each into the queue of
     * requests, to the notes, to the choice of lanes and to the response.
     */
    private static final int HELD = 4;

    /** From a request to its answer where the reader has the data. */
    public int held() {
        return Math.min(HELD, read);
    }

    /** Whether it makes a difference what the reader holds. */
    boolean dependsOnReader() {
        return read > HELD;
    }
}
