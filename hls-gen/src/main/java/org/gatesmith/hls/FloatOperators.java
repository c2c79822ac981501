package org.gatesmith.hls;

/** What computes with floating-point numbers in a schedule. */
public enum FloatOperators {
    /**
     * The vendor's operators, with the latencies and DSP blocks of public synthesis reports: what an implementation through the
     * vendor's HLS would use. The Verilog back end cannot emit them.
     */
    VENDOR,
    /** Gatesmith's own integer code: what is emitted and simulated. */
    SOFT
}
