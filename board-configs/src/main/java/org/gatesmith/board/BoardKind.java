package org.gatesmith.board;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a board is attached to the program that uses it. */
public enum BoardKind {
    /** A card in a PCIe slot: host and card have memories of their own. */
    @JsonProperty("pcie")
    PCIE("PCIe card"),
    /** Processor and fabric on one chip, sharing memory. */
    @JsonProperty("embedded")
    EMBEDDED("embedded");

    private final String words;

    BoardKind(String words) {
        this.words = words;
    }

    /** The kind in plain words. */
    public String words() {
        return words;
    }
}
