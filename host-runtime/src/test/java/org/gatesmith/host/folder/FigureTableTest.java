package org.gatesmith.host.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of two runs side by side. */
final class FigureTableTest {

    @Test
    void aSmallRatioKeepsItsDigits() {
        FigureTable table = new FigureTable();
        table.times(Map.of("kernel", Timing.once(0.04)), Map.of("kernel", Timing.once(0.00012)));

        assertThat(table.lines().getLast()).contains("40.00 ms  120.0 µs  0.0030  faster");
    }

    @Test
    void whatOnlyOneRunHasStandsAlone() {
        FigureTable table = new FigureTable();
        table.counts(Map.of("tiles", 1000L), Map.of());

        assertThat(table.lines().getLast()).isEqualTo("tiles  1,000  -      -");
    }

    @Test
    void countsThatAreEqualAreLeftOut() {
        FigureTable table = new FigureTable();
        table.counts(Map.of("tiles", 1000L), Map.of("tiles", 1000L));

        assertThat(table.lines()).isEmpty();
    }
}
