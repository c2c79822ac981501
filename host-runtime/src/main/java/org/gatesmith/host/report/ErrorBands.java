package org.gatesmith.host.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.gatesmith.host.report.chart.Quantities;

/**
 * Where errors are along one dimension of an error map.
 *
 * @param what the plural of what is counted along it, such as {@code rows}
 * @param extent of the dimension
 * @param bands parts with errors, without gaps in themselves, in order
 */
record ErrorBands(String what, long extent, List<Band> bands) {

    /** More bands than this are too many for a sentence. */
    private static final int MOST_NAMED = 3;

    /** Indices from {@code from} to the one before {@code to}. */
    record Band(long from, long to) {

        private String text() {
            return to - from == 1 ? Quantities.count(from) : Quantities.count(from) + " to " + Quantities.count(to - 1);
        }
    }

    /** The bands of cells for which {@code hasErrors} holds. */
    static ErrorBands of(String what, long extent, int cells, IntPredicate hasErrors) {
        List<Band> bands = new ArrayList<>();
        for (int from = 0; from < cells; from++) {
            if (hasErrors.test(from)) {
                int to = from + 1;
                while (to < cells && hasErrors.test(to)) {
                    to++;
                }
                bands.add(new Band(edge(from, extent, cells), edge(to, extent, cells)));
                from = to;
            }
        }
        return new ErrorBands(what, extent, bands);
    }

    /** The first index of a cell, as {@link ErrorMap} defines cells. */
    private static long edge(int cell, long extent, int cells) {
        return Math.ceilDiv(cell * extent, (long) cells);
    }

    /** The part of the dimension that is in a band. */
    double coverage() {
        return (double) bands.stream()
                        .mapToLong(band -> band.to() - band.from())
                        .sum()
                / extent;
    }

    boolean everywhere() {
        return coverage() == 1;
    }

    /** For example {@code rows 0 to 63 and 128 to 191}, or {@code 9 separate bands of rows between 0 and 900}. */
    String text() {
        if (everywhere()) {
            return "all " + what;
        }
        if (bands.size() > MOST_NAMED) {
            return bands.size() + " separate bands of " + what + " between "
                    + Quantities.count(bands.getFirst().from()) + " and "
                    + Quantities.count(bands.getLast().to() - 1);
        }
        return what + " " + bands.stream().map(Band::text).collect(Collectors.joining(" and "));
    }
}
