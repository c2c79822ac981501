package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code build.sh} is run with tools that only write down how they were called. */
class BuildDriverTest {
    private static final CommandGrammar COMMANDS = CommandGrammar.of("commands-2023.2.txt");

    @TempDir
    Path folder;

    private FakeTools tools;
    private Map<String, String> environment;

    @BeforeEach
    void install_fake_tools() throws IOException {
        tools = FakeTools.in(folder, "2023.2", List.of("v++", "vitis-run"));
        environment = tools.environment();
        environment.put("FAKE_XO", "vector_add.xo");
    }

    static List<String> boards() {
        return Boards.names();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void is_a_valid_shell_script(String board) throws IOException {
        write(board);

        Programs.Run run = Programs.run(project(), Map.of(), List.of("sh", "-n", "build.sh"));

        assertThat(run).isEqualTo(new Programs.Run(0, "", ""));
    }

    @Test
    void builds_a_device_binary_for_a_card() throws IOException {
        write("u280");

        assertThat(build("package").status()).isZero();

        assertThat(calls())
                .containsExactly(
                        "v++ -c --mode hls --config hls_config.cfg --work_dir hls",
                        "vitis-run --mode hls --package --config hls_config.cfg --work_dir hls",
                        "v++ -l -t hw --platform xilinx_u280_gen3x16_xdma_1_202211_1 --config link.cfg"
                                + " --temp_dir link.hw -o vector_add.hw.link.xclbin vector_add.xo",
                        "v++ -p vector_add.hw.link.xclbin -t hw --platform xilinx_u280_gen3x16_xdma_1_202211_1"
                                + " --package.out_dir package.hw -o vector_add.hw.xclbin");
        assertThat(errorsInCalls()).isEmpty();
    }

    @Test
    void packages_an_sd_card_for_an_embedded_board() throws IOException {
        write("zcu102");
        environment.put(
                "ZYNQMP_COMMON", Files.createDirectory(folder.resolve("common")).toString());
        environment.put("HOST_PROGRAM", "host");

        assertThat(build("package").status()).isZero();

        assertThat(calls())
                .last()
                .asString()
                .endsWith("--package.out_dir package.hw --package.rootfs " + folder
                        + "/common/rootfs.ext4 --package.sd_file " + folder
                        + "/common/Image --package.sd_file host -o vector_add.hw.xclbin");
        assertThat(errorsInCalls()).isEmpty();
    }

    @Test
    void asks_for_the_common_image_before_it_starts_an_embedded_build() throws IOException {
        write("zcu102");

        Programs.Run run = build("package");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.errors()).contains("set ZYNQMP_COMMON to the folder of AMD's common image");
        assertThat(calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csim", "hls", "cosim", "xo", "link"})
    void calls_tools_only_with_options_they_know(String step) throws IOException {
        write("u280");

        assertThat(build(step).status()).isZero();

        assertThat(calls()).isNotEmpty();
        assertThat(errorsInCalls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--config",
                "--work_dir",
                "--platform",
                "--temp_dir",
                "--package.out_dir",
                "--mode hls",
                "-l'",
                "-p'",
                "--package ",
                " -o "
            })
    void would_be_caught_with_an_option_misspelt(String option) throws IOException {
        write("u280");
        Path script = project().resolve("build.sh");
        String misspelt = option.startsWith(" ") ? " -0 " : option.replaceFirst("-", "-x");
        String text = Files.readString(script);
        assertThat(text).contains(option);
        Files.writeString(script, text.replace(option, misspelt));

        build("package");

        assertThat(errorsInCalls()).isNotEmpty();
    }

    @Test
    void does_not_make_again_what_is_there() throws IOException {
        write("u280");
        build("package");
        tools.forget();

        assertThat(build("package").status()).isZero();

        assertThat(calls()).isEmpty();
    }

    @Test
    void links_again_when_only_the_connections_changed() throws IOException {
        write("u280");
        build("package");
        tools.forget();
        makeNewer("link.cfg");

        build("package");

        assertThat(calls()).hasSize(2).allMatch(call -> call.startsWith("v++ -l") || call.startsWith("v++ -p"));
    }

    @Test
    void builds_everything_again_when_the_source_changed() throws IOException {
        write("u280");
        build("package");
        tools.forget();
        makeNewer("vector_add.cpp");

        build("package");

        assertThat(calls()).hasSize(4);
    }

    @Test
    void builds_nothing_again_when_only_the_test_bench_changed() throws IOException {
        write("u280");
        build("package");
        tools.forget();
        makeNewer("vector_add_tb.cpp");

        build("package");

        assertThat(calls()).isEmpty();
    }

    @Test
    void finds_the_kernel_object_in_the_work_folder_too() throws IOException {
        write("u280");
        environment.put("FAKE_XO", "hls/vector_add.xo");

        assertThat(build("link").status()).isZero();

        assertThat(project().resolve("vector_add.xo")).exists();
    }

    @Test
    void stops_if_packaging_leaves_nothing() throws IOException {
        write("u280");
        environment.put("FAKE_XO", "elsewhere.xo");

        Programs.Run run = build("link");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).isEqualTo("build.sh: packaging has left no vector_add.xo\n");
    }

    @Test
    void builds_for_emulation_and_another_platform_if_told_so() throws IOException {
        write("u280");
        environment.put("TARGET", "hw_emu");
        environment.put("PLATFORM", "/platforms/my.xpfm");

        build("link");

        assertThat(calls()).last().asString().contains("-t hw_emu --platform /platforms/my.xpfm", "hw_emu.link.xclbin");
    }

    @Test
    void says_what_to_install_if_there_is_no_tool() throws IOException {
        write("u280");
        environment.put("PATH", "/usr/bin:/bin");

        Programs.Run run = build("hls");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.errors())
                .isEqualTo("build.sh: v++ is not on the PATH. Install Vitis 2023.2 and source its settings64.sh.\n");
    }

