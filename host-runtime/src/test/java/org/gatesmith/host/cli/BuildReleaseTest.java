package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which release of the vendor's tools a build is for, and what is said if that is not possible. */
class BuildReleaseTest {

    @TempDir
    private Path folder;

    private CommandRun build(String board, String... more) {
        Object[] arguments = new Object[6 + more.length];
        System.arraycopy(new Object[] {"build", "vector_add", "--board", board, "--out", folder}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandRun.of(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opencl", "tornado"})
    void aReleaseThatTakesNoOpenClIsRefusedWithTheWayOut(String emission) {
        build("u280", "--emit", emission, "--vitis", "2023.2")
                .exits(2)
                .complains("Vitis 2023.2 is not known to take OpenCL C kernels", "use --emit hls", "Vitis 2023.1");

        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"opencl", "tornado"})
    void aReleaseWithoutPlatformForTheBoardIsRefused(String emission) {
        build("vcu1525", "--emit", emission, "--vitis", "2023.1")
                .exits(2)
                .complains("Vitis 2023.1 has no platform for the AMD Virtex UltraScale+ VCU1525", "SDAccel 2018.3");
    }

    @Test
    void openClForTheVcu1525IsBuiltWithSdaccel() throws Exception {
        build("vcu1525", "--emit", "opencl").exits(0).prints("build.sh is for SDAccel 2018.3");

        assertThat(folder.resolve("build.sh"))
                .content()
                .contains("xocc -c", "--sp 'vector_add_1.m_axi_gmem:DDR[0]'", "xilinx_vcu1525_xdma_201830_1");
    }

    @Test
    void anOlderReleaseGetsItsOwnPlatform() throws Exception {
        build("zcu102", "--emit", "opencl", "--vitis", "2022.2").exits(0).prints("build.sh is for Vitis 2022.2");

        assertThat(folder.resolve("build.sh")).content().contains("xilinx_zcu102_base_202220_1");
    }

    @Test
    void hlsProjectsAreForTheReleasesThatAreKnown() {
        build("u280", "--vitis", "2024.1")
                .exits(2)
                .complains("--vitis 2024.1: HLS projects are written for Vitis 2023.2 alone");
    }

    @Test
    void aReleaseIsAYearAndANumber() {
        build("u280", "--vitis", "newest").exits(2).complains("\"newest\" is not a tool release such as 2023.2");
    }

    @Test
    void theIntermediateFormHasNoRelease() {
        build("u280", "--emit", "ir", "--vitis", "2023.1").exits(2).complains("the same for every release");
    }

    // ---- TornadoVM

    @Test
    void withoutTornadoVmTheTaskIsWrittenAndTheRestIsSaid() throws Exception {
        CommandRun.inChild(
                        Map.of("TORNADOVM_HOME", ""),
                        "build",
                        "vector_add",
                        "--board",
                        "u280",
                        "--emit",
                        "tornado",
                        "--out",
                        folder)
                .exits(0)
                .prints("without the OpenCL C for the board", "TORNADOVM_HOME is not set", "docs/tornadovm.md");

        assertThat(folder.resolve("src/VectorAddTask.java")).exists();
        assertThat(folder.resolve("vector_add.cl")).doesNotExist();
        assertThat(folder.resolve("build.sh")).doesNotExist();
    }

    @Test
    void withoutTornadoVmTheBoardsOpenClIsNotRun() throws Exception {
        CommandRun.inChild(Map.of("TORNADOVM_HOME", ""), "run", "vector_add", "--board", "u280", "--on", "tornado-fpga")
                .exits(3)
                .complains("TORNADOVM_HOME is not set", "install an OpenCL build of TornadoVM 4.0.1");
    }

    @Test
    void anotherReleaseOfTornadoVmIsNotUsedForBoards() throws Exception {
        Path jars = Files.createDirectories(folder.resolve("share/java/tornado"));
        Files.writeString(folder.resolve("tornado-argfile"), "");
        Files.writeString(jars.resolve("tornado-api-5.2.0-jdk25.jar"), "");

        CommandRun.inChild(
                        Map.of("TORNADOVM_HOME", folder.toString()),
                        "run",
                        "vector_add",
                        "--board",
                        "u280",
                        "--on",
                        "tornado-fpga")
                .exits(3)
                .complains("TornadoVM 5.2.0-jdk25", "is not known to write OpenCL C for an FPGA that compiles");
    }
}
