package org.gatesmith.host.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What requests to board memory make loops wait for is in the prediction, which is that of ideal memory. */
class PredictedRequestsTest {

    @TempDir
    Path folder;

    /** Of beats of 64 bytes, all, none, or some requests touch two. */
    @ParameterizedTest
    @CsvSource({"16, 0", "16, 7", "17, 0", "10, 1", "8, 7"})
    void pairsThatCrossTheEndOfABeatTakeAnotherCycle(int stride, int first) throws Exception {
        agrees("""
                @Kernel("k")
                public static void k(@In @Shape("70000") long[] a, @Out @Shape("n") long[] b, @Range(min = 1, max = 4000) int n,
                        @Range(min = 0, max = 17) int stride, @Range(min = 0, max = 9) int first) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        b[i] = a[stride * i + first] ^ a[stride * i + first + 1];
                    }
                }
                """, "{}", "u280", "n=2000 stride=" + stride + " first=" + first);
    }

    @ParameterizedTest
    @CsvSource({"16, 7", "17, 0", "10, 1", "8, 7"})
    void pairsOfWritesThatCrossTheEndOfABeatTakeAnotherCycle(int stride, int first) throws Exception {
        agrees("""
                @Kernel("k")
                public static void k(@In @Shape("n") int[] a, @InOut @Shape("70000") long[] b, @Range(min = 1, max = 4000) int n,
                        @Range(min = 0, max = 17) int stride, @Range(min = 0, max = 9) int first) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        b[stride * i + first] = a[i];
                        b[stride * i + first + 1] = ~a[i];
                    }
                }
                """, "{}", "u280", "n=2000 stride=" + stride + " first=" + first);
    }

    /** The reader holds the end of one row when another one is asked for. */
    @ParameterizedTest
    @CsvSource({"u280, 40, 120", "zcu102, 40, 120", "u280, 12, 333"})
    void rowsThatTakeTurnsAreFetchedAnew(String board, int height, int width) throws Exception {
        agrees("""
                @Kernel("k")
                public static void k(@In @Shape({"h", "w"}) short[] in, @Out @Shape({"h", "w"}) int[] out,
                        @Range(min = 3, max = 2048) int h, @Range(min = 3, max = 2048) int w) {
                    for (int y = 1; y < h - 1; y++) {
                        for (@Pipeline int x = 1; x < w - 1; x++) {
                            int s = in[y * w + x] * 4 - in[y * w + x - 1] - in[y * w + x + 1];
                            s -= in[(y - 1) * w + x] + in[(y + 1) * w + x];
                            out[y * w + x] = s;
                        }
                    }
                }
                """, "{}", board, "h=" + height + " w=" + width);
    }

    /** What is written last is in memory last. */
    @ParameterizedTest
    @CsvSource({"8", "20", "30", "64"})
    void writesUnderAConditionCountAsTheyAreMade(int rows) throws Exception {
        agrees("""
                @Kernel("k")
                public static void k(@In @Shape("8 * n") int[] a, @Out @Shape("n") int[] b, @Range(min = 1, max = 4000) int n) {
                    for (@Pipeline int i = 0; i < 8 * n; i++) {
                        if (i % 8 == 1) {
                            b[i / 8] = a[i];
                        }
                    }
                }
                """, "{}", "u280", "n=" + rows);
    }

    /** A burst goes on only with the beat after its last one, so that the last burst is short. */
    @ParameterizedTest
    @CsvSource({
        "-3, 60, zcu102",
        "-1, 60, zcu102",
        "16, 20, u280",
        "8, 100, zcu102",
        "3, 70, zcu102",
        "0, 50, u280",
        "5, 333, u280"
    })
    void writesAtADistanceAreInMemoryWhenTheLastBurstIs(int stride, int n, String board) throws Exception {
        agreesInAllCycles("""
                @Kernel("k")
                public static void k(@InOut @Shape("20000") int[] o, @Range(min = -16, max = 16) int stride,
                        @Range(min = 1, max = 400) int n, int v) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        o[10000 + stride * i] = v;
                    }
                }
                """, board, "v=3 stride=" + stride + " n=" + n);
    }

    @Test
    void rowsThatAreWrittenFromTheLastOnBeginBurstsOfTheirOwn() throws Exception {
        agreesInAllCycles("""
                @Kernel("k")
                public static void k(@Out @Shape("h * w") int[] o, @Range(min = 1, max = 64) int h,
                        @Range(min = 1, max = 64) int w, int v) {
                    for (int y = h - 1; y >= 0; y--) {
                        for (@Pipeline int x = 0; x < w; x++) {
                            o[y * w + x] = v;
                        }
                    }
                }
                """, "zcu102", "h=20 w=11 v=3");
    }

