package org.gatesmith.host.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.host.report.chart.Frame.Anchor;
import org.gatesmith.host.report.chart.LabelSpots.Spot;
import org.gatesmith.host.report.chart.RooflineChart.Mark;
import org.gatesmith.host.report.chart.RooflineChart.Shape;

/** Draws the points of a roofline, each with a line up to its roof. */
record RooflineMarks(List<Mark> marks, LogScale x, LogScale y) {

    private static final double RADIUS = 5;

    /** Base lines of labels beside a point, from it: level, below, above, further below. */
    private static final List<Integer> DROPS = List.of(4, 18, -10, 32);

    /** Labels of points further right than this, in per cent, stand on the left of them. */
    private static final double LABEL_TURNS_AT = 70;

    /** Tells labels where the points are. */
    void avoidedBy(LabelSpots spots) {
        for (Mark mark : marks) {
            spots.avoid(atX(mark), atY(mark), RADIUS);
            spots.avoid(atX(mark), atY(mark), atX(mark), y.at(mark.attainable()));
        }
    }

    List<Element> elements(LabelSpots spots) {
        List<Element> elements = new ArrayList<>();
        for (Mark mark : marks) {
            elements.add(Element.of("g", "point")
                    .tooltip(mark.tooltip())
                    .add(Frame.line(atX(mark), atY(mark), atX(mark), y.at(mark.attainable())))
                    .add(shape(mark.shape(), atX(mark), atY(mark)))
                    .add(spots.drawn(mark.label(), spotsBeside(mark))));
        }
        return elements;
    }

    private List<Spot> spotsBeside(Mark mark) {
        double at = atX(mark);
        List<Spot> right = DROPS.stream()
                .map(drop -> new Spot(at, 2 * RADIUS, atY(mark) + drop, Anchor.START))
                .toList();
        List<Spot> left = DROPS.stream()
                .map(drop -> new Spot(at, -2 * RADIUS, atY(mark) + drop, Anchor.END))
                .toList();
        return (at > LABEL_TURNS_AT ? Stream.of(left, right) : Stream.of(right, left))
                .flatMap(List::stream)
                .toList();
    }

    private double atX(Mark mark) {
        return x.at(mark.operationsPerByte());
    }

    private double atY(Mark mark) {
        return y.at(mark.operationsPerSecond());
    }

    private static Element shape(Shape shape, double atX, double atY) {
        return switch (shape) {
            case DISC ->
                Element.of("circle", "disc").across("cx", atX).with("cy", atY).with("r", RADIUS);
            // A square at a place in per cent can be turned only inside of an element of its own.
            case DIAMOND ->
                Element.of("svg")
                        .across("x", atX)
                        .with("y", atY)
                        .with("overflow", "visible")
                        .add(Element.of("rect", "diamond")
                                .with("x", -RADIUS + 0.5)
                                .with("y", -RADIUS + 0.5)
                                .with("width", 2 * RADIUS - 1)
                                .with("height", 2 * RADIUS - 1)
                                .with("transform", "rotate(45)"));
        };
    }
}
