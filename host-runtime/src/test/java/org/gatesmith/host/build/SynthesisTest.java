package org.gatesmith.host.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SynthesisTest {

    private static final String LOG = """
            3.25. Printing statistics.

            === kernel ===

               Number of cells:                  9
                 LUT2                            1

            4. Printing statistics.

            === kernel ===

               Number of wires:                 29
               Number of cells:                103
                 CARRY4                          2
                 DSP48E2                         4
                 FDRE                           30
                 FDSE                            1
                 INV                             2
                 LUT3                            5
                 LUT6                           11
                 MUXF7                           3
                 RAM32M16                        1
                 RAMB18E2                        1
                 RAMB36E2                        2
                 SRL16E                          7
                 URAM288                         1
            """;

    @Test
    void cellsAreCountedInTheLastStatistics() {
        assertThat(Synthesis.of(LOG, "Yosys 0.23"))
                .contains(new Synthesis(2 + 5 + 11 + 8 + 7, 31, 4, 5, 1, "Yosys 0.23"));
    }

    @Test
    void operatorsThatAreUsedOftenAreSynthesisedOnce() {
        SynthesisTask task = new SynthesisTask(Path.of("."), List.of("src/k.v"), "k", List.of("k_add", "k_mul"));

        assertThat(task.script())
                .isEqualTo("read_verilog src/k.v; setattr -mod -set keep_hierarchy 1 k_add k_mul; "
                        + "synth_xilinx -family xcup -flatten -noiopad -top k; stat");
    }

    @Test
    void aLogWithoutStatisticsHasNone() {
        assertThat(Synthesis.of("ERROR: syntax error", "Yosys 0.23")).isEmpty();
    }
}
