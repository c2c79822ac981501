package org.gatesmith.host.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.gatesmith.host.report.chart.ParsedMarkup.number;

import java.util.List;
import org.gatesmith.host.report.chart.RooflineChart.Flat;
import org.gatesmith.host.report.chart.RooflineChart.Label;
import org.gatesmith.host.report.chart.RooflineChart.Mark;
import org.gatesmith.host.report.chart.RooflineChart.Shape;
import org.gatesmith.host.report.chart.RooflineChart.Slope;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class RooflineChartTest {

    private static final Flat COMPUTE = new Flat(label("DSPs"), 1e12);
    private static final Slope MEMORY = new Slope(label("HBM"), "memory", 1e11);
    private static final Slope LINK = new Slope(label("PCIe"), "link", 1e10);

    @Test
    void slopesAndTheFlatRoofMeetWhereBothLimit() {
        ParsedMarkup chart = chart(List.of(COMPUTE), List.of(MEMORY, LINK));
        Element flat = chart.named("line", "flat").getFirst();
        Element memory = chart.named("line", "memory").getFirst();
        Element link = chart.named("line", "link").getFirst();
        assertThat(number(memory, "x2")).isCloseTo(number(flat, "x1"), within(0.01));
        assertThat(number(memory, "y2")).isCloseTo(number(flat, "y1"), within(0.01));
        assertThat(number(link, "y2")).isCloseTo(number(flat, "y1"), within(0.01));
        // Ridges at 10 and 100 op/B: a decade apart.
        assertThat(number(link, "x2") - number(memory, "x2")).isCloseTo(decadeAcross(chart), within(0.01));
    }

    @Test
    void aPointOnItsRoofIsDrawnOnIt() {
        ParsedMarkup chart =
                chart(List.of(COMPUTE), List.of(MEMORY), new Mark(label("A"), "A", Shape.DISC, 10, 1e12, 1e12));
        Element disc = chart.named("circle").getFirst();
        Element flat = chart.named("line", "flat").getFirst();
        assertThat(number(disc, "cy")).isCloseTo(number(flat, "y1"), within(0.01));
        assertThat(number(disc, "cx")).isCloseTo(number(flat, "x1"), within(0.01));
    }

    @Test
    void aLineLeadsFromAPointToWhatIsAttainable() {
        ParsedMarkup chart =
                chart(List.of(COMPUTE), List.of(MEMORY), new Mark(label("A"), "A", Shape.DISC, 100, 1e10, 1e12));
        Element drop = chart.named("line", "point").getFirst();
        assertThat(number(drop, "x1")).isEqualTo(number(drop, "x2"));
        assertThat(number(drop, "y2"))
                .isCloseTo(number(chart.named("line", "flat").getFirst(), "y1"), within(0.01));
    }

    @Test
    void everythingIsInsideOfThePlot() {
        ParsedMarkup chart = chart(
                List.of(COMPUTE, new Flat(label("one DSP"), 1e8)),
                List.of(MEMORY, LINK),
                new Mark(label("A"), "A", Shape.DISC, 1e-3, 1e3, 1e8),
                new Mark(label("B"), "B", Shape.DIAMOND, 1e6, 1e12, 1e12));
        assertThat(chart.named("line")).allSatisfy(line -> {
            assertThat(number(line, "x1")).isBetween(0.0, 100.0);
            assertThat(number(line, "x2")).isBetween(0.0, 100.0);
            assertThat(number(line, "y1")).isBetween(0.0, 300.0);
            assertThat(number(line, "y2")).isBetween(0.0, 300.0);
        });
    }

    @Test
    void measuredAndPredictedPointsDifferInShape() {
        ParsedMarkup chart = chart(
                List.of(COMPUTE),
                List.of(MEMORY),
                new Mark(label("A"), "A", Shape.DISC, 1, 1e10, 1e11),
                new Mark(label("B"), "B", Shape.DIAMOND, 1, 2e10, 1e11));
        assertThat(chart.named("circle")).hasSize(1);
        assertThat(chart.named("rect", "diamond")).hasSize(1);
    }

    @Test
    void labelsOfPointsAtOnePlaceAreApart() {
        ParsedMarkup chart = chart(
                List.of(COMPUTE),
                List.of(MEMORY),
                new Mark(label("A measured"), "A", Shape.DISC, 20, 1e11, 1e12),
                new Mark(label("B predicted"), "B", Shape.DIAMOND, 20, 1e11, 1e12));
        List<Element> labels = chart.named("text", "point");
        assertThat(Math.abs(number(labels.get(0), "y") - number(labels.get(1), "y")))
                .isGreaterThanOrEqualTo(13);
    }

    @Test
    void axesSpeakOfTheOperation() {
        String chart = ParsedMarkup.of(
                        new RooflineChart("Roofline", "", "MAC", List.of(COMPUTE), List.of(MEMORY), List.of()).svg())
                .document()
                .getDocumentElement()
                .getTextContent();
        assertThat(chart).contains("1\u00a0TMAC/s").contains("intensity, MAC per byte");
    }

    @Test
    void needsARoofOfEachKind() {
        assertThatIllegalArgumentException().isThrownBy(() -> chart(List.of(), List.of(MEMORY)));
        assertThatIllegalArgumentException().isThrownBy(() -> chart(List.of(COMPUTE), List.of()));
    }

    private static Label label(String text) {
        return new Label(text, "");
    }

    /** The distance of powers of ten across, from the grid. */
    private static double decadeAcross(ParsedMarkup chart) {
        List<Element> grid = chart.named("line", "axis").stream()
                .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2")))
                .toList();
        return number(grid.get(1), "x1") - number(grid.get(0), "x1");
    }

    private static ParsedMarkup chart(List<Flat> flats, List<Slope> slopes, Mark... marks) {
        return ParsedMarkup.of(new RooflineChart("Roofline", "", "op", flats, slopes, List.of(marks)).svg());
    }
}
