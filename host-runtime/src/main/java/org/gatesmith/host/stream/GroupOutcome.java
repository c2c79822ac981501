package org.gatesmith.host.stream;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a group whose results have been written.
 *
 * @param checksums of the bytes written, per output: CRC-32C of the group's slice in row-major order, little-endian. It guards
 *     against damage, not against forgery
 * @param verified whether the results were compared
 * @param mismatches elements outside the tolerance, per output; empty if the group was not verified
 */
public record GroupOutcome(Map<String, Long> checksums, boolean verified, Map<String, Long> mismatches) {

    public GroupOutcome {
        checksums = Collections.unmodifiableSortedMap(new TreeMap<>(checksums));
        mismatches = Collections.unmodifiableSortedMap(new TreeMap<>(mismatches));
    }
}
