package org.gatesmith.board;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the banks of a memory relate to its bytes. */
public enum MemoryStorage {
    /** Every bank holds bytes of its own. */
    @JsonProperty("per-bank")
    PER_BANK,
    /** The banks are ports to the same bytes. */
    @JsonProperty("shared")
    SHARED
}
