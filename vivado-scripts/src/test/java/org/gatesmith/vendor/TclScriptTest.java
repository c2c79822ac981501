package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The Tcl is run by {@code tclsh} with the commands of the vendor's tool defined as strict checkers. */
class TclScriptTest {
    private static final Path CHECKER =
            Path.of("src/test/resources/org/gatesmith/vendor/grammar/strict-vitis-hls-2023.2.tcl");

    @TempDir
    Path folder;

    static List<String> boards() {
        return Boards.names();
    }

    @BeforeEach
    void needs_tclsh() throws IOException {
        Programs.assumeInstalled("tclsh");
        for (String file : List.of("vector_add.cpp", "vector_add.h", "vector_add_tb.cpp", "a.npy")) {
            Files.createFile(folder.resolve(file));
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void simulates_and_synthesises_by_default(String board) throws IOException {
        assertThat(run(script(board), Map.of())).isEqualTo(new Programs.Run(0, "csim_design\ncsynth_design\n", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "csim, csim_design",
        "csynth, csynth_design",
        "cosim, csynth_design cosim_design",
        "export, csynth_design export_design",
        "csim csynth cosim export, csim_design csynth_design cosim_design export_design",
        "'', ''"
    })
    void runs_the_steps_asked_for_and_what_they_need(String steps, String commands) throws IOException {
        Programs.Run run = run(script("u280"), Map.of("GATESMITH_STEPS", steps));

        assertThat(run.errors()).isEmpty();
        assertThat(run.output().split("\\s+")).containsExactly(commands.split(" "));
    }

    @Test
    void refuses_a_step_that_does_not_exist() throws IOException {
        Programs.Run run = run(script("u280"), Map.of("GATESMITH_STEPS", "csim synth"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("there is no step \"synth\", only csim, csynth, cosim and export");
    }

    @Test
    void runs_from_any_folder() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(folder.resolve("run_hls.tcl"), script("u280"));

        Programs.Run run = Programs.run(
                elsewhere, Map.of(), List.of("tclsh", CHECKER.toAbsolutePath().toString(), "../run_hls.tcl"));

        assertThat(run).isEqualTo(new Programs.Run(0, "csim_design\ncsynth_design\n", ""));
    }

    @Test
    void is_refused_with_any_option_misspelt() throws IOException {
        String script = script("u280");
        Matcher option = Pattern.compile("(?m)^ *\\w+_?\\w* .*?(-[a-z_]+) ").matcher(script);
        int options = 0;
        while (option.find()) {
            String misspelt =
                    new StringBuilder(script).insert(option.end(1), 'x').toString();

            assertThat(allSteps(misspelt).status()).as(option.group()).isEqualTo(1);
            options++;
        }
        assertThat(options).isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({
        "-flow_target vitis, -flow_target vitus",
        "-format xo, -format ox",
        "vector_add.h, vector_addd.h",
        "set_top, set_topp",
        "27%, 27 percent",
        "-period 3.333, -period fast",
        "xcu280-fsvh2892-2L-e, u280",
        "open_solution -reset, open_project -reset"
    })
    void is_refused_with_a_wrong_value(String right, String wrong) throws IOException {
        String script = script("u280");
        assertThat(script).contains(right);

        assertThat(allSteps(script.replace(right, wrong)).status()).isEqualTo(1);
    }

    private static String script(String boardName) {
        Board board = Designs.board(boardName);
        return Designs.text(Designs.emitted(Designs.vectorAdd(board), board), "run_hls.tcl");
    }

    private Programs.Run allSteps(String script) throws IOException {
        return run(script, Map.of("GATESMITH_STEPS", "csim csynth cosim export"));
    }

    private Programs.Run run(String script, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("run_hls.tcl"), script);
        return Programs.run(
                folder, environment, List.of("tclsh", CHECKER.toAbsolutePath().toString(), "run_hls.tcl"));
    }
}
