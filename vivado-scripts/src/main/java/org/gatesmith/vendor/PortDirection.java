package org.gatesmith.vendor;

/** What a kernel does through a memory port. */
public enum PortDirection {
    /** Reads only. */
    IN("in"),
    /** Writes only. */
    OUT("out"),
    /** Reads and writes. */
    IN_OUT("in-out");

    private final String words;

    PortDirection(String words) {
        this.words = words;
    }

    /** The direction in plain words. */
    public String words() {
        return words;
    }
}