    /** Every write is in another place than the one before. */
    @ParameterizedTest
    @CsvSource({"1000, u280", "5, zcu102", "1000, zcu102"})
    void twoWritesThatTakeTurnsCloseEachOthersBursts(int distance, String board) throws Exception {
        agreesInAllCycles("""
                @Kernel("k")
                public static void k(@Out @Shape("2000") int[] o, @In @Shape("n") int[] a, @Range(min = 1, max = 900) int n,
                        @Range(min = 1, max = 1000) int d) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        o[i] = a[i];
                        o[i + d] = a[i] * 7;
                    }
                }
                """, board, "n=100 d=" + distance);
    }

    @Test
    void aWriteAfterAPauseBeginsABurst() throws Exception {
        agreesInAllCycles("""
                @Kernel("k")
                public static void k(@Out @Shape("n") int[] o, @Range(min = 1, max = 4000) int n, int v) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        if (i % 16 == 7) {
                            o[i] = v;
                        }
                    }
                }
                """, "zcu102", "n=320 v=5");
    }

    /** Nobody waits for a write that is not made. */
    @Test
    void aReadWaitsForWritesThatWereMade() throws Exception {
        agrees("""
                @Kernel("k")
                public static void k(@InOut @Shape("64") long[] a, @Range(min = 1, max = 64) int n, int x) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        if (x == 0) {
                            a[0] = a[1];
                            a[2] = a[0] + 1;
                        }
                        a[i] = i;
                    }
                }
                """, "{}", "u280", "n=29 x=5");
    }

    private static final String WIDE_SUM = """
            @Kernel("k")
            public static void k(@In @Shape("16 * n") int[] a, @In @Shape("16 * n") int[] b, @Out @Shape("16 * n") int[] c,
                    @Range(min = 1, max = 100000) int n) {
                int start = a[n / 2] - b[n / 3];
                for (@Pipeline int i = 0; i < n; i++) {
                    for (@Unroll int k = 0; k < 16; k++) {
                        c[16 * i + k] = a[16 * i + k] + b[16 * i + k] + start;
                    }
                }
            }
            """;

    @Test
    void portsOfOneBundleTakeTurns() throws Exception {
        long together = agrees(WIDE_SUM, """
                {"ports": {"a": {"bundle": "gmem0"}, "b": {"bundle": "gmem0"}}}""", "u280", "n=2000");
        long apart = agrees(WIDE_SUM, "{}", "u280", "n=2000");

        assertThat(together - apart).isBetween(1900L, 2100L);
    }

    @Test
    void anArrayInAnotherMemoryTakesTheTimeOfThatOne() throws Exception {
        String chain = """
                @Kernel("k")
                public static void k(@In @Shape("n") int[] a, @In @Shape("n") int[] b, @Out @Shape("1") int[] c,
                        @Range(min = 1, max = 1000) int n) {
                    int sum = 0;
                    for (int i = n - 1; i >= 0; i -= 16) {
                        sum = 3 * sum + a[i] - b[i];
                    }
                    c[0] = sum;
                }
                """;
        long oneInEach = agrees(chain, """
                {"ports": {"a": {"bank": "DDR[0]"}}}""", "u280", "n=1000");
        long bothInDdr = agrees(chain, """
                {"ports": {"a": {"bank": "DDR[0]"}, "b": {"bank": "DDR[1]"}}}""", "u280", "n=1000");

        assertThat(bothInDdr).isLessThan(oneInEach);
    }

    private void agreesInAllCycles(String members, String boardName, String sizes) throws Exception {
        PredictedCall call = PredictedCall.of(folder, members, "{}", boardName, sizes);

        assertThat(call.prediction().isExact()).isTrue();
        assertThat(call.simulated()).isEqualTo(call.prediction().cycles());
    }

    /** Simulates a call, compares it with its prediction, and returns its cycles. */
    private long agrees(String members, String schedule, String boardName, String sizes) throws Exception {
        PredictedCall call = PredictedCall.of(folder, members, schedule, boardName, sizes);

        long cycles = call.simulated();

        assertThat(call.prediction().isExact()).isTrue();
        assertThat((double) cycles).isCloseTo((double) call.prediction().cycles(), withinPercentage(1));
        return cycles;
    }
}
