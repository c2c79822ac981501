package org.gatesmith.hls.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gatesmith.hls.JavaKernel;
import org.gatesmith.hls.ir.IrText;
import org.junit.jupiter.api.Test;

/** The rules by which costs are found, one small kernel each. */
class KernelCostTest {

    // ---- counts

    @Test
    void loopsThatDependOnEachOtherAreFollowed() {
        KernelCost cost = cost("""
                @Kernel("triangle")
                public static void run(@Out @Shape("n") int[] out, @Range(min = 0, max = 5000) int n) {
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j <= i; j++) {
                            out[i] = j;
                        }
                    }
                }
                """, Map.of("n", 5000L));

        assertThat(cost.loop("run.j").orElseThrow().iterations()).isEqualTo(5000 * 5001 / 2);
        assertThat(cost.loop("run.j").orElseThrow().minTrips()).isEqualTo(1);
        assertThat(cost.loop("run.j").orElseThrow().maxTrips()).isEqualTo(5000);
        assertThat(cost.isExact()).isTrue();
    }

    @Test
    void branchesOnCountersAreFollowed() {
        KernelCost cost = cost("""
                @Kernel("frame")
                public static void run(@InOut @Shape({"h", "w"}) int[] image,
                        @Range(min = 0, max = 40000) int h, @Range(min = 0, max = 40000) int w) {
                    for (int y = 0; y < h; y++) {
                        for (int x = 0; x < w; x++) {
                            if (x == 0 || y == 0 || x == w - 1 || y == h - 1) {
                                image[y * w + x] = 0;
                            } else {
                                image[y * w + x] *= 3;
                            }
                        }
                    }
                }
                """, Map.of("h", 40000L, "w", 30000L));

        long inside = 39998L * 29998L;
        assertThat(cost.operations().data(OperationKind.INTEGER_MULTIPLY)).isEqualTo(inside);
        assertThat(cost.port("image")).hasValue(new PortTraffic("image", 4, inside, 40000L * 30000L));
        assertThat(cost.isExact()).isTrue();
    }

    @Test
    void limitsFromTablesAreKnown() {
        KernelCost cost = cost("""
                static final int[] SIZES = {3, 1, 4, 1, 5};

                @Kernel("ragged")
                public static void run(@Out @Shape("5") int[] out, int unused) {
                    for (int i = 0; i < 5; i++) {
                        for (int j = 0; j < SIZES[i]; j++) {
                            out[i] = j;
                        }
                    }
                }
                """, Map.of("unused", 0L));

        assertThat(cost.loop("run.j").orElseThrow().iterations()).isEqualTo(3 + 1 + 4 + 1 + 5);
        assertThat(cost.isExact()).isTrue();
    }

    @Test
    void loopsThatDoNotCountInStepsAreFollowed() {
        KernelCost cost = cost("""
                @Kernel("doubling")
                public static void run(@Out @Shape("1") int[] out, @Range(min = 1, max = 1000000) int n) {
                    for (int s = 1; s < n; s *= 2) {
                        out[0] = s;
                    }
                }
                """, Map.of("n", 1000L));

        assertThat(cost.loop("run.s").orElseThrow().iterations()).isEqualTo(10);
        assertThat(cost.isExact()).isTrue();
    }

    @Test
    void valuesThatLoopsBuildUpAreFollowed() {
        KernelCost cost = cost("""
                @Kernel("growing")
                public static void run(@Out @Shape("1") int[] out, @Range(min = 0, max = 1000) int n) {
                    int limit = 0;
                    for (int i = 0; i < n; i++) {
                        if (i % 3 == 0) {
                            limit += 2;
                        }
                        for (int j = 0; j < limit; j++) {
                            out[0] = j;
                        }
                    }
                }
                """, Map.of("n", 7L));

        assertThat(cost.loop("run.j").orElseThrow().iterations()).isEqualTo(2 + 2 + 2 + 4 + 4 + 4 + 6);
    }

    @Test
    void addressesAreNotData() {
        KernelCost cost = cost("""
                @Kernel("transpose")
                public static void run(@In @Shape({"n", "n"}) int[] a, @Out @Shape({"n", "n"}) int[] b,
                        @Range(min = 0, max = 1000) int n) {
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < n; j++) {
                            b[j * n + i] = a[i * n + j];
                        }
                    }
                }
                """, Map.of("n", 100L));

        assertThat(cost.operations().data()).isEmpty();
        assertThat(cost.operations().total()).isZero();
        assertThat(cost.operations().addressing()).containsKey(OperationKind.INTEGER_MULTIPLY);
    }

    @Test
    void whatIsStoredOrComesFromMemoryIsData() {
        KernelCost cost = cost("""
                @Kernel("ramp")
                public static void run(@In @Shape("n") byte[] a, @Out @Shape("n") int[] ramp, @Out @Shape("256") int[] last,
                        @Range(min = 0, max = 1000) int n) {
                    for (int i = 0; i < n; i++) {
                        ramp[i] = i * 3;
                        last[a[i] + 128] = 1;
                    }
                }
                """, Map.of("n", 100L));

        assertThat(cost.operations().data())
                .isEqualTo(Map.of(OperationKind.INTEGER_MULTIPLY, 100L, OperationKind.INTEGER_ADD, 100L));
    }

