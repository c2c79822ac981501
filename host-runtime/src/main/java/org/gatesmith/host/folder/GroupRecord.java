package org.gatesmith.host.folder;

import java.util.Map;

/**
 * A line of the journal: a group of tiles whose results are in the output files.
 *
 * @param group its number, from 0
 * @param outputs what it left, by parameter
 */
public record GroupRecord(long group, Map<String, GroupOutput> outputs) {

    public GroupRecord {
        outputs = Manifest.sorted(outputs, "outputs");
    }

    /** Number of elements outside the tolerance. */
    public long mismatches() {
        return outputs.values().stream().mapToLong(GroupOutput::mismatches).sum();
    }

    /** Whether any of its elements was compared. */
    public boolean verified() {
        return outputs.values().stream().anyMatch(output -> output.compared() > 0);
    }
}
