package org.gatesmith.host.stream;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.host.data.Comparison;

/**
 * What became of a group whose results have been written.
 *
 * @param checksums of the bytes written, per output: CRC-32C of the group's slice in row-major order, little-endian. It guards
 *     against damage, not against forgery
 * @param comparisons of the group's slices with the expected results, per output; empty if the group was not verified
 */
public record GroupOutcome(Map<String, Long> checksums, Map<String, Comparison> comparisons) {

    public GroupOutcome {
        checksums = Collections.unmodifiableSortedMap(new TreeMap<>(checksums));
        comparisons = Collections.unmodifiableSortedMap(new TreeMap<>(comparisons));
    }

    /** Whether the results were compared. */
    public boolean verified() {
        return !comparisons.isEmpty();
    }

    /** Elements outside the tolerance, per output; empty if the group was not verified. */
    public Map<String, Long> mismatches() {
        Map<String, Long> mismatches = new TreeMap<>();
        comparisons.forEach((output, comparison) -> mismatches.put(output, comparison.mismatches()));
        return mismatches;
    }
}