    @Test
    void aFusedMultiplyAddIsTwoOperations() {
        KernelCost cost = cost("""
                @Kernel("axpy")
                public static void run(@In @Shape("n") double[] x, @InOut @Shape("n") double[] y, double a,
                        @Range(min = 0, max = 1000) int n) {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.fma(a, x[i], y[i]);
                    }
                }
                """, Map.of("n", 10L));

        assertThat(cost.operations().data()).isEqualTo(Map.of(OperationKind.DOUBLE_FMA, 10L));
        assertThat(cost.operations().total()).isEqualTo(20);
        assertThat(cost.port("y")).hasValue(new PortTraffic("y", 8, 10, 10));
    }

    // ---- what data decide

    @Test
    void ofABranchOnDataTheCostlierSideCounts() {
        KernelCost cost = cost("""
                @Kernel("leaky")
                public static void run(@InOut @Shape("n") int[] x, @Range(min = 0, max = 1000) int n) {
                    for (int i = 0; i < n; i++) {
                        if (x[i] < 0) {
                            x[i] = x[i] * 5 + 3;
                        }
                    }
                }
                """, Map.of("n", 10L));

        assertThat(cost.operations().data(OperationKind.INTEGER_MULTIPLY)).isEqualTo(10);
        assertThat(cost.reservations()).containsExactly(Reservation.AT_MOST);
    }

    @Test
    void aBranchOnDataWithEqualSidesIsExact() {
        KernelCost cost = cost("""
                @Kernel("either")
                public static void run(@In @Shape("n") int[] x, @Out @Shape("n") int[] y, @Range(min = 0, max = 1000) int n) {
                    for (int i = 0; i < n; i++) {
                        if (x[i] < 0) {
                            y[i] = 1;
                        } else {
                            y[i] = 2;
                        }
                    }
                }
                """, Map.of("n", 10L));

        assertThat(cost.port("y")).hasValue(new PortTraffic("y", 4, 0, 10));
        assertThat(cost.isExact()).isTrue();
    }

    private static final String SPARSE = """
            @Kernel("sparse")
            public static void run(@In @Shape("n + 1") int[] rows, @In @Shape("4 * n") int[] values, @Out @Shape("n") int[] sums,
                    @Range(min = 0, max = 1000) int n) {
                for (int i = 0; i < n; i++) {
                    int sum = 0;
                    for (%s int k = rows[i]; k < rows[i + 1]; k++) {
                        sum += values[k];
                    }
                    sums[i] = sum;
                }
            }
            """;

    @Test
    void aLoopOnDataRunsAsItsTripCountSays() {
        KernelCost cost = cost(SPARSE.formatted("@TripCount(min = 0, max = 100, typical = 4)"), Map.of("n", 10L));

        LoopCost loop = cost.loop("run.k").orElseThrow();
        assertThat(loop.iterations()).isEqualTo(40);
        assertThat(loop.tripsKnown()).isFalse();
        assertThat(cost.loop("run.i").orElseThrow().tripsKnown()).isTrue();
        assertThat(cost.reservations()).contains(Reservation.ESTIMATE);
    }

    @Test
    void aLoopOnDataWithoutTripCountRunsOnce() {
        KernelCost cost = cost(SPARSE.formatted(""), Map.of("n", 10L));

        assertThat(cost.loop("run.k").orElseThrow().iterations()).isEqualTo(10);
        assertThat(cost.reservations()).contains(Reservation.ESTIMATE);
    }

    @Test
    void aLoopThatDataEndIsEstimated() {
        KernelCost cost = cost("""
                @Kernel("search")
                public static void run(@In @Shape("n") int[] x, @Out @Shape("1") int[] at, @Range(min = 0, max = 1000) int n) {
                    for (@TripCount(max = 1000, typical = 50) int i = 0; i < n; i++) {
                        if (x[i] == 0) {
                            at[0] = i;
                            break;
                        }
                    }
                }
                """, Map.of("n", 100L));

        assertThat(cost.loop("run.i").orElseThrow().iterations()).isEqualTo(50);
        assertThat(cost.reservations()).contains(Reservation.ESTIMATE);
    }

    // ---- sizes

    @Test
    void countsBeyond64BitsStayAtTheLargest() {
        KernelCost cost = cost("""
                @Kernel("endless")
                public static void run(@Out @Shape("1") long[] out, long n) {
                    for (long i = 0; i < n; i++) {
                        for (long j = 0; j < n; j++) {
                            out[0] = j;
                        }
                    }
                }
                """, Map.of("n", 1L << 40));

        assertThat(cost.port("out").orElseThrow().writes()).isEqualTo(Long.MAX_VALUE);
        assertThat(cost.bytes()).isEqualTo(Long.MAX_VALUE);
        assertThat(cost.cycles()).isEqualTo(Long.MAX_VALUE);
        assertThat(cost.reservations()).containsExactly(Reservation.SATURATED);
    }

