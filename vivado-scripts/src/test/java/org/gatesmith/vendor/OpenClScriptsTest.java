package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.gatesmith.board.Platforms;
import org.gatesmith.board.Release;
import org.gatesmith.vendor.OpenClDesign.Kernel;
import org.gatesmith.vendor.OpenClDesign.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scripts for OpenCL C kernels, read and run with tools that only write down how they were called. Golden files as in {@link
 * GoldenScriptsTest}.
 */
class OpenClScriptsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/gatesmith/vendor/golden-opencl");
    private static final CommandGrammar VITIS = CommandGrammar.of("commands-2023.1.txt");
    private static final CommandGrammar SDACCEL = CommandGrammar.of("commands-2018.3.txt");

    @TempDir
    Path folder;

    static List<String> boards() {
        return Boards.names();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void are_as_reviewed(String name) throws IOException {
        OpenClScripts.Emitted scripts = emitted(vectorAdd(), Designs.board(name));
        Path golden = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            ScriptFile.writeAll(scripts.files(), golden);
        }

        try (Stream<Path> files = Files.list(golden)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            scripts.files().stream().map(ScriptFile::name).toList());
        }
        for (ScriptFile file : scripts.files()) {
            assertThat(file.text()).as(file.name()).isEqualTo(Files.readString(golden.resolve(file.name())));
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void have_no_stray_blanks(String name) {
        assertThat(emitted(pipeline(), Designs.board(name)).files())
                .extracting(ScriptFile::text)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("\n\n\n")
                        .doesNotContain(" \n")
                        .doesNotContain("\t")
                        .doesNotEndWith("\n\n")
                        .endsWith("\n"));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void are_valid_shell(String name) throws IOException {
        write(pipeline(), Designs.board(name));

        assertThat(Programs.run(folder.resolve("project"), Map.of(), List.of("sh", "-n", "build.sh")))
                .isEqualTo(new Programs.Run(0, "", ""));
    }

    @Test
    void build_a_binary_for_a_card_with_vitis() throws IOException {
        write(vectorAdd(), Designs.board("u280"));
        FakeTools tools = FakeTools.in(folder, "2023.1", List.of("v++"));

        assertThat(build(tools, "package").status()).isZero();

        assertThat(tools.calls())
                .containsExactly(
                        "v++ -c -t hw --platform xilinx_u280_gen3x16_xdma_1_202211_1 --hls.clock 300000000:vector_add"
                                + " -k vector_add --temp_dir compile.hw -o vector_add.hw.xo vector_add.cl",
                        "v++ -l -t hw --platform xilinx_u280_gen3x16_xdma_1_202211_1 --config link.cfg --temp_dir link.hw"
                                + " -o vector_add.hw.link.xclbin vector_add.hw.xo",
                        "v++ -p vector_add.hw.link.xclbin -t hw --platform xilinx_u280_gen3x16_xdma_1_202211_1"
                                + " --package.out_dir package.hw -o vector_add.hw.xclbin");
        assertThat(tools.errors(VITIS)).isEmpty();
    }

    @Test
    void package_an_sd_card_for_an_embedded_board() throws IOException {
        write(vectorAdd(), Designs.board("zcu102"));
        FakeTools tools = FakeTools.in(folder, "2023.1", List.of("v++"));
        tools.environment()
                .put(
                        "ZYNQMP_COMMON",
                        Files.createDirectory(folder.resolve("common")).toString());

        assertThat(build(tools, "package").status()).isZero();

        assertThat(tools.calls())
                .last()
                .asString()
                .contains(
                        "--platform xilinx_zcu102_base_202310_1", "--package.rootfs " + folder + "/common/rootfs.ext4");
        assertThat(tools.errors(VITIS)).isEmpty();
    }

    @Test
    void build_a_binary_for_the_vcu1525_with_sdaccel() throws IOException {
        write(vectorAdd(), Designs.board("vcu1525"));
        FakeTools tools = FakeTools.in(folder, "2018.3", List.of("xocc"));

        assertThat(build(tools, "link").status()).isZero();

        assertThat(tools.calls())
                .containsExactly(
                        "xocc -c -t hw --platform xilinx_vcu1525_xdma_201830_1 --kernel_frequency 300 -k vector_add"
                                + " --temp_dir compile.hw -o vector_add.hw.xo vector_add.cl",
                        "xocc -l -t hw --platform xilinx_vcu1525_xdma_201830_1 --kernel_frequency 300"
                                + " --nk vector_add:1 --sp vector_add_1.m_axi_gmem:DDR[0] --slr vector_add_1:SLR0"
                                + " --temp_dir link.hw -o vector_add.hw.xclbin vector_add.hw.xo");
        assertThat(tools.errors(SDACCEL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"u280", "vcu1525"})
    void compile_each_kernel_by_itself_and_link_all(String board) throws IOException {
        write(pipeline(), Designs.board(board));
        boolean isVitis = board.equals("u280");
        FakeTools tools = FakeTools.in(folder, isVitis ? "2023.1" : "2018.3", List.of(isVitis ? "v++" : "xocc"));

        assertThat(build(tools, "link").status()).isZero();

        assertThat(tools.calls()).hasSize(4).last().asString().endsWith("reader.hw.xo scale.hw.xo writer.hw.xo");
        assertThat(tools.errors(isVitis ? VITIS : SDACCEL)).isEmpty();
    }

    @Test
    void connect_only_kernels_that_have_arrays() {
        assertThat(text(emitted(pipeline(), Designs.board("u280")), "link.cfg"))
                .contains("nk=scale:1:scale_1", "sp=reader_1.m_axi_gmem:DDR[0]", "sp=writer_1.m_axi_gmem:DDR[0]")
                .doesNotContain("sp=scale_1");
        assertThat(text(emitted(pipeline(), Designs.board("vcu1525")), "build.sh"))
                .contains("--nk scale:1 --slr scale_1:SLR0 \\", "--sp 'reader_1.m_axi_gmem:DDR[0]'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u280", "zcu102"})
    void configure_the_link_only_with_what_vitis_knows(String board) {
        assertThat(ConfigGrammar.of("link-2023.1.txt")
                        .errors(text(emitted(pipeline(), Designs.board(board)), "link.cfg")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--hls.clock", "--temp_dir", "--config", "--platform", "--package.out_dir", " -k ", " -o "})
    void would_be_caught_with_an_option_of_vitis_misspelt(String option) throws IOException {
        write(vectorAdd(), Designs.board("u280"));
        FakeTools tools = FakeTools.in(folder, "2023.1", List.of("v++"));
        misspell(option);

        build(tools, "package");

        assertThat(tools.errors(VITIS)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kernel_frequency", "--nk", "--sp", "--slr", "--temp_dir", " -k "})
    void would_be_caught_with_an_option_of_sdaccel_misspelt(String option) throws IOException {
        write(vectorAdd(), Designs.board("vcu1525"));
        FakeTools tools = FakeTools.in(folder, "2018.3", List.of("xocc"));
        misspell(option);

        build(tools, "link");

        assertThat(tools.errors(SDACCEL)).isNotEmpty();
    }

    @Test
    void do_not_make_again_what_is_there() throws IOException {
        write(pipeline(), Designs.board("u280"));
        FakeTools tools = FakeTools.in(folder, "2023.1", List.of("v++"));
        build(tools, "package");
        tools.forget();

        assertThat(build(tools, "package").status()).isZero();

        assertThat(tools.calls()).isEmpty();
    }

    @Test
    void say_which_release_is_right_if_there_is_another() throws IOException {
        write(vectorAdd(), Designs.board("vcu1525"));
        FakeTools tools = FakeTools.in(folder, "2019.1", List.of("xocc"));

        Programs.Run run = build(tools, "xo");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.errors())
                .isEqualTo(
                        "build.sh: found SDAccel 2019.1, but these files are for 2018.3. OpenCL C kernels for the AMD"
                                + " Virtex UltraScale+ VCU1525 can be built with SDAccel 2018.3.\n");
    }

    @Test
    void say_what_to_install_if_there_is_no_tool() throws IOException {
        write(vectorAdd(), Designs.board("vcu1525"));
        FakeTools tools = FakeTools.in(folder, "2018.3", List.of());

        assertThat(build(tools, "xo"))
                .isEqualTo(new Programs.Run(
                        3,
                        "",
                        "build.sh: xocc is not on the PATH. Install SDAccel 2018.3 and source its settings64.sh.\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"package", "hls", ""})
    void show_the_steps_that_there_are(String step) throws IOException {
        write(vectorAdd(), Designs.board("vcu1525"));
        FakeTools tools = FakeTools.in(folder, "2018.3", List.of("xocc"));

        assertThat(step.isEmpty() ? build(tools) : build(tools, step))
                .isEqualTo(new Programs.Run(2, "", "usage: ./build.sh xo | link\n"));
    }

    @Test
    void are_for_the_release_that_is_asked_for() {
        Scripts scripts = new Scripts(
                OpenClScripts.emit(vectorAdd(), Designs.board("zcu102"), Optional.of(Release.parse("2022.2"))));

        assertThat(scripts.buildScript()).contains("release=2022.2", "platform='xilinx_zcu102_base_202220_1'");
        assertThat(scripts.notes())
                .containsExactly(
                        "build.sh is for Vitis 2022.2; no release after 2023.1 takes OpenCL C: --emit hls is the way there");
    }

    @Test
    void are_refused_for_a_release_after_the_last_that_takes_opencl() {
        assertThat(OpenClScripts.emit(vectorAdd(), Designs.board("zcu102"), Optional.of(Release.parse("2023.2"))))
                .isEqualTo(new OpenClScripts.Refused("Vitis 2023.2 is not known to take OpenCL C kernels: the vendor's"
                        + " examples of them end with Vitis 2023.1; use --emit hls, or a release that takes OpenCL C for this"
                        + " board: Vitis 2023.1, Vitis 2022.2, Vitis 2020.2"));
    }

    @Test
    void are_refused_for_a_release_without_platform() {
        assertThat(OpenClScripts.emit(vectorAdd(), Designs.board("vcu1525"), Optional.of(Release.parse("2023.1"))))
                .isEqualTo(
                        new OpenClScripts.Refused("Vitis 2023.1 has no platform for the AMD Virtex UltraScale+ VCU1525;"
                                + " use --emit hls, or a release that takes OpenCL C for this board: SDAccel 2018.3"));
    }

    @Test
    void are_refused_for_a_release_whose_commands_are_not_known() {
        assertThat(OpenClScripts.emit(vectorAdd(), Designs.board("u280"), Optional.of(Release.parse("2019.2"))))
                .asString()
                .contains("the commands for OpenCL C kernels in release 2019.2 are not known; use --emit hls");
    }

    @Test
    void say_that_the_vcu1525_was_dropped_after_sdaccel() {
        assertThat(emitted(vectorAdd(), Designs.board("vcu1525")).notes())
                .containsExactly(
                        "build.sh is for SDAccel 2018.3, the newest release that takes OpenCL C kernels and has a platform for"
                                + " the AMD Virtex UltraScale+ VCU1525; no release after 2023.1 takes OpenCL C: --emit hls is the way there",
                        Designs.board("vcu1525").platforms().note());
    }

    @Test
    void are_none_for_a_board_without_a_platform_for_opencl() {
        Board u280 = Designs.board("u280");
        TreeMap<Release, List<String>> platforms = new TreeMap<>();
        platforms.put(Release.parse("2024.2"), List.of("new_platform"));
        Board board = new Board(
                "new",
                "New Board",
                u280.kind(),
                u280.part(),
                u280.licence(),
                u280.toolReleases(),
                new Platforms(platforms, "a test", null),
                u280.host(),
                u280.transfers(),
                u280.resources(),
                u280.memories(),
                u280.kernelMemory(),
                u280.clocks());

        assertThat(emitted(vectorAdd(), board))
                .isEqualTo(new OpenClScripts.Emitted(
                        List.of(),
                        List.of(
                                "no release that takes OpenCL C kernels has a platform for the New Board, so there is no"
                                        + " build.sh; use --emit hls")));
    }

    private record Scripts(OpenClScripts.Result result) {
        String buildScript() {
            return text((OpenClScripts.Emitted) result, "build.sh");
        }

        List<String> notes() {
            return ((OpenClScripts.Emitted) result).notes();
        }
    }

    private static OpenClDesign vectorAdd() {
        return OpenClDesign.single("vector_add", "vector_add.cl", 300);
    }

    private static OpenClDesign pipeline() {
        return new OpenClDesign(
                "pipeline",
                "pipeline.cl",
                List.of(
                        new Kernel("reader", Reach.MEMORY),
                        new Kernel("scale", Reach.PIPES),
                        new Kernel("writer", Reach.MEMORY)),
                250);
    }

    private static OpenClScripts.Emitted emitted(OpenClDesign design, Board board) {
        return (OpenClScripts.Emitted) OpenClScripts.emit(design, board, Optional.empty());
    }

    private static String text(OpenClScripts.Emitted scripts, String name) {
        return scripts.files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private void write(OpenClDesign design, Board board) throws IOException {
        Path project = folder.resolve("project");
        ScriptFile.writeAll(emitted(design, board).files(), project);
        Files.createFile(project.resolve(design.source()));
    }

    private void misspell(String option) throws IOException {
        Path script = folder.resolve("project").resolve("build.sh");
        String text = Files.readString(script);
        assertThat(text).contains(option);
        String misspelt = option.startsWith(" ") ? " -0 " : option.replaceFirst("-", "-x");
        Files.writeString(script, text.replace(option, misspelt));
    }

    private Programs.Run build(FakeTools tools, String... steps) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "project/build.sh"));
        command.addAll(List.of(steps));
        return Programs.run(folder, tools.environment(), command);
    }
}
