package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says about schedule files. */
class ScheduleErrorsTest {

    @TempDir
    private Path folder;

    private Path schedule(String json) throws IOException {
        return Files.writeString(folder.resolve("k.schedule.json"), json);
    }

    private CommandRun check(String kernel, String json) throws IOException {
        return CommandRun.of("check", kernel, "--schedule", schedule(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loops    | multiply.k | {\"pipeline\": 1}      | loop \"multiply.k\"; did you mean \"multiply",
                "arrays   | aTile      | {\"storage\": \"uram\"} | array \"aTile\"",
                "fifos    | pixels     | {\"depth\": 4}         | fifo \"pixels\"",
                "ports    | d          | {\"bundle\": \"g\"}    | port \"d\"",
                "tunables | ROW        | 8                       | ROW",
            })
    void anUnknownNameIsShownAtItsLine(String section, String name, String value, String message) throws Exception {
        String json = """
                {
                  "%s": {
                    "%s": %s
                  }
                }
                """.formatted(section, name, value);

        check("gemm_i8", json).exits(2).complains(message, "error[GS");
    }

    @Test
    void aNameIsShownWhereTheFileHasIt() throws Exception {
        check("gemm_i8", """
                        {
                          "loops": {
                            "multiply.kkk": {"pipeline": 1}
                          }
                        }
                        """)
                .exits(2)
                .complains(
                        folder.resolve("k.schedule.json") + ":3:",
                        "error[GS0602]",
                        "\"multiply.kkk\": {\"pipeline\": 1}",
                        "^",
                        "fix: loops here: ");
    }

    @Test
    void anUnknownSectionBringsASuggestion() throws Exception {
        check("gemm_i8", "{\"loop\": {}}").exits(2).complains("error[GS0602]", "\"loop\"", "did you mean \"loops\"?");
    }

    @Test
    void aValueThatIsNotPermittedIsExplained() throws Exception {
        check("gemm_i8", "{\"loops\": {\"multiply.kk\": {\"pipeline\": 0}}}")
                .exits(2)
                .complains("error[GS0603]", "\"pipeline\": takes an initiation interval of at least 1");
    }

    @Test
    void aTunableValueThatIsNotPermittedIsExplained() throws Exception {
        check("gemm_i8", "{\"tunables\": {\"ROWS\": 5}}").exits(2).complains("error[GS0107]", "ROWS", "4, 8, 16, 32");
    }

    @Test
    void aTunableOfTheCommandLineComesBeforeThatOfTheSchedule() throws Exception {
        CommandRun run = CommandRun.of(
                "check",
                "gemm_i8",
                "--set",
                "ROWS=8",
                "--schedule",
                schedule("{\"tunables\": {\"ROWS\": 4, \"COLS\": 4}}"));

        run.exits(0).prints("ROWS=8", "COLS=4");
    }

    @Test
    void invalidJsonIsShownAtItsPlace() throws Exception {
        check("gemm_i8", "{\n  \"loops\": {\n    \"multiply.kk\": {\"pipeline\": 1,}\n  }\n}\n")
                .exits(2)
                .complains(folder.resolve("k.schedule.json") + ":3:", "error[GS0601]", "not valid JSON");
    }

    @Test
    void anEmptyFileIsInvalidJson() throws Exception {
        check("gemm_i8", "").exits(2).complains("error[GS06", "k.schedule.json");
    }

    @Test
    void aMissingFileIsNamed() {
        Path absent = folder.resolve("absent.json");

        CommandRun.of("check", "gemm_i8", "--schedule", absent)
                .exits(2)
                .complains(absent.toString(), "cannot be read: there is no such file");
    }

    @Test
    void aScheduleNeverChangesTheResult() throws Exception {
        Path schedule = schedule("""
                {
                  "loops": {"multiply.kk": {"pipeline": 4}, "loadA.w": {"pipeline": false}},
                  "arrays": {"aTiles": {"partition": [{"dim": 3, "kind": "cyclic", "factor": 4}]}},
                  "ports": {"a": {"bundle": "shared"}, "b": {"bundle": "shared"}}
                }
                """);

        CommandRun run = CommandRun.of(
                "run",
                "gemm_i8",
                "--board",
                "zcu102",
                "--on",
                "csim",
                "--schedule",
                schedule,
                "--size",
                "m=9",
                "n=7",
                "k=70");

        assertThat(run.exits(0).out()).endsWith("equal" + System.lineSeparator());
    }
}