    @Test
    void loopsTooIntricateToFollowGetUpperBounds() {
        KernelCost cost = cost("""
                @Kernel("intricate")
                public static void run(@Out @Shape("1") int[] out, @Range(min = 0, max = 40000) int n) {
                    for (int i = 0; i < n; i++) {
                        for (int j = 0; j < n; j++) {
                            if ((i * j) % 7 == 3) {
                                out[0] = j;
                            }
                        }
                    }
                }
                """, Map.of("n", 40000L));

        assertThat(cost.port("out").orElseThrow().writes()).isBetween(6 * 40000L * 40000L / 49, 40000L * 40000L);
        assertThat(cost.reservations()).contains(Reservation.COARSE);
    }

    // ---- cycles

    private static long cycles(String loops, long n) {
        return cost("""
                        @Kernel("cycles")
                        public static void run(@In @Shape("4 * n") int[] a, @Out @Shape("4 * n") int[] b,
                                @Range(min = 0, max = 1000) int n) {
                            @Partition(dim = 0)
                            int[] t = new int[16];
                            %s
                        }
                        """.formatted(loops), Map.of("n", n)).cycles();
    }

    @Test
    void aPipelinedLoopStartsAnIterationPerInterval() {
        assertThat(cycles("for (@Pipeline(ii = 3) int i = 0; i < n; i++) b[i] = i;", 100))
                .isEqualTo(3 * 99 + 1);
    }

    @Test
    void aPlainIterationTakesACycle() {
        assertThat(cycles("for (int i = 0; i < n; i++) b[i] = i;", 100)).isEqualTo(100);
    }

    @Test
    void anUnrolledLoopTakesNoTimeOfItsOwn() {
        String loops = "for (int i = 0; i < n; i++) for (@Unroll int j = 0; j < 16; j++) t[j] += i;"
                + "for (int i = 0; i < 16; i++) b[i] = t[i];";
        assertThat(cycles(loops, 100)).isEqualTo(100 + 16);
    }

    @Test
    void anUnrollFactorSharesTheIterationsOut() {
        String loops = "for (@Unroll(factor = 4) int i = 0; i < n; i++) t[i & 15] += i;"
                + "for (int i = 0; i < 16; i++) b[i] = t[i];";
        assertThat(cycles(loops, 98)).isEqualTo(25 + 16);
    }

    @Test
    void aPortTakesOneReadAndOneWriteACycle() {
        String loops = "for (@Pipeline(ii = 1) int i = 0; i < n; i++) b[i] = a[4 * i] + a[4 * i + 1] + a[4 * i + 2];";
        assertThat(cycles(loops, 100)).isEqualTo(300);
    }

    @Test
    void loopsRunOneAfterAnother() {
        String loops = "for (int i = 0; i < n; i++) t[i & 15] = a[i]; for (int i = 0; i < 16; i++) b[i] = t[i];";
        assertThat(cycles(loops, 100)).isEqualTo(116);
    }

    /** The longest of three processes. */
    @Test
    void processesRunAtTheSameTime() {
        KernelCost cost = KernelCost.of(IrText.parse("""
                        function kernel(%a: port<i32>, %b: port<i32>, %n: i32) [dataflow] {
                            %f: fifo<i32> = fifo 2
                            call first(%a, %f, %n)
                            call second(%f, %b, %n)
                        }
                        function first(%a: port<i32>, %f: fifo<i32>, %n: i32) {
                            %0: i32 = const 0
                            for first.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 1] {
                                %1: i32 = load %a[%i]
                                write %f, %1
                            }
                        }
                        function second(%f: fifo<i32>, %b: port<i32>, %n: i32) {
                            %0: i32 = const 0
                            for second.i (%i: i32 = %0; %i < %n; %i += 1) [pipeline 2] {
                                %1: i32 = read %f
                                store %b[%i] = %1
                            }
                        }
                        """), Map.of("n", 50L));

        assertThat(cost.cycles()).isEqualTo(2 * 49 + 1);
    }

    @Test
    void ofABranchOnDataTheShorterSideTakesTheCycles() {
        String loops =
                "for (int i = 0; i < n; i++) { if (a[i] > 0) { for (int j = 0; j < 16; j++) t[j] += 1; } b[i] = 0; }";
        assertThat(cycles(loops, 100)).isEqualTo(100);
    }

    // ---- what callers get wrong

    @Test
    void aMissingScalarIsNamed() {
        assertThatThrownBy(() -> cost(SPARSE.formatted(""), Map.of("m", 3L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scalar n has no value");
    }

    @Test
    void aScalarOutsideItsContractIsNamed() {
        assertThatThrownBy(() -> cost(SPARSE.formatted(""), Map.of("n", 1001L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scalar n is 1001, the kernel permits 0 to 1000");
    }

    private static KernelCost cost(String members, Map<String, Long> scalars) {
        return KernelCost.of(JavaKernel.of(members).compile().program(), scalars);
    }
}
