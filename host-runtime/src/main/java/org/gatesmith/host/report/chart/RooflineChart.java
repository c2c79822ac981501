package org.gatesmith.host.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Roofs and marks over operations per byte and operations per second, both logarithmic. Needs a roof of each kind.
 *
 * @param operation the name of one operation, such as {@code op}
 * @param flats horizontal roofs
 * @param slopes sloped roofs
 * @param marks points below them
 */
public record RooflineChart(
        String title, String description, String operation, List<Flat> flats, List<Slope> slopes, List<Mark> marks) {

    private static final double HEIGHT = 300;
    private static final Frame.Padding PADDING = new Frame.Padding(18, 10, 40, 84);
    private static final int TICKS = 7;
    private static final int LABEL_GAP = 8;
    private static final int AXIS_LABEL_DROP = 16;
    private static final int AXIS_TITLE_DROP = 34;

    /** Room around what is shown, as a factor. */
    private static final double MARGIN = 1.6;

    public RooflineChart {
        flats = List.copyOf(flats);
        slopes = List.copyOf(slopes);
        marks = List.copyOf(marks);
        if (flats.isEmpty() || slopes.isEmpty()) {
            throw new IllegalArgumentException("a roofline needs a flat and a sloped roof");
        }
    }

    /**
     * A text in the plot.
     *
     * @param brief always shown
     * @param detail shown after it where the page is wide enough
     */
    public record Label(String brief, String detail) {}

    /** A horizontal roof. */
    public record Flat(Label label, double operationsPerSecond) {}

    /** A sloped roof in the colour of a style class. */
    public record Slope(Label label, String styleClass, double bytesPerSecond) {}

    /**
     * A point.
     *
     * @param attainable operations per second of the roof above it, to which a line is drawn
     */
    public record Mark(
            Label label,
            String tooltip,
            Shape shape,
            double operationsPerByte,
            double operationsPerSecond,
            double attainable) {}

    /** How a point is drawn. */
    public enum Shape {
        /** A filled circle. */
        DISC,
        /** A diamond that is an outline only. */
        DIAMOND
    }

    /** The chart as SVG. */
    public Markup svg() {
        LogScale x = across();
        LogScale y = down(x);
        RooflineRoofs roofs = new RooflineRoofs(this, x, y);
        RooflineMarks points = new RooflineMarks(marks, x, y);
        LabelSpots spots = new LabelSpots();
        points.avoidedBy(spots);
        roofs.avoidedBy(spots);
        // Labels of points have fewer places to go to, so they choose first.
        List<Element> drawnPoints = points.elements(spots);
        return new Frame(title, description, HEIGHT, PADDING)
                .open()
                .add(axes(x, y))
                .add(roofs.elements(spots))
                .add(drawnPoints)
                .markup();
    }

    private LogScale across() {
        double highest = highestFlat();
        DoubleStream ridges = slopes.stream().mapToDouble(slope -> highest / slope.bytesPerSecond());
        double[] shown = DoubleStream.concat(ridges, marks.stream().mapToDouble(Mark::operationsPerByte))
                .sorted()
                .toArray();
        return LogScale.around(shown[0] / MARGIN, shown[shown.length - 1] * MARGIN, 0, 100);
    }

    private LogScale down(LogScale x) {
        Stream<Double> ofMarks =
                marks.stream().flatMap(mark -> Stream.of(mark.operationsPerSecond(), mark.attainable()));
        Stream<Double> ofFlats = flats.stream().map(Flat::operationsPerSecond);
        // The lowest slope should not leave through the bottom before it can be seen.
        Stream<Double> ofSlopes = slopes.stream().map(slope -> slope.bytesPerSecond() * Math.sqrt(x.low() * x.high()));
        double lowest = Stream.of(ofMarks, ofFlats, ofSlopes)
                .flatMap(values -> values)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return LogScale.around(lowest / MARGIN, highestFlat() * MARGIN, HEIGHT, 0);
    }

    double highestFlat() {
        return flats.stream().mapToDouble(Flat::operationsPerSecond).max().orElseThrow();
    }

    private Element axes(LogScale x, LogScale y) {
        Element axes = Element.of("g", "axis");
        for (Tick tick : x.ticks(TICKS, value -> Quantities.siShort(value, ""))) {
            double at = x.at(tick.value());
            axes.add(Frame.line(at, 0, at, HEIGHT));
            axes.add(Frame.label(at, HEIGHT + AXIS_LABEL_DROP, Frame.Anchor.inside(at), tick.label()));
        }
        for (Tick tick : y.ticks(TICKS, value -> Quantities.siShort(value, operation + "/s"))) {
            double at = y.at(tick.value());
            axes.add(Frame.line(0, at, 100, at));
            axes.add(Frame.labelBeside(LABEL_GAP, at + 4, tick.label()));
        }
        return axes.add(
                Frame.label(100, HEIGHT + AXIS_TITLE_DROP, Frame.Anchor.END, "intensity, " + operation + " per byte"));
    }
}
