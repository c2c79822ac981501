package org.gatesmith.host.report.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A bar in a line of text or a cell of a table.
 *
 * @param title the figures in words
 * @param full value at the right end; not negative
 * @param segments parts of the bar, side by side from the left
 * @param marker value at which a line stands across the bar
 */
public record InlineBar(String title, double full, List<Segment> segments, OptionalDouble marker) {

    private static final double HEIGHT = 10;

    /** Room above and below for the marker. */
    private static final int OVERHANG = 2;

    /** A part that is not zero is at least this wide, in per cent. */
    private static final double NARROWEST = 0.5;

    public InlineBar {
        segments = List.copyOf(segments);
    }

    /** A part of a bar in the colour of a style class. */
    public record Segment(String styleClass, double value) {}

    /** A bar of one part, without marker. */
    public static InlineBar of(String title, String styleClass, double value, double full) {
        return new InlineBar(title, full, List.of(new Segment(styleClass, value)), OptionalDouble.empty());
    }

    /** The bar as SVG. */
    public Markup svg() {
        Element svg = Element.of("svg", "bar")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("role", "img")
                .with("width", "100%")
                .with("height", HEIGHT + 2 * OVERHANG)
                .add(Element.of("title").text(title))
                .add(Frame.rectangle(0, OVERHANG, 100, HEIGHT).with("class", "track"));
        double from = 0;
        for (Segment segment : segments) {
            double width = percent(segment.value());
            if (segment.value() > 0) {
                svg.add(Frame.rectangle(from, OVERHANG, Math.max(width, NARROWEST), HEIGHT)
                        .with("class", segment.styleClass()));
            }
            from += width;
        }
        marker.ifPresent(value -> svg.add(marker(percent(value))));
        return svg.markup();
    }

    private static Element marker(double x) {
        return Frame.line(x, 0, x, HEIGHT + 2 * OVERHANG).with("class", "marker");
    }

    private double percent(double value) {
        return full == 0 ? 0 : Math.clamp(value / full * 100, 0, 100);
    }
}
