package org.gatesmith.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplainCommandTest {

    private static final Pattern EDIT = Pattern.compile("\"arrays\": \\{.*}}");

    @TempDir
    private Path folder;

    private CommandRun explain(String members, Object... more) throws IOException {
        UserKernel kernel = UserKernel.of(folder, members);
        Object[] all = new Object[more.length + 4];
        System.arraycopy(new Object[] {"explain", kernel.file(), "--board", "u280"}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return CommandRun.of(all).exits(0);
    }

    private static final String WINDOW = """
            @Kernel("window")
            public static void window(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, @Range(min = 1, max = 1000) int n) {
                int[] buffer = new int[1024];
                for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                    buffer[i] = a[i];
                }
                for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                    b[i] = buffer[i] + buffer[i + 1] + buffer[i + 2] + buffer[i + 3];
                }
            }
            """;

    @Test
    void aLoopWithTooFewPortsIsExplained() throws IOException {
        assertThat(explain(WINDOW).out())
                .containsPattern("loop window\\.i_2 \\(K\\.java:\\d+\\) starts every 2 cycles, asked for 1")
                .contains("ports: 4 accesses of buffer (i32[1024]) share 2 ports, so at least 2")
                .contains("smallest interval possible as it stands: 2");
    }

    @Test
    void programsGetTheSameAsJson() throws IOException {
        JsonNode json = JsonMapper.shared().readTree(explain(WINDOW, "--json").out());

        JsonNode loop = json.at("/loops/0");
        assertThat(loop.get("loop").asString()).isEqualTo("window.i_2");
        assertThat(loop.get("interval").asInt()).isEqualTo(2);
        assertThat(loop.at("/limits/0/kind").asString()).isEqualTo("ports");
        assertThat(loop.at("/limits/0/memory").asString()).isEqualTo("buffer");
        assertThat(loop.at("/limits/0/accesses").size()).isEqualTo(4);
        assertThat(loop.at("/remedies/0/changes/0/array").asString()).contains("buffer");
        assertThat(json.at("/size/n").asLong()).isEqualTo(1000);
        assertThat(json.get("cycles").asLong())
                .isGreaterThan(json.at("/loops/0/remedies/0/cycles").asLong() + 900);
        assertThat(json.at("/loops/0/remedies/0/resources/lut").asLong())
                .isNotEqualTo(json.at("/resources/lut").asLong());
        assertThat(json.at("/ports/0/burst").asBoolean()).isFalse();
        assertThat(json.at("/ports/0/vitisBurst").asBoolean()).isTrue();
        assertThat(json.at("/ports/1/burst").asBoolean()).isTrue();
        assertThat(json.at("/diagnostics/0/id").asString()).isEqualTo("GS1004");
    }

    @Test
    void theEditThatIsProposedReachesTheInterval() throws IOException {
        Matcher edit = EDIT.matcher(explain(WINDOW).out());
        assertThat(edit.find()).isTrue();
        Path schedule = Files.writeString(folder.resolve("schedule.json"), "{" + edit.group() + "}");

        assertThat(explain(WINDOW, "--schedule", schedule).out())
                .contains("Every pipelined loop has the interval that is asked for.");
    }

    @Test
    void whatARemedyGainsAndCostsIsThatOfTheKernelWithIt() throws IOException {
        Matcher edit = EDIT.matcher(explain(WINDOW).out());
        assertThat(edit.find()).isTrue();
        Path schedule = Files.writeString(folder.resolve("schedule.json"), "{" + edit.group() + "}");
        JsonNode promised = JsonMapper.shared()
                .readTree(explain(WINDOW, "--size", "n=700", "--json").out())
                .at("/loops/0/remedies/0");

        JsonNode reached = JsonMapper.shared()
                .readTree(explain(WINDOW, "--size", "n=700", "--json", "--schedule", schedule)
                        .out());

        assertThat(promised.get("cycles")).isEqualTo(reached.get("cycles"));
        assertThat(promised.get("resources")).isEqualTo(reached.get("resources"));
        assertThat(explain(WINDOW, "--size", "n=700").out())
                .containsPattern(
                        "a call with n=700 then takes [\\d ]+ cycles instead of [\\d ]+; LUT [\\d ]+ to [\\d ]+");
    }

    @Test
    void ofASlowerClockTheTimeIsShown() throws IOException {
        assertThat(explain(HASH).out())
                .containsPattern("cycles instead of [\\d ]+, that is [\\d.]+ µs instead of [\\d.]+ µs; ");
    }

    private static final String SEVEN_READS = """
            @Kernel("sevens")
            public static void sevens(@In @Shape("896") int[] a, @Out @Shape("128") int[] b) {
                int[] buffer = new int[896];
                for (@Pipeline(ii = 1) int i = 0; i < 896; i++) {
                    buffer[i] = a[i];
                }
                sums(buffer, b);
            }

            INLINING
            private static void sums(int[] buffer, int[] b) {
                for (@Pipeline(ii = 1) int i = 0; i < 128; i++) {
                    int sum = 0;
                    for (@Unroll int k = 0; k < 7; k++) {
                        sum += buffer[INDEX];
                    }
                    b[i] = sum;
                }
            }
            """;

    @ParameterizedTest
    @CsvSource({"7 * i + k,''", "128 * k + i,''", "7 * i + k,@NoInline"})
    void aPartitionIsFoundForReadsThatAreAsFarApart(String index, String inlining) throws IOException {
        String kernel = SEVEN_READS.replace("INDEX", index).replace("INLINING", inlining);
        String before = explain(kernel).out();
        assertThat(before).contains("7 accesses of buffer (i32[896]) share 2 ports, so at least 4");
        Matcher edit = EDIT.matcher(before);
        assertThat(edit.find()).as(before).isTrue();
        Path schedule = Files.writeString(folder.resolve("schedule.json"), "{" + edit.group() + "}");

        assertThat(explain(kernel, "--schedule", schedule).out())
                .contains("Every pipelined loop has the interval that is asked for.");
    }

    /** Taps of a filter: the samples and the coefficients are both in the way. */
    private static final String TAPS = """
            @Kernel("taps")
            public static void taps(
                    @In @Shape("n") int[] a, @In @Shape("24") int[] c, @Out @Shape("n") int[] b, @Range(min = 1, max = 1000) int n) {
                int[] samples = new int[24];
                int[] weights = new int[24];
                for (@Pipeline int i = 0; i < 24; i++) {
                    weights[i] = c[i];
                }
                for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                    for (@Unroll int t = 23; t > 0; t--) {
                        samples[t] = samples[t - 1];
                    }
                    samples[0] = a[i];
                    int sum = 0;
                    for (@Unroll int t = 0; t < 24; t++) {
                        sum += samples[t] * weights[t];
                    }
                    b[i] = sum;
                }
            }
            """;

    /** Neither array alone makes a difference. */
    private static final String BOTH = """
            @Kernel("both")
            public static void both(@In @Shape("64") int[] a, @Out @Shape("64") int[] b) {
                int[] x = new int[64];
                int[] y = new int[64];
                for (@Pipeline(ii = 1) int i = 0; i < 32; i++) {
                    x[i] = a[2 * i];
                    x[i + 32] = a[2 * i + 1];
                    y[i] = a[2 * i] + 1;
                    y[i + 32] = a[2 * i + 1] + 1;
                }
                for (@Pipeline(ii = 1) int i = 0; i < 64; i++) {
                    b[i] = x[i] * y[i];
                }
            }
            """;

    @ParameterizedTest
    @CsvSource({"taps,samples,weights", "both,x,y"})
    void layoutsOfSeveralArraysAreFoundThatHelpTogether(String name, String first, String second) throws IOException {
        String kernel = name.equals("taps") ? TAPS : BOTH;
        String before = explain(kernel).out();
        Matcher edit = EDIT.matcher(before);
        assertThat(edit.find()).as(before).isTrue();
        assertThat(edit.group()).contains("\"" + name + "." + first + "\"").contains("\"" + name + "." + second + "\"");
        Path schedule = Files.writeString(folder.resolve("schedule.json"), "{" + edit.group() + "}");

        assertThat(explain(kernel, "--schedule", schedule).out())
                .contains("Every pipelined loop has the interval that is asked for.");
    }

    @Test
    void noLayoutIsProposedWithoutWhichTheIntervalIsTheSame() throws IOException {
        JsonNode changes =
                JsonMapper.shared().readTree(explain(WINDOW, "--json").out()).at("/loops/0/remedies/0/changes");

        assertThat(changes.size()).isEqualTo(1);
    }

    private static final String HASH = """
            @Kernel("hash")
            public static void hash(@In @Shape("n") int[] a, @Out @Shape("1") int[] h, @Range(min = 1, max = 1000) int n) {
                int x = 1;
                for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                    x = x * 31337 + a[i];
                }
                h[0] = x;
            }
            """;

    @Test
    void aRecurrenceIsListedWithItsOperationsAndLines() throws IOException {
        assertThat(explain(HASH).out())
                .contains("recurrence: a result is needed in the next iteration")
                .containsPattern("mul i32, \\d cycles?, K\\.java:8")
                .containsPattern("add i32, 1 cycle in the register for the next iteration, K\\.java:8")
                .containsPattern("at \\d+ MHz it starts every cycle: --clock \\d+");
    }

    /** A float sum, a histogram, pairs that are swapped, and a table that says how far to go on. */
    static List<String> recurrences() {
        return List.of(
                "float x = 0; for (@Pipeline(ii = 1) int i = 0; i < n; i++) { x += a[i]; } b[0] = (int) x;",
                "int[] c = new int[256]; for (@Pipeline(ii = 1) int i = 0; i < n; i++) { c[a[i] & 255]++; } b[0] = c[7];",
                """
            int[] c = new int[64];
            for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                int at = a[i] & 63;
                int other = at ^ 1;
                int p = c[at];
                int q = c[other];
                if (p > q) { c[at] = q; c[other] = p + i; }
            }
            b[0] = c[7];
            """,
                """
            int at = 0;
            for (@Pipeline(ii = 1) int i = 0; i < n; i++) { int v = a[at & 1023]; b[i] = v; at += v & 3; }
            """,
                "@Partition(dim = 1) float[] p = new float[4]; for (@Pipeline(ii = 1) int i = 0; i < n; i++) { p[i & 3] += a[i]; } b[0] = (int) p[1];");
    }

    @ParameterizedTest
    @MethodSource("recurrences")
    void theCyclesOfARecurrenceAddUp(String statements) throws IOException {
        String out = explain("""
                @Kernel("back")
                public static void back(@In @Shape("1024") int[] a, @Out @Shape("1024") int[] b, @Range(min = 1, max = 1000) int n) {
                    STATEMENTS
                }
                """.replace("STATEMENTS", statements)).out();

        assertThat(recurrencesThatAddUp(out)).isPositive();
    }

    /** At clocks that are so fast that some loops of the library have recurrences. */
    @ParameterizedTest
    @CsvSource({
        "gemm_f32,400,0",
        "gemm_i8,400,0",
        "image_filter,450,0",
        "jacobi_2d,450,0",
        "posit_dot,400,0",
        "relu_linear_attention_i8,450,1",
        "vector_add,450,0"
    })
    void theCyclesOfRecurrencesOfTheLibraryAddUp(String kernel, String clock, int least) {
        String out = CommandRun.of("explain", kernel, "--board", "u280", "--clock", clock)
                .exits(0)
                .out();

        assertThat(recurrencesThatAddUp(out)).isGreaterThanOrEqualTo(least);
    }

    private static int recurrencesThatAddUp(String out) {
        Matcher recurrence = Pattern.compile(
                        "recurrence: a result is needed (?:in the next iteration|(\\d+) iterations later) and takes (\\d+) cycles?,"
                                + " so at least (\\d+)\\R((?: {4}.*\\R)+)")
                .matcher(out);
        int found = 0;
        while (recurrence.find()) {
            int cycles = Pattern.compile("(\\d+) cycles?")
                    .matcher(recurrence.group(4))
                    .results()
                    .mapToInt(part -> Integer.parseInt(part.group(1)))
                    .sum();
            int distance = recurrence.group(1) == null ? 1 : Integer.parseInt(recurrence.group(1));
            assertThat(cycles).as(recurrence.group()).isEqualTo(Integer.parseInt(recurrence.group(2)));
            assertThat(Math.ceilDiv(cycles, distance))
                    .as(recurrence.group())
                    .isEqualTo(Integer.parseInt(recurrence.group(3)));
            found++;
        }
        return found;
    }

    private static final String COUNTS = """
            @Kernel("counts")
            public static void counts(@In @Shape("n") byte[] a, @Out @Shape("256") int[] b, @Range(min = 1, max = 1000) int n) {
                int[] counts = new int[256];
                for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                    counts[a[i] & 255]++;
                }
                for (@Pipeline(ii = 1) int i = 0; i < 256; i++) {
                    b[i] = counts[i];
                }
            }
            """;

    @Test
    void aMemoryThatIsReadSoonerShortensARecurrence() throws IOException {
        Matcher edit = EDIT.matcher(explain(COUNTS).out());
        assertThat(edit.find()).isTrue();
        assertThat(edit.group()).contains("\"storage\": \"lutram\"");
        Path schedule = Files.writeString(folder.resolve("schedule.json"), "{" + edit.group() + "}");

        assertThat(explain(COUNTS, "--schedule", schedule).out())
                .contains("Every pipelined loop has the interval that is asked for.");
    }

    private static final String PAIRS = """
            @Kernel("pairs")
            public static void pairs(@InOut @Shape("16384") int[] a, @Range(min = 0, max = 12) int s) {
                int[] x = new int[16384];
                for (@Pipeline int i = 0; i < 16384; i++) {
                    x[i] = a[i];
                }
                for (@Pipeline int i = 0; i < 8192; i++) {
                    int p = (i >> s << s + 1) + (i & (1 << s) - 1);
                    int q = p + (1 << s);
                    int t = x[p];
                    x[p] = t * 3 + x[q];
                    x[q] = t - x[q] * 5;
                }
                for (@Pipeline int i = 0; i < 16384; i++) {
                    a[i] = x[i];
                }
            }
            """;

    @Test
    void aDependenceThatIsOnlyAssumedIsNamedWithTheWordThatLiftsIt() throws IOException {
        String out = explain(PAIRS).out();
        assertThat(out)
                .containsPattern("nothing shows that iterations are independent \\(an index depends on .*K\\.java:\\d+")
                .containsPattern("say so with @Parallel.* starts every 3 cycles: .*\"parallel\": true");
        Matcher edit = Pattern.compile("\"loops\": \\{\"pairs[^}]*\"parallel\": true}}")
                .matcher(out);
        assertThat(edit.find()).isTrue();
        Path schedule = Files.writeString(folder.resolve("schedule.json"), "{" + edit.group() + "}");

        assertThat(explain(PAIRS, "--schedule", schedule).out()).contains("starts every 3 cycles, asked for 1");
    }

    private static final String STAGES = """
            @Kernel("stages")
            public static void stages(@InOut @Shape("4096") float[] a, @Range(min = 0, max = 4) int s) {
                float[][] x = new float[2][32];
                for (@Pipeline int i = 0; i < 32; i++) {
                    x[0][i] = a[i];
                    x[1][i] = a[i + 1];
                }
                for (@Pipeline @Parallel int k = 0; k < 16; k++) {
                    int lo = (k >> s << s + 1) + (k & (1 << s) - 1);
                    int hi = lo + (1 << s);
                    float p = x[0][lo] * x[1][hi];
                    float q = x[1][lo] * x[0][hi];
                    x[0][lo] = p + q;
                    x[1][hi] = p - q;
                    x[1][lo] = q;
                }
                for (@Pipeline int i = 0; i < 32; i++) {
                    a[i] = x[0][i] - x[1][i];
                }
            }
            """;

    @ParameterizedTest
    @CsvSource({"0", "2"})
    void registersKeepWhatALoopDeclaresIndependent(int dimension) throws IOException {
        assertThat(explain(STAGES).out()).contains("loop stages.k");
        Path schedule = Files.writeString(
                folder.resolve("schedule.json"),
                "{\"arrays\": {\"stages.x\": {\"partition\": [{\"dim\": 1, \"kind\": \"complete\"}, {\"dim\": "
                        + dimension + ", \"kind\": \"complete\"}]}}}");

        assertThat(explain(STAGES, "--schedule", schedule).out())
                .contains("Every pipelined loop has the interval that is asked for.");
    }

    @Test
    void programsGetTheWordAsJson() throws IOException {
        JsonNode remedy =
                JsonMapper.shared().readTree(explain(PAIRS, "--json").out()).at("/loops/0/remedies/0");

        assertThat(remedy.at("/changes/0/parallel").asString()).isEqualTo("pairs.i_2");
        assertThat(remedy.at("/changes/0/assumed").asString()).contains("depends on");
        assertThat(remedy.get("interval").asInt()).isEqualTo(3);
    }

    /** The products of odd places take longer; those of even places wait for them. */
    private static final String FORK = """
            @Kernel("forked")
            @Dataflow
            public static void forked(@In @Shape("n") int[] a, @Out @Shape("n") long[] b, @Range(min = 2, max = 100000) int n) {
                @Depth(2) IntFifo quick = new IntFifo();
                @Depth(2) IntFifo slow = new IntFifo();
                @Depth(2) LongFifo done = new LongFifo();
                deal(a, quick, slow, n);
                divide(slow, done, n);
                join(quick, done, b, n);
            }

            private static void deal(int[] a, IntFifo quick, IntFifo slow, int n) {
                for (@Pipeline int i = 0; i < n; i++) {
                    quick.write(a[i]);
                    slow.write(a[i] + 1);
                }
            }

            private static void divide(IntFifo slow, LongFifo done, int n) {
                for (@Pipeline int i = 0; i < n; i++) {
                    done.write(1234567890123L / (slow.read() | 1));
                }
            }

            private static void join(IntFifo quick, LongFifo done, long[] b, int n) {
                for (@Pipeline int i = 0; i < n; i++) {
                    b[i] = done.read() + quick.read();
                }
            }
            """;

    @Test
    void fifosThatAreTooShortAreNamedWithTheDepthThatIsEnough() throws IOException {
        String before = explain(FORK).out();
        assertThat(before)
                .containsPattern(
                        "processes wait for room in FIFOs: a call with n=1024 takes [\\d ]+ cycles, and 1 2\\d\\d")
                .containsPattern("forked\\.quick \\(K\\.java:\\d+\\) holds 2 words, \\d+ are enough")
                .doesNotContain("forked.done (");
        Matcher edit = Pattern.compile("\"fifos\": \\{.*}}").matcher(before);
        assertThat(edit.find()).isTrue();
        Path schedule = Files.writeString(folder.resolve("schedule.json"), "{" + edit.group() + "}");

        assertThat(explain(FORK, "--schedule", schedule).out()).doesNotContain("wait for room");
    }

    @Test
    void programsGetTheDepthsForTheirSizeAsJson() throws IOException {
        JsonNode waits = JsonMapper.shared()
                .readTree(explain(FORK, "--size", "n=500", "--json").out())
                .get("fifoWaits");

        assertThat(waits.at("/size/n").asInt()).isEqualTo(500);
        assertThat(waits.get("cycles").asLong())
                .isGreaterThan(2 * waits.get("cyclesWithDepths").asLong());
        assertThat(waits.at("/fifos/forked.quick/depth").asInt()).isGreaterThan(32);
    }

    private static final String SEQUENTIAL = """
            @Kernel("triples")
            public static void triples(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, @Range(min = 1, max = 1000) int n) {
                for (int i = 0; i < n; i++) {
                    b[i] = a[i] * 3;
                }
            }
            """;

    @Test
    void aLoopThatIsNotPipelinedIsNamedWithTheIntervalThatItCouldHave() throws IOException {
        String out = explain(SEQUENTIAL).out();
        assertThat(out)
                .containsPattern("loop triples\\.i \\(K\\.java:\\d+\\) is not pipelined")
                .containsPattern("load a .*: no burst: the loop is not pipelined, .* when it is needed");
        Matcher edit = Pattern.compile("\"loops\": \\{.*}}").matcher(out);
        assertThat(edit.find()).isTrue();
        Path schedule = Files.writeString(folder.resolve("schedule.json"), "{" + edit.group() + "}");

        assertThat(explain(SEQUENTIAL, "--schedule", schedule).out())
                .contains("Every pipelined loop has the interval that is asked for.")
                .containsPattern("store b .*: bursts of up to 16 beats");
    }

    @Test
    void programsGetLoopsThatAreNotPipelinedAsJson() throws IOException {
        JsonNode json =
                JsonMapper.shared().readTree(explain(SEQUENTIAL, "--json").out());

        assertThat(json.at("/sequentialLoops/0/loop").asString()).isEqualTo("triples.i");
        assertThat(json.at("/sequentialLoops/0/remedies/0/interval").asInt()).isEqualTo(1);
        assertThat(json.at("/ports/0/burst").asBoolean()).isFalse();
    }

    @Test
    void aKernelThatIsTooLargeIsExplainedAndSaidToBe() throws IOException {
        UserKernel kernel = UserKernel.of(folder, """
                @Kernel("delay")
                public static void delay(@In @Shape("n") long[] a, @Out @Shape("n") long[] b, @Range(min = 1, max = 1000) int n) {
                    long[] kept = new long[8000000];
                    for (@Pipeline int i = 0; i < n; i++) {
                        b[i] = kept[i];
                        kept[i] = a[i];
                    }
                }
                """);
        CommandRun run = CommandRun.of("explain", kernel.file(), "--board", "u280")
                .exits(1)
                .complains("error[GS1005]: kernel delay is too large for the AMD Alveo U280");
        assertThat(run.out())
                .contains("The kernel is too large for the board as it is")
                .contains("store b (K.java")
                .doesNotContain("GS1005", "too large for the AMD");
    }

    @Test
    void forAKernelThatIsTooLargeNoRemedyIsLookedFor() throws IOException {
        String slow = WINDOW.replace("int[1024]", "int[SIZE]");
        String searched = explain(slow.replace("SIZE", "1024")).out();
        assertThat(searched).contains("with this in the schedule file", "\"arrays\"");
        UserKernel kernel = UserKernel.of(folder, slow.replace("SIZE", "16000000"));
        String tooLarge = CommandRun.of("explain", kernel.file(), "--board", "u280")
                .exits(1)
                .out();

        assertThat(tooLarge)
                .contains("was not looked for", "starts every 2 cycles, asked for 1", "4 accesses of buffer")
                .doesNotContain("schedule file", "that was tried");
    }

    @Test
    void aKernelWithoutACountedLoopHasNothingToPipeline() throws IOException {
        assertThat(explain("""
                @Kernel("steps")
                public static void steps(@In @Shape("1") int[] a, @Out @Shape("1") int[] b) {
                    int x = a[0];
                    int steps = 0;
                    while (x > 1) {
                        x = x / 3;
                        steps++;
                    }
                    b[0] = steps;
                }
                """).out()).contains("No loop is pipelined, and none can be as it stands.");
    }

    @Test
    void accessesToBoardMemoryAreBurstsOrSayWhyNot() throws IOException {
        assertThat(explain("""
                @Kernel("gather")
                public static void gather(
                        @In @Shape("n") int[] at, @In @Shape("2 * n") int[] a, @Out @Shape("n") int[] b,
                        @Range(min = 1, max = 1000) int n) {
                    for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                        b[i] = a[2 * i] + a[at[i]];
                    }
                }
                """).out())
                .containsPattern(
                        "load at .* in loop gather\\.i: no burst: the next beat follows after \\d+ cycles.*ahead")
                .containsPattern("Vitis HLS: a burst \\(up to 1000 elements in a row")
                .containsPattern("load a .*: no burst: 2 requests of an iteration take turns at the reader");
    }

    /** Rows of a wider matrix: eight elements, or four times two. */
    @ParameterizedTest
    @CsvSource({"1, ''", "2, b[2 * (8 * r + c) + 1] = a[w * r + 2 * c + 1];"})
    void aRowEndsWhereTheNextOneIsElsewhere(int step, String more) throws IOException {
        assertThat(explain("""
                @Kernel("rows")
                public static void rows(@In @Shape({"64", "w"}) int[] a, @Out @Shape("1024") int[] b, @Range(min = 16, max = 1000) int w) {
                    for (int r = 0; r < 64; r++) {
                        for (@Pipeline(ii = 1) int c = 0; c < 8; c++) {
                            b[STEP * (8 * r + c)] = a[w * r + STEP * c];
                            MORE
                        }
                    }
                }
                """.replace("STEP", Integer.toString(step)).replace("MORE", more))
                        .out())
                .containsPattern("load a.* in loop rows\\.c: ")
                .doesNotContainPattern("load a.*(512|1024) elements in a row")
                .containsPattern("store b.*(bursts of up to 16 beats)");
    }

    @Test
    void anIndexFromMemoryIsNamedAsTheReasonForSingleBeats() throws IOException {
        assertThat(explain("""
                @Kernel("gather")
                public static void gather(
                        @In @Shape("n") int[] at, @In @Shape("n") int[] a, @Out @Shape("37 * n") int[] b, @Range(min = 1, max = 1000) int n) {
                    for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                        b[37 * i] = a[at[i]];
                    }
                }
                """).out())
                .containsPattern("load a .*: no burst: the index depends on a value, which is read from memory")
                .containsPattern("store b .*: no burst: from one iteration to the next it goes 37 elements");
    }

    @Test
    void aConditionKeepsVitisFromABurst() throws IOException {
        JsonNode load =
                JsonMapper.shared().readTree(explain("""
                @Kernel("some")
                public static void some(@In @Shape("n") int[] a, @Out @Shape("n") int[] b, @Range(min = 1, max = 1000) int n) {
                    for (@Pipeline(ii = 1) int i = 0; i < n; i++) {
                        b[i] = i % 3 == 0 ? a[i] * 7 + n : 0;
                    }
                }
                """, "--json").out()).at("/ports/0");

        assertThat(load.get("vitisBurst").asBoolean()).isFalse();
        assertThat(load.get("vitisPattern").asString()).contains("it has a condition");
    }

    @Test
    void aLoopThatReadsWhatItWroteToAPortIsNamed() throws IOException {
        assertThat(explain("""
                @Kernel("scan")
                public static void scan(@InOut @Shape("n") int[] a, @Range(min = 2, max = 1000) int n) {
                    for (@Pipeline(ii = 1) int i = 1; i < n; i++) {
                        a[i] += a[i - 1];
                    }
                }
                """).out())
                .contains("loop scan.i is not pipelined: it reads and writes a")
                .containsPattern("load a, 2 elements .*: no burst: memory may have been written since")
                .containsPattern("store a .*: no burst: the loop also reads the array");
    }

    private static final String SUMS = """
            @Kernel("sums")
            public static void sums(@In @Shape("COLUMNS * n") int[] a, @Out @Shape("STEP * n") int[] b, @Range(min = 1, max = 1000) int n) {
                for (int i = 0; i < n; i++) {
                    int sum = 0;
                    for (@Pipeline int k = 0; k < COLUMNS; k++) {
                        sum += a[COLUMNS * i + k];
                    }
                    b[STEP * i] = sum;
                }
            }
            """;

    /** The nest is one loop, which writes in some iterations only. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 | 1 | bursts of up to 16 beats of 64 bytes",
                "10 | 1 | no burst: writes are 10 cycles apart or more, and a burst ends when none comes for 8",
                "8 | 40 | no burst: from one element to the next it goes 40 elements, to another beat"
            })
    void aResultOfAnInnerLoopIsWrittenWhenThatEnds(int columns, int step, String text) throws IOException {
        assertThat(explain(SUMS.replace("COLUMNS", Integer.toString(columns)).replace("STEP", Integer.toString(step)))
                        .out())
                .contains("in loop sums.k: " + text);
    }

    @Test
    void anElementThatAnInnerLoopKeepsIsReadOnce() throws IOException {
        assertThat(explain("""
                @Kernel("scaled")
                public static void scaled(@In @Shape("n") int[] a, @Out @Shape("8 * n") int[] b, @Range(min = 1, max = 1000) int n) {
                    for (int i = 0; i < n; i++) {
                        for (@Pipeline int k = 0; k < 8; k++) {
                            b[8 * i + k] = a[i] * k;
                        }
                    }
                }
                """).out())
                .containsPattern("load a .* in loop scaled\\.k: no burst: several iterations read the same element");
    }

    @Test
    void burstsOfALoopWithFifosHoldWhileItDoesNotWait() throws IOException {
        assertThat(explain(FORK).out())
                .containsPattern("store b .*: bursts of up to 16 beats .*, as long as no FIFO makes the loop wait");
        assertThat(explain(WINDOW).out()).contains("bursts of up to 16 beats").doesNotContain("FIFO");
    }
}
