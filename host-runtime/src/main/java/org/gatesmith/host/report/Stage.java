package org.gatesmith.host.report;

/** The steps that every tile passes, in order. */
public enum Stage {
    LOAD("load", "read a tile's operands from their source"),
    TRANSFER("transfer", "move them to the device"),
    RUN("run", "the kernel itself"),
    TRANSFER_BACK("transfer back", "move the results to the host"),
    VERIFY("verify", "compare them with the expected values"),
    STORE("store", "write them to their destination");

    private final String title;
    private final String meaning;

    Stage(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** The step's name as people read it. */
    public String title() {
        return title;
    }

    /** What is done in the step. */
    public String meaning() {
        return meaning;
    }
}
