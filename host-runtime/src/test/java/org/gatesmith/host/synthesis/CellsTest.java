package org.gatesmith.host.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.hls.design.Resources;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void primitivesAreCountedAsWhatTheyTake() {
        Cells cells = new Cells(new TreeMap<>(Map.ofEntries(
                Map.entry("CARRY4", 2L),
                Map.entry("DSP48E2", 4L),
                Map.entry("FDRE", 30L),
                Map.entry("FDSE", 1L),
                Map.entry("INV", 2L),
                Map.entry("LUT3", 5L),
                Map.entry("LUT6", 11L),
                Map.entry("MUXF7", 3L),
                Map.entry("RAM32M16", 1L),
                Map.entry("RAMB18E2", 1L),
                Map.entry("RAMB36E2", 2L),
                Map.entry("SRL16E", 7L),
                Map.entry("URAM288", 1L))));

        assertThat(cells.resources()).isEqualTo(new Resources(2 + 5 + 11 + 8 + 7, 31, 4, 5, 1));
    }
}
