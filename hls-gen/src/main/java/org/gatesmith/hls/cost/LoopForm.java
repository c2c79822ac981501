package org.gatesmith.hls.cost;

/** What a loop becomes in hardware, as its schedule and those of the loops around it ask. */
public enum LoopForm {
    /** One iteration after the other. */
    SEQUENTIAL("sequential"),
    /** An iteration starts every few cycles. */
    PIPELINED("pipelined"),
    /** Copies of the body take some iterations at a time. */
    PARTLY_UNROLLED("partly unrolled"),
    /** A copy of the body for every iteration. */
    UNROLLED("unrolled"),
    /** As {@link #UNROLLED}, because a loop around it is pipelined. */
    IN_PIPELINE("unrolled in a pipeline");

    private final String words;

    LoopForm(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
