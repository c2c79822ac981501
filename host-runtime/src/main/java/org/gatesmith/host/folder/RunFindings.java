package org.gatesmith.host.folder;

import java.util.List;
import java.util.Map;

/**
 * What a run found beyond what its journal holds. It must follow from the inputs alone; what depends on the time or the machine
 * belongs to the {@link Measurements}.
 *
 * @param firstMismatches the first mismatches of an output in words, by parameter
 * @param counts numbers such as the bytes that the plan moves
 */
public record RunFindings(Map<String, List<String>> firstMismatches, Map<String, Long> counts) {

    public static final RunFindings NONE = new RunFindings(Map.of(), Map.of());

    public RunFindings {
        firstMismatches = Manifest.sorted(firstMismatches, "firstMismatches");
        counts = Manifest.sorted(counts, "counts");
    }
}
