package org.gatesmith.host.folder;

import java.util.List;
import java.util.Objects;

/**
 * What a run found about one output.
 *
 * @param elements number of its elements
 * @param compared how many were compared with the expected values
 * @param mismatches how many of those were outside the tolerance
 * @param first the first mismatches, in words
 * @param maxUlp largest error of those compared, in units in the last place; likewise the other two
 * @param sha256 hash of the output's file
 */
public record OutputResult(
        long elements,
        long compared,
        long mismatches,
        List<String> first,
        double maxUlp,
        double maxRelative,
        double maxAbsolute,
        String sha256) {

    public OutputResult {
        first = List.copyOf(first);
        Objects.requireNonNull(sha256, "sha256");
    }
}
