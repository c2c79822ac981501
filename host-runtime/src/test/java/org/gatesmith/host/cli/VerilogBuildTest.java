package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void aClockThatNoOperatorMeetsIsSaid() {
        CommandRun.of("build", "vector_add", "--board", "u280", "--emit", "verilog", "--clock", "5000", "--out", folder)
                .exits(2);

        assertThat(folder).isEmptyDirectory();
    }
}
