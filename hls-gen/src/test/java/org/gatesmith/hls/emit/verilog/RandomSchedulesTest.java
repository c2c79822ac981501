package org.gatesmith.hls.emit.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.diag.DiagnosticException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any legal schedule of any program must do what the program says, and in the cycles that its units say. {@link RandomVerilog#main}
 * runs thousands.
 */
final class RandomSchedulesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomSchedulesKeepWhatTheProgramComputes(long seed) throws DiagnosticException {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");

        assertThat(RandomVerilog.difference(RandomVerilog.Way.RANDOM, seed, 5, folder))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void compiledProgramsKeepWhatTheyCompute(long seed) throws DiagnosticException {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");

        assertThat(RandomVerilog.difference(RandomVerilog.Way.COMPILED, seed, 5, folder))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void textIsFreeOfWarnings(long seed) throws DiagnosticException {
        assumeTrue(Simulation.canLint(), "verilator is not installed");

        VerilogModules modules = RandomVerilog.modules(RandomVerilog.Way.RANDOM.design(seed, 10));

        assertThat(Simulation.lint(folder, modules.files(), modules.top().module()))
                .isEmpty();
    }

    @Test
    void textIsTheSameEveryTime() throws DiagnosticException {
        Design design = RandomVerilog.Way.RANDOM.design(31, 12);

        assertThat(RandomVerilog.modules(design).files())
                .isEqualTo(RandomVerilog.modules(design).files());
    }
}
