package org.gatesmith.hls.emit.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any legal schedule of any program must do what the program says. {@link RandomVerilog#main} runs thousands. */
final class RandomSchedulesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void hardwareLeavesWhatTheProgramLeaves(long seed) {
        assumeTrue(Simulation.isAvailable(), "iverilog is not installed");

        assertThat(RandomVerilog.difference(seed, 5, folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void textIsFreeOfWarnings(long seed) {
        assumeTrue(Simulation.canLint(), "verilator is not installed");
        Program program = RandomVerilog.lowered(seed, 10);

        VerilogModules modules = RandomVerilog.modules(program, seed);

        assertThat(Simulation.lint(folder, modules)).isEmpty();
    }

    @Test
    void textIsTheSameEveryTime() {
        Program program = RandomVerilog.lowered(31, 12);

        assertThat(RandomVerilog.modules(program, 31).sources())
                .isEqualTo(RandomVerilog.modules(program, 31).sources());
    }
}
