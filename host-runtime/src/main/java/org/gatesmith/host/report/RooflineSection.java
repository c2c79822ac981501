package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.percent;
import static org.gatesmith.host.report.chart.Quantities.si;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gatesmith.host.report.Roofline.BandwidthRoof;
import org.gatesmith.host.report.Roofline.ComputeRoof;
import org.gatesmith.host.report.Roofline.Point;
import org.gatesmith.host.report.chart.InlineBar;
import org.gatesmith.host.report.chart.Markup;
import org.gatesmith.host.report.chart.RooflineChart;
import org.gatesmith.host.report.chart.RooflineChart.Flat;
import org.gatesmith.host.report.chart.RooflineChart.Label;
import org.gatesmith.host.report.chart.RooflineChart.Mark;
import org.gatesmith.host.report.chart.RooflineChart.Shape;
import org.gatesmith.host.report.chart.RooflineChart.Slope;

/** What the board can do at most, and how near to it the kernel is. */
final class RooflineSection {

    private RooflineSection() {}

    /** What the template lays out. */
    public record View(Markup chart, String operation, List<Row> rows) {}

    /**
     * A point in the table.
     *
     * @param share of what is attainable, as text
     * @param limit what keeps it from more at its intensity
     */
    public record Row(
            String letter,
            String name,
            String origin,
            String intensity,
            String rate,
            String attainable,
            String share,
            Markup bar,
            String limit) {}

    static Optional<Section> of(RunPage page) {
        return page.roofline()
                .filter(roofline ->
                        !roofline.compute().isEmpty() && !roofline.bandwidths().isEmpty())
                .map(roofline -> Section.of("roofline", "Roofline", view(roofline)));
    }

    private static View view(Roofline roofline) {
        List<Row> rows = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (Point point : roofline.points()) {
            String letter = Character.toString('A' + rows.size());
            Row row = row(letter, point, roofline);
            rows.add(row);
            marks.add(new Mark(
                    new Label(letter, " " + row.origin()),
                    point.name() + ": " + row.rate() + " at " + row.intensity(),
                    shape(point.origin()),
                    point.operationsPerByte(),
                    point.operationsPerSecond(),
                    attainable(point, roofline)));
        }
        return new View(chart(roofline, marks, description(rows)), roofline.operation(), rows);
    }

    private static Markup chart(Roofline roofline, List<Mark> marks, String description) {
        String perSecond = roofline.operation() + "/s";
        List<Flat> flats = roofline.compute().stream()
                .map(roof -> new Flat(
                        new Label(roof.name(), ", " + si(roof.operationsPerSecond(), perSecond)),
                        roof.operationsPerSecond()))
                .toList();
        List<Slope> slopes = roofline.bandwidths().stream()
                .map(roof -> new Slope(
                        new Label(roof.name(), ", " + si(roof.bytesPerSecond(), "B/s")),
                        roof.path() == Roofline.Path.LINK ? "link" : "memory",
                        roof.bytesPerSecond()))
                .toList();
        return new RooflineChart("Roofline of the board", description, roofline.operation(), flats, slopes, marks)
                .svg();
    }

    private static String description(List<Row> rows) {
        StringBuilder words = new StringBuilder();
        for (Row row : rows) {
            words.append(row.name())
                    .append(": ")
                    .append(row.rate())
                    .append(" at ")
                    .append(row.intensity())
                    .append(", ")
                    .append(row.share())
                    .append(" of what is attainable. ");
        }
        return words.toString().strip();
    }

    private static Row row(String letter, Point point, Roofline roofline) {
        double attainable = attainable(point, roofline);
        double share = point.operationsPerSecond() / attainable;
        String perSecond = roofline.operation() + "/s";
        return new Row(
                letter,
                point.name(),
                point.origin() == Roofline.Origin.MEASURED ? "measured" : "predicted",
                si(point.operationsPerByte(), roofline.operation() + "/B"),
                si(point.operationsPerSecond(), perSecond),
                si(attainable, perSecond),
                percent(share),
                InlineBar.of(percent(share) + " of what is attainable", "kernel", share, 1)
                        .svg(),
                limit(point, roofline));
    }

    private static Shape shape(Roofline.Origin origin) {
        return origin == Roofline.Origin.MEASURED ? Shape.DISC : Shape.DIAMOND;
    }

    /** The lower of the highest compute roof and the roof whose bytes were counted. */
    private static double attainable(Point point, Roofline roofline) {
        double compute = highest(roofline).operationsPerSecond();
        OptionalDouble moved = bandwidth(point, roofline)
                .map(roof -> OptionalDouble.of(roof.bytesPerSecond() * point.operationsPerByte()))
                .orElse(OptionalDouble.empty());
        return Math.min(compute, moved.orElse(compute));
    }

    private static String limit(Point point, Roofline roofline) {
        double compute = highest(roofline).operationsPerSecond();
        return bandwidth(point, roofline)
                .filter(roof -> roof.bytesPerSecond() * point.operationsPerByte() < compute)
                .map(BandwidthRoof::name)
                .orElse(highest(roofline).name());
    }

    private static Optional<BandwidthRoof> bandwidth(Point point, Roofline roofline) {
        return roofline.bandwidths().stream()
                .filter(roof -> roof.name().equals(point.against()))
                .findFirst();
    }

    private static ComputeRoof highest(Roofline roofline) {
        return roofline.compute().stream()
                .reduce((a, b) -> a.operationsPerSecond() >= b.operationsPerSecond() ? a : b)
                .orElseThrow();
    }
}
