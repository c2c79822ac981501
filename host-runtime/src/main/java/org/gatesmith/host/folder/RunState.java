package org.gatesmith.host.folder;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is known about a run. */
public enum RunState {
    /** Not all groups of tiles are finished; the run can be continued. */
    @JsonProperty("incomplete")
    INCOMPLETE("incomplete"),
    /** Everything that was compared is as expected. */
    @JsonProperty("equal")
    EQUAL("equal"),
    /** Some element is not as expected. */
    @JsonProperty("different")
    DIFFERENT("different"),
    /** Nothing was compared. */
    @JsonProperty("unverified")
    UNVERIFIED("unverified");

    private final String word;

    RunState(String word) {
        this.word = word;
    }

    /** As the manifest has it. */
    public String word() {
        return word;
    }
}
