package org.gatesmith.hls.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gatesmith.hls.JavaKernel;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.Program;
import org.junit.jupiter.api.Test;

/** What cannot be lowered is refused at its Java line, with what to do. */
class LoweringDiagnosticsTest {

    @Test
    void aLoopWithoutConstantLimitsInAPipeline() {
        Diagnostic diagnostic = refused("""
                @Kernel("sums")
                public static void sums(@Out @Shape("n") int[] x, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        int sum = 0;
                        for (int j = 0; j < i; j++) {
                            sum += j * n;
                        }
                        x[i] = sum;
                    }
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.PIPELINE_LOOP);
        assertThat(diagnostic.span().startLine()).isEqualTo(8);
        assertThat(diagnostic.message())
                .isEqualTo(
                        "the loop sums.j has no constant number of iterations and lies inside the pipelined loop sums.i");
        assertThat(diagnostic.related()).singleElement().satisfies(related -> {
            assertThat(related.span().startLine()).isEqualTo(6);
            assertThat(related.note()).isEqualTo("this loop is pipelined");
        });
    }

    @Test
    void aLoopOnAConditionInAPipeline() {
        Diagnostic diagnostic = refused("""
                @Kernel("logs")
                public static void logs(@InOut @Shape("n") int[] x, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        int steps = 0;
                        int v = x[i];
                        while (v > 1) {
                            v = (v & 1) == 0 ? v / 2 : 3 * v + 1;
                            steps++;
                        }
                        x[i] = steps;
                    }
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.PIPELINE_LOOP);
        assertThat(diagnostic.span().startLine()).isEqualTo(9);
        assertThat(diagnostic.message()).contains("ends on a condition");
        assertThat(diagnostic.fix())
                .isEqualTo(
                        "write a for loop with constant limits, an if inside for the iterations that are not needed, or do"
                                + " not pipeline logs.i");
    }

    @Test
    void aFunctionWithMemoryInAPipeline() {
        Diagnostic diagnostic = refused("""
                @Kernel("marks")
                public static void marks(@Out @Shape("n") int[] x, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        mark(x, i);
                    }
                }

                @NoInline
                static void mark(int[] x, int i) {
                    x[i] = i;
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.PIPELINE_CALL);
        assertThat(diagnostic.span().startLine()).isEqualTo(7);
        assertThat(diagnostic.fix()).contains("leave out @NoInline");
    }

    @Test
    void aFunctionWithALongLoopInAPipeline() {
        Diagnostic diagnostic = refused("""
                @Kernel("bits")
                public static void bits(@Out @Shape("n") int[] x, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        x[i] = steps(i);
                    }
                }

                @NoInline
                static int steps(int v) {
                    int steps = 0;
                    for (int j = v; j < 100; j++) {
                        steps += j * j;
                    }
                    return steps;
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.PIPELINE_LOOP);
        assertThat(diagnostic.span().startLine()).isEqualTo(7);
        assertThat(diagnostic.message())
                .startsWith("the function steps is called inside the pipelined loop bits.i, but");
    }

    @Test
    void anArrayWithTooManyBanks() {
        Diagnostic diagnostic = refused("""
                @Kernel("lookup")
                public static void lookup(@InOut @Shape("n") int[] x, int n) {
                    @Partition(dim = 1)
                    int[] t = new int[100_000];
                    for (int i = 0; i < n; i++) {
                        t[x[i] & 0xFFFF] = i;
                        x[i] = t[i & 0xFFFF];
                    }
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.PARTITION_SIZE);
        assertThat(diagnostic.message()).isEqualTo("the array t would be split into 100000 banks");
    }

    @Test
    void accessesThatChooseAmongTooManyBanks() {
        Diagnostic diagnostic = refused("""
                @Kernel("lookup")
                public static void lookup(@In @Shape("n") int[] x, @Out @Shape("n") int[] y, int n) {
                    @Partition(dim = 1)
                    int[] t = new int[16_384];
                    for (int i = 0; i < 16_384; i++) {
                        t[i] = x[i];
                    }
                    for (@Unroll(factor = 64) int i = 0; i < n; i++) {
                        y[i] = t[x[i] & 16_383];
                    }
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.PARTITION_SIZE);
        assertThat(diagnostic.span().startLine()).isEqualTo(12);
        assertThat(diagnostic.message())
                .isEqualTo("accesses to partitioned arrays choose among more than 500000 banks in all; this one chooses"
                        + " among 16384 banks of t");
    }

    @Test
    void anArrayInAFunctionThatAPipelineCalls() {
        Diagnostic diagnostic = refused("""
                @Kernel("sort")
                public static void sort(@InOut @Shape("n") int[] x, int n) {
                    for (@Pipeline int i = 0; i < n; i++) {
                        x[i] = look(x[i]);
                    }
                }

                @NoInline
                static int look(int v) {
                    int[] t = new int[100];
                    for (int j = 0; j < 100; j++) {
                        t[j] = v + j;
                    }
                    return t[v & 63];
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.PIPELINE_ARRAY);
        assertThat(diagnostic.message()).isEqualTo("the array t lies in a function that a pipelined loop calls");
    }

    @Test
    void completeUnrollingWithoutConstantLimits() {
        Diagnostic diagnostic = refused("""
                @Kernel("fill")
                public static void fill(@Out @Shape("n") int[] x, int n) {
                    for (@Unroll int i = 0; i < n; i++) {
                        x[i] = i;
                    }
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.UNROLL_TRIP_COUNT);
        assertThat(diagnostic.span().startLine()).isEqualTo(6);
    }

    @Test
    void unrollingALoopWhoseCounterMayWrapAround() {
        Diagnostic diagnostic = refused("""
                @Kernel("fill")
                public static void fill(@Out @Shape("n") int[] x, int n) {
                    for (@Unroll(factor = 4) int i = 0; i < n; i += 3) {
                        x[i] = i;
                    }
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.UNROLL_COUNTER);
        assertThat(diagnostic.fix()).contains("@Range");
    }

    @Test
    void unrollingToMoreThanAnyDeviceHolds() {
        Diagnostic diagnostic = refused("""
                @Kernel("fill")
                public static void fill(@InOut @Shape("n") int[] x, int n) {
                    for (@Unroll int i = 0; i < 100_000_000; i++) {
                        x[n & i] += x[i];
                    }
                }
                """);
        assertThat(diagnostic.rule()).isEqualTo(Rule.UNROLL_SIZE);
        assertThat(diagnostic.message())
                .isEqualTo("unrolling the 100000000 iterations of the loop fill.i makes more than 1000000 operations");
    }

    private static Diagnostic refused(String members) {
        Program program = JavaKernel.of(members).compile().program();
        List<Diagnostic> found = new java.util.ArrayList<>();
        assertThatThrownBy(() -> Pipeline.rtl().run(program))
                .isInstanceOfSatisfying(DiagnosticException.class, e -> found.addAll(e.diagnostics()));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
