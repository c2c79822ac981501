package org.gatesmith.host.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gatesmith.host.report.chart.ParsedMarkup.number;

import java.util.List;
import java.util.stream.IntStream;
import org.gatesmith.host.report.chart.GanttChart.Bar;
import org.gatesmith.host.report.chart.GanttChart.Lane;
import org.gatesmith.host.report.chart.GanttChart.Track;
import org.gatesmith.host.report.chart.GanttChart.Weight;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class GanttChartTest {

    @Test
    void aBarLiesWhereItsTimesAre() {
        Element bar = bars(new Span(0, 10), bar(2, 7)).getFirst();
        assertThat(number(bar, "x")).isEqualTo(20);
        assertThat(number(bar, "width")).isEqualTo(50);
        assertThat(number(bar, "height")).isEqualTo(Weight.FULL.height());
    }

    @Test
    void isPlainSvg() {
        Span window = new Span(0, 4);
        assertThat(gantt(window, new Bar(1, 3, "tile 0", "0"))
                        .svg()
                        .text()
                        .replace("><", ">\n<")
                        .replace('\u00a0', ' '))
                .isEqualTo("""
                        <svg class="chart" xmlns="http://www.w3.org/2000/svg" role="img" width="100%" height="51" \
                        style="box-sizing:border-box;overflow:visible;padding:2px 6px 24px 29px">
                        <title>Stages</title>
                        <desc>All at once.</desc>
                        <g class="axis">
                        <line x1="0%" y1="0" x2="0%" y2="25"/>
                        <text x="0%" y="41">0 s</text>
                        <line x1="25%" y1="0" x2="25%" y2="25"/>
                        <text x="25%" y="41" text-anchor="middle">1 s</text>
                        <line x1="50%" y1="0" x2="50%" y2="25"/>
                        <text x="50%" y="41" text-anchor="middle">2 s</text>
                        <line x1="75%" y1="0" x2="75%" y2="25"/>
                        <text x="75%" y="41" text-anchor="middle">3 s</text>
                        <line x1="100%" y1="0" x2="100%" y2="25"/>
                        <text x="100%" y="41" text-anchor="end">4 s</text>
                        </g>
                        <text x="-10" y="12" text-anchor="end" class="lane">run</text>
                        <g class="kernel">
                        <rect x="25%" y="0" width="50%" height="16" class="even">
                        <title>run, tile 0: 1.00 s to 3.00 s, 2.00 s</title>
                        </rect>
                        <text x="50%" y="12" text-anchor="middle" class="mark">0</text>
                        </g>
                        </svg>""");
    }

    @Test
    void aNameThatIsTooLongIsCut() {
        Lane lane = new Lane("a_very_long_name_of_an_operation", List.of());
        ParsedMarkup chart =
                ParsedMarkup.of(new GanttChart("Schedule", "", new Span(0, 1), AxisUnit.CYCLES, List.of(lane)).svg());
        assertThat(chart.named("text", "lane").getFirst().getTextContent()).isEqualTo("a_very_long_name_of_a…");
    }

    @Test
    void aBarTellsItsTimes() {
        Element bar = bars(new Span(0, 10), bar(2, 7)).getFirst();
        assertThat(bar.getTextContent().replace('\u00a0', ' ')).isEqualTo("run, tile: 2.00 s to 7.00 s, 5.00 s");
    }

    @Test
    void barsAcrossTheEdgeOfTheWindowAreCutAndOthersLeftOut() {
        List<Element> bars = bars(new Span(10, 20), bar(0, 5), bar(8, 12), bar(19, 30), bar(25, 30));
        assertThat(bars).hasSize(2);
        assertThat(number(bars.get(0), "x")).isZero();
        assertThat(number(bars.get(0), "width")).isEqualTo(20);
        assertThat(number(bars.get(1), "x") + number(bars.get(1), "width")).isEqualTo(100);
    }

    @Test
    void aBarWithoutDurationIsStillSeen() {
        Element first = bars(new Span(0, 10), bar(3, 3)).getFirst();
        assertThat(number(first, "width")).isPositive();
        Element last = bars(new Span(0, 10), bar(10, 10)).getFirst();
        assertThat(number(last, "x") + number(last, "width")).isLessThanOrEqualTo(100);
    }

    @Test
    void aWindowWithoutLengthIsDrawn() {
        assertThat(bars(new Span(0, 0), bar(0, 0))).hasSize(1);
        Bar[] many = IntStream.range(0, 1000).mapToObj(i -> bar(0, 0)).toArray(Bar[]::new);
        assertThat(bars(new Span(0, 0), many)).isNotEmpty();
    }

    @Test
    void aChartWithoutBarsKeepsItsLanes() {
        ParsedMarkup chart = chart(new Span(0, 1));
        assertThat(chart.named("text", "lane"))
                .singleElement()
                .satisfies(lane -> assertThat(lane.getTextContent()).isEqualTo("run"));
    }

    @Test
    void barsThatOverlapLieBelowEachOther() {
        List<Element> bars = bars(new Span(0, 10), bar(0, 6), bar(4, 8), bar(6, 9));
        assertThat(number(bars.get(1), "y")).isGreaterThan(number(bars.get(0), "y"));
        assertThat(number(bars.get(2), "y")).isEqualTo(number(bars.get(0), "y"));
    }

    @Test
    void neighboursDifferInShade() {
        assertThat(bars(new Span(0, 3), bar(0, 1), bar(1, 2), bar(2, 3)))
                .extracting(bar -> bar.getAttribute("class"))
                .containsExactly("even", "odd", "even");
    }

    @Test
    void onlyWideBarsAreMarked() {
        ParsedMarkup chart = chart(new Span(0, 100), new Bar(0, 50, "tile 0", "0"), new Bar(50, 51, "tile 1", "1"));
        assertThat(chart.named("text", "mark"))
                .extracting(Element::getTextContent)
                .containsExactly("0");
    }

    @Test
    void manyBarsBecomeAProfileOfBoundedSize() {
        Bar[] many = IntStream.range(0, 100_000)
                .mapToObj(i -> bar(i, i + (i % 3 == 0 ? 1 : 0.2)))
                .toArray(Bar[]::new);
        Markup chart = gantt(new Span(0, 100_000), many).svg();
        assertThat(ParsedMarkup.of(chart).named("rect")).hasSizeLessThan(210);
        assertThat(chart.text()).hasSizeLessThan(30_000);
    }

    @Test
    void theHeightOfAProfileIsHowBusyTheTrackIs() {
        Bar[] busyThenHalf = IntStream.range(0, 1600)
                .mapToObj(i -> bar(i, i < 800 ? i + 1 : i + 0.5))
                .toArray(Bar[]::new);
        List<Element> levels = bars(new Span(0, 1600), busyThenHalf).stream()
                .filter(level -> !level.getAttribute("class").equals("ground"))
                .toList();
        assertThat(levels).extracting(level -> number(level, "height")).containsExactly(16.0, 8.0);
        assertThat(number(levels.get(1), "x")).isEqualTo(50);
    }

    @Test
    void gapsInAProfileStayEmpty() {
        Bar[] withGap = IntStream.range(0, 1600)
                .filter(i -> i < 480 || i >= 1120)
                .mapToObj(i -> bar(i, i + 1))
                .toArray(Bar[]::new);
        assertThat(bars(new Span(0, 1600), withGap).stream()
                        .filter(level -> !level.getAttribute("class").equals("ground")))
                .hasSize(2);
    }

    @Test
    void hasATitleAndADescriptionForThoseWhoCannotSeeIt() {
        ParsedMarkup chart = chart(new Span(0, 1), bar(0, 1));
        assertThat(chart.named("svg").getFirst().getAttribute("role")).isEqualTo("img");
        assertThat(chart.named("title").getFirst().getTextContent()).isEqualTo("Stages");
        assertThat(chart.named("desc").getFirst().getTextContent()).isEqualTo("All at once.");
    }

    @Test
    void showsOperationsOverCycles() {
        Track track = new Track("kernel", Weight.FULL, List.of(new Bar(0, 4, "mul", "mul"), new Bar(4, 5, "add", "")));
        String chart = new GanttChart(
                        "Schedule", "", new Span(0, 12_000), AxisUnit.CYCLES, List.of(new Lane("dsp", List.of(track))))
                .svg()
                .text();
        assertThat(chart).contains("10\u202f000<").contains("dsp, mul: 0\u00a0cycles to 4\u00a0cycles, 4\u00a0cycles");
    }

    @Test
    void refusesABarThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> bar(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> bar(0, Double.NaN));
    }

    private static Bar bar(double start, double end) {
        return new Bar(start, end, "tile", "");
    }

    private static List<Element> bars(Span window, Bar... bars) {
        return chart(window, bars).named("rect", "kernel");
    }

    private static ParsedMarkup chart(Span window, Bar... bars) {
        return ParsedMarkup.of(gantt(window, bars).svg());
    }

    private static GanttChart gantt(Span window, Bar... bars) {
        Track track = new Track("kernel", Weight.FULL, List.of(bars));
        return new GanttChart(
                "Stages", "All at once.", window, AxisUnit.SECONDS, List.of(new Lane("run", List.of(track))));
    }
}
