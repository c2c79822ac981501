package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gatesmith.host.data.Comparison;

/** Adds up what was found in one output, group by group. */
final class OutputTotal {

    private static final Comparator<TileMismatch> BY_INDEX =
            Comparator.comparingLong(each -> each.mismatch().index());

    private final int listed;
    private final ErrorTally errors;
    private List<TileMismatch> first = new ArrayList<>();
    private long elements;
    private long mismatches;
    private double maxUlp;
    private double maxRelative;
    private double maxAbsolute;

    /**
     * @param listed mismatches to keep: those with the smallest index
     */
    OutputTotal(int listed, ErrorTally errors) {
        this.listed = listed;
        this.errors = errors;
    }

    void add(OutputFindings found) {
        Comparison comparison = found.comparison();
        elements += comparison.elements();
        mismatches += comparison.mismatches();
        maxUlp = Math.max(maxUlp, comparison.maxUlp());
        maxRelative = Math.max(maxRelative, comparison.maxRelative());
        maxAbsolute = Math.max(maxAbsolute, comparison.maxAbsolute());
        errors.add(found.errors());
        if (!found.first().isEmpty()) {
            first.addAll(found.first());
            first.sort(BY_INDEX);
            first = new ArrayList<>(first.subList(0, Math.min(listed, first.size())));
        }
    }

    OutputComparison comparison() {
        return new OutputComparison(
                new Comparison(
                        elements,
                        mismatches,
                        first.stream().map(TileMismatch::mismatch).toList(),
                        maxUlp,
                        maxRelative,
                        maxAbsolute),
                first,
                errors.pattern());
    }
}
