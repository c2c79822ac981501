package org.gatesmith.host.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.report.chart.ParsedMarkup.number;

import java.util.List;
import java.util.OptionalDouble;
import org.gatesmith.host.report.chart.InlineBar.Segment;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class InlineBarTest {

    @Test
    void segmentsFollowEachOtherOnOneScale() {
        List<Element> parts = parts(bar(200, OptionalDouble.empty(), new Segment("a", 50), new Segment("b", 100)));
        assertThat(number(parts.get(0), "width")).isEqualTo(25);
        assertThat(number(parts.get(1), "x")).isEqualTo(25);
        assertThat(number(parts.get(1), "width")).isEqualTo(50);
    }

    @Test
    void aLittleIsSeenAndNothingIsNot() {
        List<Element> parts = parts(bar(1e9, OptionalDouble.empty(), new Segment("a", 1), new Segment("b", 0)));
        assertThat(parts)
                .singleElement()
                .satisfies(part -> assertThat(number(part, "width")).isPositive());
    }

    @Test
    void theMarkerStandsAtItsValue() {
        ParsedMarkup bar = ParsedMarkup.of(
                bar(200, OptionalDouble.of(150), new Segment("a", 50)).svg());
        assertThat(number(bar.named("line").getFirst(), "x1")).isEqualTo(75);
    }

    @Test
    void anEmptyScaleIsAnEmptyBar() {
        assertThat(parts(bar(0, OptionalDouble.of(0), new Segment("a", 0)))).isEmpty();
    }

    private static InlineBar bar(double full, OptionalDouble marker, Segment... segments) {
        return new InlineBar("bar", full, List.of(segments), marker);
    }

    private static List<Element> parts(InlineBar bar) {
        return ParsedMarkup.of(bar.svg()).named("rect").stream()
                .filter(part -> !part.getAttribute("class").equals("track"))
                .toList();
    }
}
