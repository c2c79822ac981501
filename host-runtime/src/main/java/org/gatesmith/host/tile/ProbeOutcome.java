package org.gatesmith.host.tile;

/** What a test of one cut found. */
sealed interface ProbeOutcome {

    /** The results were the same. */
    record Equal() implements ProbeOutcome {}

    /**
     * They differed.
     *
     * @param text which element, and at what size, as the end of "cutting n …"
     */
    record Different(String text) implements ProbeOutcome {}

    /**
     * The kernel could not be tested.
     *
     * @param text why, as the end of "cutting n …"
     */
    record Failed(String text) implements ProbeOutcome {}
}
