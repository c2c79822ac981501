package org.gatesmith.host.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FIFOs, memories, tables, multipliers and dividers of the Verilog library against models, with random inputs. */
class SimpleModulesTest {

    private static final String BENCH = "simple_modules";
    private static final String CYCLES = "20000";

    @Test
    void everyModuleDoesAsItsModel() throws Exception {
        assertThat(Bench.of(BENCH).run(CYCLES).output()).isEqualTo("PASSED\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            around <= put && tail == head_next | around <= 1'b0
            fits ? less[WIDTH_D-1:0]           | 1'b1 ? less[WIDTH_D-1:0]
            """)
    void aFaultInAModuleIsFound(String original, String fault) throws Exception {
        Bench.Outcome outcome =
                Bench.of(BENCH, text -> text.replace(original, fault)).run(CYCLES);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("is wrong in cycle");
    }
}
