package org.gatesmith.board;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of memory that a kernel's AXI master can be connected to. */
public enum MemoryKind {
    /** DIMMs or chips beside the device, each with its own controller in the fabric. */
    @JsonProperty("DDR4")
    DDR4("DDR4"),
    /** High-bandwidth memory in the package, divided into pseudo channels. */
    @JsonProperty("HBM2")
    HBM2("HBM2"),
    /** Block RAM or UltraRAM of the fabric, presented as a memory by the platform. */
    @JsonProperty("PLRAM")
    PLRAM("PLRAM"),
    /** DDR4 of the processing system, reached through its slave ports. */
    @JsonProperty("PS-DDR4")
    PS_DDR4("PS DDR4");

    private final String words;

    MemoryKind(String words) {
        this.words = words;
    }

    /** The kind in plain words. */
    public String words() {
        return words;
    }
}
