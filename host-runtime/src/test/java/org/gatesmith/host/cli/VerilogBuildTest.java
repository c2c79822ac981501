package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Verilog of a kernel, from the command line. */
class VerilogBuildTest {

    @TempDir
    private Path folder;

    @Test
    void theFolderHoldsTheModulesAndWhatPackagesThem() {
        CommandRun.of("build", "vector_add", "--board", "u280", "--emit", "verilog", "--out", folder)
                .exits(0)
                .prints("src/vector_add.v", "kernel.xml", "package_kernel.tcl makes vector_add.xo");

        assertThat(folder.resolve("src/vector_add.v"))
                .content()
                .contains("module vector_add (", "s_axi_control_awvalid", "gs_axi_reader", "vector_add_body body (");
        assertThat(folder.resolve("src/gs_axi_reader.v")).exists();
        assertThat(folder.resolve("kernel.xml")).content().contains("port=\"m_axi_", "offset=\"0x34\"");
    }

    @Test
    void optionsOfTheVerilogGoWithNothingElse() {
        CommandRun.of("build", "vector_add", "--board", "u280", "--synth", "--out", folder)
                .exits(2)
                .complains("--synth goes with --emit verilog");
        CommandRun.of("build", "vector_add", "--board", "u280", "--clock", "200", "--out", folder)
                .exits(2)
                .complains("--clock goes with --emit verilog");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theVerilogIsTheSameForEveryRelease() {
        CommandRun.of(
                        "build",
                        "vector_add",
                        "--board",
                        "u280",
                        "--emit",
                        "verilog",
                        "--vitis",
                        "2023.2",
                        "--out",
                        folder)
                .exits(2)
                .complains("the Verilog is the same for every release");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "NaN", "5000"})
    void whatIsNoClockIsRefused(String clock) {
        CommandRun.of("build", "vector_add", "--board", "u280", "--emit", "verilog", "--clock", clock, "--out", folder)
                .exits(2)
                .complains("takes 1 to 2000 MHz");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aClockThatNoOperatorMeetsIsSaid() {
        CommandRun.of("build", "vector_add", "--board", "u280", "--emit", "verilog", "--clock", "1900", "--out", folder)
                .exits(2)
                .complains("error[GS1001]", "schedule for at most");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsTooLargeForTheBoardIsWrittenAndSaid() throws IOException {
        UserKernel kernel = UserKernel.tooLarge(folder);
        Path out = folder.resolve("out");
        CommandRun.of("build", kernel.file(), "--board", "zcu102", "--emit", "verilog", "--out", out)
                .exits(1)
                .complains("error[GS1005]", "make arrays smaller");

        assertThat(out.resolve("src/big.v")).exists();
    }

    @Test
    void everyValueOfEmitIsNamedOnce() {
        CommandRun.of("build", "--help").exits(0).prints("hls, opencl, tornado, verilog, ir (hls).");
        CommandRun.of("build", "vector_add", "--board", "u280", "--emit", "vhdl", "--out", folder)
                .exits(2)
                .complains("'--emit': expected one of hls, opencl, tornado, verilog, ir but was 'vhdl'");
    }

    @Test
    void withoutYosysTheWayToItIsSaid() throws Exception {
        Path out = folder.resolve("out");
        CommandRun.inChild(
                        Map.of("PATH", folder.toString()),
                        "build",
                        "vector_add",
                        "--board",
                        "u280",
                        "--emit",
                        "verilog",
                        "--synth",
                        "--out",
                        out)
                .exits(3)
                .complains("synthesis needs Yosys", "apt-get install yosys");

        assertThat(out).doesNotExist();
    }

    @Test
    void doctorListsTheProgramsForVerilog() throws Exception {
        CommandRun.inChild(Map.of("PATH", folder.toString()), "doctor")
                .exits(0)
                .prints("Verilator: missing (verilator)", "apt-get install verilator")
                .prints("Yosys: missing (yosys)", "apt-get install yosys")
                .prints("Icarus Verilog: missing (iverilog)");
    }
}
