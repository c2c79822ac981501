package org.gatesmith.host.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.report.chart.ParsedMarkup.number;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class HeatMapTest {

    @Test
    void aCellLiesWhereItsElementsAre() {
        Element cell = cells(map(List.of(List.of(0L, 0L, 0L, 0L), List.of(0L, 7L, 0L, 0L))))
                .getFirst();
        assertThat(number(cell, "x")).isEqualTo(25);
        assertThat(number(cell, "width")).isEqualTo(25);
        assertThat(number(cell, "y")).isEqualTo(number(cell, "height"));
        assertThat(cell.getTextContent()).isEqualTo("rows 50\u2009–\u200999, columns 10\u2009–\u200919: 7 wrong");
    }

    @Test
    void neighboursWithTheSameCountAreOneRectangle() {
        assertThat(cells(map(List.of(List.of(3L, 3L, 3L, 1L))))).hasSize(2);
    }

    @Test
    void moreIsDarkerAndOnEachStepOfTheScale() {
        HeatMap map = map(List.of(List.of(1L, 10L, 100L, 1000L, 100_000L)));
        assertThat(cells(map))
                .extracting(cell -> cell.getAttribute("class"))
                .containsExactly("h1", "h2", "h3", "h4", "h5")
                .isSorted();
        assertThat(map.legend())
                .extracting(HeatMap.Shade::text)
                .containsExactly("1", "10", "100", "1\u202f000", "100\u202f000");
    }

    @Test
    void aLegendNamesTheRangeOfAShade() {
        assertThat(map(List.of(List.of(100L, 90L, 80L))).legend())
                .singleElement()
                .extracting(HeatMap.Shade::text)
                .isEqualTo("80\u2009–\u2009100");
    }

    @Test
    void manyCellsStaySmall() {
        List<Long> row = LongStream.range(0, 64).boxed().toList();
        List<List<Long>> full = IntStream.range(0, 64).mapToObj(i -> row).toList();
        assertThat(map(full).svg().text()).hasSizeLessThan(400_000);
    }

    @Test
    void aVectorIsOneRow() {
        HeatMap vector = new HeatMap("Errors", "", "wrong", 1, 1000, List.of(Collections.nCopies(10, 2L)));
        assertThat(cells(vector))
                .singleElement()
                .satisfies(cell -> assertThat(cell.getTextContent())
                        .isEqualTo("elements 0\u2009–\u2009999: 2 wrong in each cell"));
    }

    private static HeatMap map(List<List<Long>> counts) {
        return new HeatMap("Errors", "", "wrong", 100, 40, counts);
    }

    private static List<Element> cells(HeatMap map) {
        return ParsedMarkup.of(map.svg()).named("rect").stream()
                .filter(cell -> cell.getAttribute("class").startsWith("h"))
                .toList();
    }
}
