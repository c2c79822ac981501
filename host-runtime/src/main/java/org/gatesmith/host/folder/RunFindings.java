package org.gatesmith.host.folder;

import java.util.Map;
import org.gatesmith.host.data.Comparison;

/**
 * What a run found beyond what its journal holds. Counts must follow from the inputs alone; what depends on the time or the
 * machine belongs to the {@link Measurements}.
 *
 * @param comparisons what verification found, by output: errors, and the first mismatches
 * @param counts numbers such as the bytes that the plan moves; the names are the caller's
 */
public record RunFindings(Map<String, Comparison> comparisons, Map<String, Long> counts) {

    public static final RunFindings NONE = new RunFindings(Map.of(), Map.of());

    public RunFindings {
        comparisons = Manifest.sorted(comparisons, "comparisons");
        counts = Manifest.sorted(counts, "counts");
    }
}
