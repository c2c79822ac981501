package org.gatesmith.host.stream;

import java.util.List;
import org.gatesmith.host.data.Comparison;

/**
 * What verification found in one output, over all tiles.
 *
 * @param comparison elements compared, mismatches and errors; positions are those in the whole array
 * @param first the mismatches that {@code comparison} lists, each with its tile
 * @param errors where the wrong elements are
 */
public record OutputComparison(Comparison comparison, List<TileMismatch> first, ErrorPattern errors) {

    public OutputComparison {
        first = List.copyOf(first);
    }

    /** Whether every element that was compared is within the tolerance. */
    public boolean passed() {
        return comparison.passed();
    }
}
