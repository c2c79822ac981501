package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run --on rtl} from the command line. */
class RtlRunTest {

    @TempDir
    private Path folder;

    private static CommandRun run(Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assumeTrue(run.exitCode() != 3, run.err());
        return run;
    }

    @Test
    void theReportHasCyclesLoopsPortsAndTheSchedule() throws Exception {
        Path out = folder.resolve("run");
        CommandRun run = run(
                        "run",
                        "vector_add",
                        "--board",
                        "u280",
                        "--on",
                        "rtl",
                        "--size",
                        "n=2000",
                        "--json",
                        "--out",
                        out)
                .exits(0);

        JsonNode hardware = JsonMapper.shared().readTree(run.out()).get("hardware");
        JsonNode loop = hardware.at("/loops/0");
        assertThat(loop.get("loop").asString()).isEqualTo("add.i");
        assertThat(loop.get("iterations").asLong())
                .isEqualTo(loop.get("predictedIterations").asLong());
        assertThat(loop.get("entries").asLong()).isEqualTo(1);
        assertThat(hardware.get("cycles").asLong())
                .isGreaterThan(loop.get("cycles").asLong());
        assertThat(hardware.at("/ports/0/bytes").asLong()).isGreaterThanOrEqualTo(8000);
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("id=\"hardware\"", "id=\"schedule\"", "id=\"resources\"");
    }

    @ParameterizedTest
    @CsvSource({"'', is a folder; name a file", "missing/run.vcd, cannot be written: there is no such file or folder"})
    void aWaveFileThatCannotBeWrittenIsRefusedBeforeTheRun(String file, String reason) {
        Path wave = folder.resolve(file);
        run("run", "vector_add", "--board", "u280", "--on", "rtl", "--size", "n=20", "--wave", wave)
                .exits(2)
                .complains("--wave " + wave + ": " + reason);
    }

    @Test
    void aWaveFileIsNotMadeWhereNothingIsSimulated() {
        Path wave = folder.resolve("run.vcd");
        run("run", "vector_add", "--board", "u280", "--on", "jvm", "--size", "n=20", "--wave", wave)
                .exits(2);
        assertThat(wave).doesNotExist();
    }

    @Test
    void warningsOfTheSchedulerArePrinted() throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("slow")
                public static void slow(@In @Shape("n") int[] a, @Out @Shape("1") int[] b, int n) {
                    int last = 1;
                    for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                        last = (last * 31 + a[i]) * (last + i);
                    }
                    b[0] = last;
                }
                """);
        run("run", kernel.file(), "--board", "u280", "--on", "rtl", "--size", "n=20")
                .exits(0)
                .complains("warning[GS1004]")
                .complains("every 4 cycles, not every 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rtl | --clock=0        | takes 1 to 2000 MHz",
                "rtl | --clock=NaN      | takes 1 to 2000 MHz",
                "jvm | --clock=100      | are for --on rtl, not for --on jvm",
                "csim | --ideal-memory  | are for --on rtl, not for --on csim"
            })
    void optionsOfTheSimulationAreChecked(String device, String option, String message) {
        CommandRun.of("run", "vector_add", "--board", "u280", "--on", device, option)
                .exits(2)
                .complains(message);
    }

    @Test
    void whatCannotBeHardwareIsADiagnosticAtItsLine() throws Exception {
        UserKernel kernel = UserKernel.mapping(folder, "Math.max(a[i], n)");
        run("run", kernel.file(), "--board", "u280", "--on", "rtl", "--clock", "800")
                .exits(2)
                .complains(kernel.at("Math.max"))
                .complains("error[GS1001]")
                .complains("schedule for at most");
    }

    /** Stages of a transform, whose pairs are independent, while a stage needs what the one before wrote half a stage ago. */
    @ParameterizedTest
    @CsvSource({"@Storage(StorageKind.BRAM)", "@Partition(dim = 1)"})
    void iterationsDeclaredIndependentInAStageWaitForTheStageBefore(String layout) throws Exception {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("stages")
                public static void stages(@In @Shape("32") int[] a, @Out @Shape("32") int[] b) {
                    LAYOUT int[] x = new int[32];
                    for (@Pipeline int i = 0; i < 32; i++) {
                        x[i] = a[i];
                    }
                    for (int s = 0; s < 5; s++) {
                        for (@Pipeline @Parallel int k = 0; k < 16; k++) {
                            int lo = (k >> s << s + 1) + (k & (1 << s) - 1);
                            int hi = lo + (1 << s);
                            int p = x[lo];
                            int q = x[hi];
                            int r = q * q * p * 31 * q * p;
                            x[lo] = p + r;
                            x[hi] = p - r;
                        }
                    }
                    for (@Pipeline int i = 0; i < 32; i++) {
                        b[i] = x[i];
                    }
                }
                """.replace("LAYOUT", layout));
        JsonNode loops = JsonMapper.shared()
                .readTree(run("run", kernel.file(), "--board", "u280", "--on", "rtl", "--ideal-memory", "--json")
                        .exits(0)
                        .out())
                .at("/hardware/loops");

        assertThat(loops).anySatisfy(loop -> {
            assertThat(loop.get("loop").asString()).isEqualTo("stages.k");
            assertThat(loop.get("entries").asLong()).isEqualTo(5);
            assertThat(loop.get("interval").asLong()).isEqualTo(layout.contains("BRAM") ? 2 : 1);
        });
    }
}
