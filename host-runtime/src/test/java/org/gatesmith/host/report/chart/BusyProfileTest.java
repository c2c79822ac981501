package org.gatesmith.host.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatesmith.host.report.chart.GanttChart.Bar;

final class BusyProfileTest {

    @Property(seed = "1")
    void theMostAtOnceIsThatAtTheStartOfSomeBar(@ForAll("bars") List<Bar> bars) {
        long most = bars.stream()
                .mapToLong(at -> bars.stream()
                        .filter(bar -> bar.start() <= at.start() && bar.end() > at.start())
                        .count())
                .max()
                .orElse(0);
        assertThat(BusyProfile.mostAtOnce(bars)).isEqualTo((int) most);
    }

    @Property(seed = "1")
    void levelsAreBoundedAndNoBarIsLost(@ForAll("bars") List<Bar> bars) {
        BusyProfile profile = BusyProfile.of(
                bars.stream().sorted(Comparator.comparingDouble(Bar::start)).toList(), new Span(0, 150));
        assertThat(profile.levels()).allSatisfy(level -> assertThat(level).isBetween(0, BusyProfile.FULL));
        assertThat(profile.levels().stream().anyMatch(level -> level > 0)).isEqualTo(!bars.isEmpty());
    }

    @Provide
    Arbitrary<List<Bar>> bars() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 50))
                .as((start, length) -> new Bar(start, start + length, "", ""))
                .list()
                .ofMaxSize(300);
    }
}
