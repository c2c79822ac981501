package org.gatesmith.host.report.chart;

import java.util.Locale;

/**
 * The SVG element around a plot.
 *
 * @param title what a screen reader says first
 * @param description what it says when asked for more; may be empty
 * @param height of the plot in pixels
 * @param padding space around the plot
 */
record Frame(String title, String description, double height, Padding padding) {

    /** Pixels on each side, in the order of CSS. */
    record Padding(int top, int right, int bottom, int left) {

        String css() {
            return "padding:" + top + "px " + right + "px " + bottom + "px " + left + "px";
        }
    }

    /** The outer element with its texts. */
    Element open() {
        Element svg = Element.of("svg", "chart")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("role", "img")
                .with("width", "100%")
                .with("height", height + padding.top() + padding.bottom())
                .with("style", "box-sizing:border-box;overflow:visible;" + padding.css())
                .add(Element.of("title").text(title));
        return description.isEmpty() ? svg : svg.add(Element.of("desc").text(description));
    }

    /** Which part of a text is at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        /** The anchor that keeps a short label at this place inside of the plot. */
        static Anchor inside(double percent) {
            if (percent < 4) {
                return START;
            }
            return percent > 96 ? END : MIDDLE;
        }
    }

    /** A line of text at a place of the plot. */
    static Element label(double percent, double y, Anchor anchor, String text) {
        Element label = Element.of("text").across("x", percent).with("y", y);
        return anchored(label, anchor).text(text);
    }

    /** A line of text that ends in the padding on the left, {@code gap} pixels from the plot. */
    static Element labelBeside(double gap, double y, String text) {
        return anchored(Element.of("text").with("x", -gap).with("y", y), Anchor.END)
                .text(text);
    }

    private static Element anchored(Element label, Anchor anchor) {
        return anchor == Anchor.START
                ? label
                : label.with("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
    }

    static Element line(double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .across("x1", x1)
                .with("y1", y1)
                .across("x2", x2)
                .with("y2", y2);
    }

    static Element rectangle(double x, double y, double width, double height) {
        return Element.of("rect")
                .across("x", x)
                .with("y", y)
                .across("width", width)
                .with("height", height);
    }
}
