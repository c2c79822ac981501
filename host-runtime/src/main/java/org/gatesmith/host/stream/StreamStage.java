package org.gatesmith.host.stream;

/** The steps that every tile passes, in order. */
public enum StreamStage {
    /** Reading a tile's operands from their sources into host memory. */
    LOAD("load"),
    /** Moving them to the device, and clearing the outputs there. */
    TRANSFER("transfer"),
    /** The kernel itself. */
    RUN("run"),
    /** Moving a group's results to host memory. */
    TRANSFER_BACK("transfer back"),
    /** Computing what the results have to be, and comparing. */
    VERIFY("verify"),
    /** Writing the results to their sinks. */
    STORE("store");

    private final String title;

    StreamStage(String title) {
        this.title = title;
    }

    /** The step's name as people read it. */
    public String title() {
        return title;
    }
}
