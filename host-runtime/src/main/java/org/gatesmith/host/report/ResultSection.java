package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.count;
import static org.gatesmith.host.report.chart.Quantities.percent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatesmith.host.report.OutputCheck.WrongElement;
import org.gatesmith.host.report.chart.HeatMap;
import org.gatesmith.host.report.chart.Markup;

/** What comparing each output found, and where errors are. */
final class ResultSection {

    private ResultSection() {}

    /** What the template lays out. */
    public record View(List<Row> rows, List<Errors> errors) {}

    /**
     * An output in the table.
     *
     * @param style CSS class of its verdict
     */
    public record Row(
            String output,
            String type,
            String extents,
            String compared,
            String share,
            String wrong,
            String tolerance,
            String style,
            String verdict) {}

    /**
     * The errors of an output.
     *
     * @param more how many are not in the table, in words; empty if all are
     * @param hasTiles whether the table has a column for them
     */
    public record Errors(
            String output, String cluster, List<MapView> maps, List<Wrong> first, String more, boolean hasTiles) {}

    /** A heat map with its legend. */
    public record MapView(Markup chart, List<HeatMap.Shade> legend) {}

    /** A wrong element in the table. */
    public record Wrong(
            String position, String expected, String expectedBits, String actual, String actualBits, String tile) {}

    static Optional<Section> of(RunPage page) {
        List<OutputCheck> outputs = page.outputs();
        return outputs.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                        "results",
                        "Results",
                        new View(
                                outputs.stream().map(ResultSection::row).toList(),
                                outputs.stream()
                                        .filter(output -> output.wrong() > 0)
                                        .map(ResultSection::errors)
                                        .toList())));
    }

    private static Row row(OutputCheck check) {
        return new Row(
                check.output(),
                check.type(),
                check.extents().stream().map(extent -> count(extent)).collect(Collectors.joining("\u2009×\u2009")),
                count(check.compared()),
                compared(check),
                count(check.wrong()),
                check.tolerance(),
                style(check),
                verdict(check));
    }

    /** How much of the array was compared, where that is not all of it. */
    private static String compared(OutputCheck check) {
        double elements =
                check.extents().stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
        return check.compared() == 0 || check.compared() >= elements
                ? ""
                : percent(check.compared() / elements) + " of the array";
    }

    private static String style(OutputCheck check) {
        if (check.wrong() > 0) {
            return "failed";
        }
        return check.compared() == 0 ? "unchecked" : "passed";
    }

    private static String verdict(OutputCheck check) {
        if (check.wrong() > 0) {
            return "✕ wrong";
        }
        return check.compared() == 0 ? "? not compared" : "✓ as expected";
    }

    // ---- errors

    private static Errors errors(OutputCheck check) {
        String cluster = check.cluster().isEmpty()
                ? check.map().map(ErrorCluster::sentence).orElse("")
                : check.cluster();
        long more = check.wrong() - check.first().size();
        return new Errors(
                check.output(),
                cluster,
                check.map().stream().map(map -> map(check, map, cluster)).toList(),
                check.first().stream().map(ResultSection::wrong).toList(),
                more > 0 && !check.first().isEmpty() ? "… and " + count(more) + " more" : "",
                check.first().stream().anyMatch(wrong -> wrong.tile().isPresent()));
    }

    private static MapView map(OutputCheck check, ErrorMap map, String cluster) {
        HeatMap heat = new HeatMap(
                "Where wrong elements of " + check.output() + " are",
                cluster,
                "wrong",
                map.rows(),
                map.columns(),
                map.cells());
        return new MapView(heat.svg(), heat.legend());
    }

    private static Wrong wrong(WrongElement element) {
        return new Wrong(
                element.position().stream().map(index -> "[" + index + "]").collect(Collectors.joining()),
                element.expected(),
                element.expectedBits(),
                element.actual(),
                element.actualBits(),
                element.tile().isPresent() ? count(element.tile().getAsLong()) : "–");
    }
}
