package org.gatesmith.host.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

final class AxisUnitTest {

    @Test
    void ticksAreRoundNumbersWithOnePrefix() {
        assertThat(labels(AxisUnit.SECONDS, 0, 0.0213)).containsExactly("0 ms", "5 ms", "10 ms", "15 ms", "20 ms");
        assertThat(labels(AxisUnit.SECONDS, 0, 1.2))
                .containsExactly("0 s", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1 s", "1.2 s");
    }

    @Test
    void cyclesAreWholeNumbersWithThousandsApart() {
        assertThat(labels(AxisUnit.CYCLES, 0, 5000)).containsExactly("0", "1 000", "2 000", "3 000", "4 000", "5 000");
    }

    @Test
    void ticksOfAnAxisThatBeginsLaterAreMultiplesOfTheStep() {
        assertThat(labels(AxisUnit.SECONDS, 0.93, 1.17)).containsExactly("0.95 s", "1 s", "1.05 s", "1.1 s", "1.15 s");
    }

    @Test
    void anAxisOfOneValueHasAtMostItsOwnTick() {
        assertThat(labels(AxisUnit.SECONDS, 0, 0)).containsExactly("0 s");
        assertThat(labels(AxisUnit.SECONDS, 0.5, 0.5)).isEmpty();
    }

    @Property(seed = "1")
    void ticksAreEvenAndInsideAndFew(
            @ForAll @DoubleRange(max = 1e6) @Scale(9) double low,
            @ForAll @DoubleRange(min = 1e-9, max = 1e9) @Scale(9) double length,
            @ForAll @IntRange(min = 2, max = 12) int most) {
        Span span = new Span(low, low + length);
        List<Double> ticks =
                AxisUnit.SECONDS.ticks(span, most).stream().map(Tick::value).toList();
        assertThat(ticks)
                .hasSizeLessThanOrEqualTo(most + 1)
                .allSatisfy(tick -> assertThat(tick).isBetween(span.low(), span.high()));
        for (int i = 2; i < ticks.size(); i++) {
            assertThat(ticks.get(i) - ticks.get(i - 1))
                    .isCloseTo(ticks.get(1) - ticks.get(0), within(1e-9 * span.high()));
        }
    }

    private static List<String> labels(AxisUnit unit, double low, double high) {
        return unit.ticks(new Span(low, high), 6).stream()
                .map(tick -> tick.label().replace('\u00a0', ' ').replace('\u202f', ' '))
                .toList();
    }
}
