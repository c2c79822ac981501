package org.gatesmith.host.report.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds places for labels that cover neither each other nor lines, as far as there are such places. As the width of the
 * plot is not known, it is done for a usual one; text on a narrower plot may still overlap, and has a halo for that.
 */
final class LabelSpots {
    private static final double WIDTH = 640;
    private static final double PIXELS_PER_PERCENT = WIDTH / 100;
    private static final double PIXELS_PER_CHARACTER = 6.3;
    private static final double ASCENT = 10;
    private static final double DESCENT = 3;

    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Line2D> lines = new ArrayList<>();

    /**
     * A place for a label.
     *
     * @param x in per cent
     * @param dx pixels from there
     * @param y of the base line, in pixels
     */
    record Spot(double x, double dx, double y, Frame.Anchor anchor) {

        private Rectangle2D box(String text) {
            double width = text.length() * PIXELS_PER_CHARACTER;
            double at = x * PIXELS_PER_PERCENT + dx;
            double left = switch (anchor) {
                case START -> at;
                case MIDDLE -> at - width / 2;
                case END -> at - width;
            };
            return new Rectangle2D.Double(left, y - ASCENT, width, ASCENT + DESCENT);
        }

        private Element text(RooflineChart.Label label) {
            Element text = Frame.label(x, y, anchor, "");
            return (dx == 0 ? text : text.with("dx", dx))
                    .text(label.brief())
                    .add(Element.of("tspan", "detail").text(label.detail()));
        }
    }

    /** Keeps labels off a line. */
    void avoid(double x1, double y1, double x2, double y2) {
        lines.add(new Line2D.Double(x1 * PIXELS_PER_PERCENT, y1, x2 * PIXELS_PER_PERCENT, y2));
    }

    /** Keeps labels off a mark with that radius. */
    void avoid(double x, double y, double radius) {
        taken.add(new Rectangle2D.Double(x * PIXELS_PER_PERCENT - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** A label at the best of these spots. */
    Element drawn(RooflineChart.Label label, List<Spot> spots) {
        return take(label.brief() + label.detail(), spots).text(label);
    }

    /** Takes the first spot inside of the plot that is free of labels and lines, else of labels, else the first of all. */
    private Spot take(String text, List<Spot> spots) {
        Predicate<Spot> noLabel =
                spot -> isInside(spot.box(text)) && taken.stream().noneMatch(spot.box(text)::intersects);
        Predicate<Spot> noLine = spot -> lines.stream().noneMatch(line -> line.intersects(spot.box(text)));
        Spot spot = Stream.of(noLabel.and(noLine), noLabel, (Predicate<Spot>) any -> true)
                .flatMap(wanted -> spots.stream().filter(wanted).limit(1))
                .findFirst()
                .orElseThrow();
        taken.add(spot.box(text));
        return spot;
    }

    private static boolean isInside(Rectangle2D box) {
        return box.getMinX() >= 0 && box.getMaxX() <= WIDTH;
    }
}
