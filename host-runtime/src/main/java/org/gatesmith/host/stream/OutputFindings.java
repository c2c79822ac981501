package org.gatesmith.host.stream;

import java.util.List;
import org.gatesmith.host.data.Comparison;

/**
 * What the comparison of one output found in one group.
 *
 * @param comparison of the group's slice
 * @param first the mismatches that it lists, with indices of the whole array
 */
record OutputFindings(String output, Comparison comparison, List<TileMismatch> first, ErrorTally errors) {

    boolean passed() {
        return comparison.passed();
    }
}
