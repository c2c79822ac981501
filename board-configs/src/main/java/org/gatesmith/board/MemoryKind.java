package org.gatesmith.board;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kinds of memory that a kernel's AXI master can be connected to. */
public enum MemoryKind {
    /** DIMMs or chips beside the device, each with its own controller in the fabric. */
    @JsonProperty("DDR4")
    DDR4("DDR4", Times.DDR4_READ),
    /** High-bandwidth memory in the package, divided into pseudo channels. */
    @JsonProperty("HBM2")
    HBM2("HBM2", Times.HBM2_READ),
    /** Block RAM or UltraRAM of the fabric, presented as a memory by the platform. */
    @JsonProperty("PLRAM")
    PLRAM("PLRAM", Times.STATIC_READ),
    /** DDR4 of the processing system, reached through its slave ports. */
    @JsonProperty("PS-DDR4")
    PS_DDR4("PS DDR4", Times.DDR4_READ);

    /** Nanoseconds from an address to its first data. */
    private static final class Times {

        /** A page hit on the HBM2 of an Alveo U280 (Shuhai, FCCM 2020, arXiv 2005.04324). */
        private static final double HBM2_READ = 106.7;

        /** 30 cycles in the interconnect and 14 in the controller at 300 MHz (vendor guide to AXI burst transfers, UG1399). */
        private static final double DDR4_READ = 44 / 0.3;

        /** Static memory behind an interconnect; 10 cycles at 300 MHz is our assumption. */
        private static final double STATIC_READ = 10 / 0.3;
    }

    private final String words;
    private final double readNanoseconds;

    MemoryKind(String words, double readNanoseconds) {
        this.words = words;
        this.readNanoseconds = readNanoseconds;
    }

    /** Usual time of an idle read. */
    double readNanoseconds() {
        return readNanoseconds;
    }

    /** The kind in plain words. */
    public String words() {
        return words;
    }
}
