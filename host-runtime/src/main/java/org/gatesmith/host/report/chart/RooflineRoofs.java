package org.gatesmith.host.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.host.report.chart.Frame.Anchor;
import org.gatesmith.host.report.chart.LabelSpots.Spot;
import org.gatesmith.host.report.chart.RooflineChart.Flat;
import org.gatesmith.host.report.chart.RooflineChart.Slope;

/** Draws the roofs of a roofline. */
record RooflineRoofs(RooflineChart chart, LogScale x, LogScale y) {

    private static final double GAP = 5;
    private static final int LINE_HEIGHT = 14;

    /** Steps along a sloped roof at which its label may stand. */
    private static final int SPOTS = 16;

    /** A line in the plot. */
    private record Line(double x1, double y1, double x2, double y2) {

        Element element() {
            return Frame.line(x1, y1, x2, y2);
        }

        void avoidedBy(LabelSpots spots) {
            spots.avoid(x1, y1, x2, y2);
        }

        /** Spots below and above the line from its begin on; it rises to the right. */
        List<Spot> spotsAlong() {
            List<Spot> spots = new ArrayList<>();
            for (double part = 0.5 / SPOTS; part < 1; part += 1.0 / SPOTS) {
                double x = x1 + part * (x2 - x1);
                double y = y1 + part * (y2 - y1);
                spots.add(new Spot(x, GAP, y + LINE_HEIGHT, Anchor.START));
                spots.add(new Spot(x, -GAP, y - GAP, Anchor.END));
            }
            return spots;
        }
    }

    /** Tells labels where the roofs are. */
    void avoidedBy(LabelSpots spots) {
        chart.slopes().forEach(slope -> line(slope).avoidedBy(spots));
        chart.flats().forEach(flat -> line(flat).avoidedBy(spots));
    }

    List<Element> elements(LabelSpots spots) {
        List<Element> elements = new ArrayList<>();
        Element flats = Element.of("g", "roof flat");
        for (Flat flat : chart.flats()) {
            Line line = line(flat);
            List<Spot> above = List.of(
                    new Spot(100, 0, line.y1() - GAP, Anchor.END),
                    new Spot(100, 0, line.y1() + LINE_HEIGHT, Anchor.END));
            flats.add(line.element()).add(spots.drawn(flat.label(), above));
        }
        elements.add(flats);
        for (Slope slope : chart.slopes()) {
            Line line = line(slope);
            elements.add(Element.of("g", "roof " + slope.styleClass())
                    .add(line.element())
                    .add(spots.drawn(slope.label(), line.spotsAlong())));
        }
        return elements;
    }

    /** From the left edge, or the bottom one, up to the highest flat roof. */
    private Line line(Slope slope) {
        double from = Math.max(x.low(), y.low() / slope.bytesPerSecond());
        double to = Math.min(x.high(), chart.highestFlat() / slope.bytesPerSecond());
        return new Line(x.at(from), y.at(from * slope.bytesPerSecond()), x.at(to), y.at(to * slope.bytesPerSecond()));
    }

    /** From the steepest roof, or the left edge, to the right one. */
    private Line line(Flat flat) {
        double steepest =
                chart.slopes().stream().mapToDouble(Slope::bytesPerSecond).max().orElseThrow();
        double from = Math.max(x.low(), flat.operationsPerSecond() / steepest);
        double at = y.at(flat.operationsPerSecond());
        return new Line(x.at(from), at, 100, at);
    }
}