    @Test
    void says_which_release_is_right_if_there_is_another() throws IOException {
        write("u280");
        environment.put("FAKE_RELEASE", "2024.1");

        Programs.Run run = build("hls");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.errors())
                .isEqualTo("build.sh: found Vitis 2024.1, but these files are for 2023.2."
                        + " The AMD Alveo U280 is supported by 2019.2 to 2023.2.\n");
    }

    @Test
    void synthesises_for_a_board_without_platform_but_does_not_link() throws IOException {
        write("vcu1525");

        assertThat(build("xo").status()).isZero();
        Programs.Run run = build("link");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.errors()).contains("has no platform", "2018.3", "xilinx_vcu1525_xdma_201830_1");
        assertThat(calls()).hasSize(2);
    }

    @Test
    void says_that_linking_is_hopeless_before_it_asks_for_tools() throws IOException {
        write("vcu1525");
        environment.put("PATH", "/usr/bin:/bin");

        assertThat(build("link").errors()).contains("has no platform");
    }

    @Test
    void refuses_a_target_that_does_not_exist() throws IOException {
        write("u280");
        environment.put("TARGET", "hardware");

        Programs.Run run = build("link");

        assertThat(run)
                .isEqualTo(new Programs.Run(
                        2, "", "build.sh: TARGET is hardware, but must be one of: hw hw_emu sw_emu\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lnk"})
    void shows_its_usage(String step) throws IOException {
        write("u280");

        Programs.Run run = step.isEmpty() ? build() : build(step);

        assertThat(run)
                .isEqualTo(new Programs.Run(2, "", "usage: ./build.sh csim | hls | cosim | xo | link | package\n"));
    }

    @Test
    void takes_any_text_that_a_users_board_file_may_hold() throws IOException {
        Board u280 = Designs.board("u280");
        Board odd = new Board(
                "odd",
                "it's \"$(touch pwned)\" `touch pwned` {\\",
                u280.kind(),
                u280.part(),
                u280.licence(),
                u280.toolReleases(),
                Designs.board("vcu1525").platforms(),
                u280.host(),
                u280.transfers(),
                u280.resources(),
                u280.memories(),
                u280.kernelMemory(),
                u280.clocks());
        Designs.emitted(Designs.vectorAdd(odd), odd).writeTo(project());

        Programs.Run run = build("link");

        assertThat(run.errors()).contains("the it's \"$(touch pwned)\" `touch pwned` {\\, so it cannot link");
        assertThat(project().resolve("pwned")).doesNotExist();
    }

    private Path project() {
        return folder.resolve("project");
    }

    /** Writes the scripts and empty sources, all dated some time ago. */
    private void write(String boardName) throws IOException {
        Board board = Designs.board(boardName);
        Designs.emitted(Designs.vectorAdd(board), board).writeTo(project());
        for (String source : List.of("vector_add.cpp", "vector_add.h", "vector_add_tb.cpp", "a.npy")) {
            Files.createFile(project().resolve(source));
        }
        try (Stream<Path> files = Files.list(project())) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
            }
        }
    }

    /** Dates a file later than anything that a test could make. */
    private void makeNewer(String file) throws IOException {
        Files.setLastModifiedTime(project().resolve(file), FileTime.fromMillis(4_000_000_000_000L));
    }

    private Programs.Run build(String... steps) throws IOException {
        List<String> command = Stream.concat(Stream.of("sh", "project/build.sh"), Stream.of(steps))
                .toList();
        return Programs.run(folder, environment, command);
    }

    private List<String> calls() throws IOException {
        return tools.calls();
    }

    private List<String> errorsInCalls() throws IOException {
        return tools.errors(COMMANDS);
    }
}
