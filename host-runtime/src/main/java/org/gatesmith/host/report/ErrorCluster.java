package org.gatesmith.host.report;

import java.util.List;
import org.gatesmith.host.report.chart.Quantities;

/** Says in a sentence where the errors of a map are. */
final class ErrorCluster {

    private ErrorCluster() {}

    /** For example {@code All errors lie in rows 128 to 255 and columns 0 to 63: 1.6 % of the array.} */
    static String sentence(ErrorMap map) {
        ErrorBands columns = ErrorBands.of(
                map.rows() == 1 ? "elements" : "columns",
                map.columns(),
                map.cellColumns(),
                column -> map.cells().stream().anyMatch(row -> row.get(column) > 0));
        ErrorBands rows = ErrorBands.of(
                "rows",
                map.rows(),
                map.cellRows(),
                row -> map.cells().get(row).stream().anyMatch(count -> count > 0));
        if (columns.bands().isEmpty()) {
            return "There are no errors.";
        }
        if (rows.everywhere() && columns.everywhere()) {
            return allOver(map);
        }
        String place = map.rows() == 1 ? columns.text() : rows.text() + " and " + columns.text();
        return "All errors lie in " + place + ": " + Quantities.percent(rows.coverage() * columns.coverage())
                + " of the array.";
    }

    private static String allOver(ErrorMap map) {
        List<Long> counts = map.cells().stream().flatMap(List::stream).toList();
        long hit = counts.stream().filter(count -> count > 0).count();
        return "Errors are all over the array: "
                + (hit == counts.size()
                        ? "each of the " + Quantities.count(hit) + " cells of the map has some."
                        : Quantities.count(hit) + " of " + Quantities.count(counts.size())
                                + " cells of the map have some, in no contiguous part of it.");
    }
}
