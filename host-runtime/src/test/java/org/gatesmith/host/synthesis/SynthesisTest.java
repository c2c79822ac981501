package org.gatesmith.host.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.hls.design.Resources;
import org.junit.jupiter.api.Test;

class SynthesisTest {

    private static Cells cells(Map<String, Long> counts) {
        return new Cells(new TreeMap<>(counts));
    }

    @Test
    void aPartCountsForEachOfItsInstancesAtEveryDepth() {
        Synthesis synthesis = Synthesis.of(
                "top",
                Map.of(
                        "top", cells(Map.of("LUT6", 5L, "lane", 3L, "$paramod$1f\\adder", 1L)),
                        "lane", cells(Map.of("FDRE", 10L, "$paramod$1f\\adder", 2L)),
                        "$paramod$1f\\adder", cells(Map.of("LUT2", 100L, "DSP48E2", 1L))),
                "Yosys 0.23");

        assertThat(synthesis.total()).isEqualTo(new Resources(5 + 7 * 100, 30, 7, 0, 0));
        assertThat(synthesis.modules())
                .containsExactly(
                        new Synthesis.Module("adder", 7, new Resources(100, 0, 1, 0, 0)),
                        new Synthesis.Module("top", 1, new Resources(5, 0, 0, 0, 0)),
                        new Synthesis.Module("lane", 3, new Resources(0, 10, 0, 0, 0)));
    }
}
