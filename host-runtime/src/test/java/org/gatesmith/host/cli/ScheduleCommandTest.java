package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScheduleCommandTest {

    @TempDir
    private Path folder;

    @Test
    void theTableNamesLoopsTheirIntervalsAndTheBudgetOfEachRegion() {
        CommandRun run = CommandRun.of("schedule", "vector_add", "--board", "u280", "--size", "n=16000")
                .exits(0);

        assertThat(run.out()).startsWith("vector_add on the AMD Alveo U280 at 300 MHz");
        assertThat(run.out()).containsPattern("add\\.i +VectorAdd\\.java:\\d+ +1 +1 +\\d+ +1 +1 000 ");
        assertThat(run.out())
                .contains("left to kernels in SLR0", "left to kernels in SLR2", "longest chain in a cycle");
    }

    @Test
    void jsonHasTheCyclesOfEveryLoop() {
        JsonNode schedule = json("vector_add", "n=16000");

        JsonNode loop = schedule.at("/loops/0");
        assertThat(loop.get("interval").asInt()).isEqualTo(1);
        assertThat(loop.get("iterations").asLong()).isEqualTo(1000);
        assertThat(loop.get("cycles").asLong())
                .isEqualTo(1 + 999 + loop.get("depth").asLong());
        assertThat(schedule.get("cycles").asLong())
                .isGreaterThan(loop.get("cycles").asLong());
        assertThat(schedule.get("exact").asBoolean()).isTrue();
    }

    @Test
    void theClockComesFromTheBoardOrTheCommandLine() {
        assertThat(json("vector_add", "n=8").get("megahertz").asDouble()).isEqualTo(300);
        assertThat(json("vector_add", "n=8", "--clock", "150").get("megahertz").asDouble())
                .isEqualTo(150);
    }

    @Test
    void aKernelThatIsLargerThanTheBoardFails() throws IOException {
        UserKernel kernel = UserKernel.tooLarge(folder);
        CommandRun.of("schedule", kernel.file(), "--board", "zcu102")
                .exits(1)
                .complains("kernel big is too large for the")
                .complains("of 1824 block RAMs of 18 Kb");
    }

    @Test
    void aClockThatNoOperatorMeetsIsRefusedAtTheLine() throws IOException {
        UserKernel kernel = UserKernel.mapping(folder, "Math.max(a[i], n)");
        CommandRun.of("schedule", kernel.file(), "--board", "u280", "--clock", "800")
                .exits(2)
                .complains(kernel.at("Math.max"))
                .complains("no operator meets the clock")
                .complains("schedule for at most");
    }

    @Test
    void aDeadlockIsSaidToBeOne() throws IOException {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("halves")
                @Dataflow
                public static void halves(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, @Range(min = 1, max = 1000) int n) {
                    @Depth(2) IntFifo x = new IntFifo();
                    @Depth(2) IntFifo y = new IntFifo();
                    split(a, x, y, n);
                    join(x, y, b, n);
                }
                private static void split(int[] a, IntFifo x, IntFifo y, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        x.write(a[i]);
                    }
                    for (@Pipeline int i = 0; i < n; i++) {
                        y.write(a[i] * 2);
                    }
                }
                private static void join(IntFifo x, IntFifo y, int[] b, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        b[i] = x.read() - y.read();
                    }
                }
                """);
        String stuck = "the call does not end: processes split, join wait for ever: FIFO x is full;";
        assertThat(CommandRun.of("schedule", kernel.file(), "--board", "u280", "--size", "n=100")
                        .out())
                .contains(stuck);
        // Two words have room.
        assertThat(CommandRun.of("schedule", kernel.file(), "--board", "u280", "--size", "n=2")
                        .out())
                .doesNotContain("does not end");
    }

    @Test
    void scalarsAreShownAsTheyWereGiven() throws IOException {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("scale")
                public static void scale(
                        @In @Shape("n") float[] a, @Out @Shape("n") float[] b, int n, float alpha, boolean negate) {
                    for (int i = 0; i < n; i++) {
                        b[i] = negate ? -alpha * a[i] : alpha * a[i];
                    }
                }
                """);
        Object[] call = {"schedule", kernel.file(), "--board", "u280", "--size", "n=8", "alpha=1.5", "negate=true"};

        assertThat(CommandRun.of(call).exits(0).out()).contains("n=8 alpha=1.5 negate=true");
        Object[] asJson = Arrays.copyOf(call, call.length + 1);
        asJson[call.length] = "--json";
        assertThat(JsonMapper.shared()
                        .readTree(CommandRun.of(asJson).exits(0).out())
                        .at("/scalars/alpha")
                        .asDouble())
                .isEqualTo(1.5);
    }

    @Test
    void ofHugeProblemsTheCyclesAreEstimated() {
        JsonNode schedule = json("gemm_i8", "m=16384", "--size", "n=16384", "--size", "k=16384");

        // 256 multipliers at most work in a cycle.
        assertThat(schedule.get("cycles").asLong()).isGreaterThan(16384L * 16384 * 16384 / 256);
    }

    @Test
    void aDeviceOfWhichNoOperatorsAreKnownIsSaid() throws IOException {
        String json = CommandRun.of("boards", "show", "u280", "--json").exits(0).out();
        Path board = Files.writeString(
                folder.resolve("mine.json"),
                json.replace("\"u280\"", "\"mine\"").replace("xcu280-fsvh2892-2L-e", "xc7z020-clg400-1"));

        CommandRun.of("schedule", "vector_add", "--board", board)
                .exits(2)
                .complains("error[GS1006]", "nothing is known about operators on xc7z020-clg400-1")
                .complains("use a board whose device is listed");
    }

    @Test
    void theEstimateHoldsWhatJoinsTheKernelToTheBoard() {
        JsonNode schedule = json("vector_add", "n=8");

        long modules = schedule.at("/modules/0/resources/lut").asLong();
        assertThat(schedule.at("/ports/lut").asLong()).isPositive();
        assertThat(schedule.at("/resources/lut").asLong())
                .isEqualTo(modules + schedule.at("/ports/lut").asLong());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--clock 0      | --clock 0.0: takes 1 to 2000 MHz",
                "--clock -5     | --clock -5.0: takes 1 to 2000 MHz",
                "--clock NaN    | --clock NaN: takes 1 to 2000 MHz",
                "--clock 3000   | --clock 3000.0: takes 1 to 2000 MHz",
                "--size n=-4    | n = -4 is outside its contract",
                "--size n=x     | \"x\" is no whole number",
                "--size n=99999999999 | n=99999999999 is more than one call of vector_add takes",
                "--floats hard  | --floats hard: takes vendor or soft",
                "--size q=1     | has no scalar parameter \"q\""
            })
    void saysWhatIsWrongWithAnOption(String option, String message) {
        String[] words = option.split(" ", -1);
        CommandRun.of("schedule", "vector_add", "--board", "u280", words[0], words[1])
                .exits(2)
                .complains(message);
    }

    private static JsonNode json(String kernel, String size, String... more) {
        Object[] all = new Object[more.length + 7];
        System.arraycopy(new Object[] {"schedule", kernel, "--board", "u280", "--size", size, "--json"}, 0, all, 0, 7);
        System.arraycopy(more, 0, all, 7, more.length);
        return JsonMapper.shared().readTree(CommandRun.of(all).exits(0).out());
    }

    @Test
    void programsGetEveryOperationWithItsCycleAndWhatPerformsIt() throws IOException {
        JsonNode modules = json("gemm_f32", "m=8").get("modules");

        List<JsonNode> operations = new ArrayList<>();
        modules.findValues("operations").forEach(list -> list.forEach(operations::add));
        assertThat(operations).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.get("cycle").asInt()).isNotNegative();
            assertThat(operation.get("stage").asInt())
                    .isBetween(0, operation.get("cycle").asInt());
            assertThat(operation.get("binding").asString()).isNotEmpty();
        });
        assertThat(modules.findValues("latency"))
                .anyMatch(latency -> latency.isString() && latency.asString().contains("trips("));
    }
}
