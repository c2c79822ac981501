package org.gatesmith.hls.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.FarTooLarge;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.JavaKernel;
import org.gatesmith.hls.cost.LibrarySource;
import org.gatesmith.hls.dependence.LazyAnalysis;
import org.gatesmith.hls.design.DesignClock;
import org.gatesmith.hls.design.DesignSize;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.interp.RandomPrograms;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.operators.OperatorLibrary;
import org.gatesmith.hls.operators.Operators;
import org.gatesmith.hls.pass.Pipeline;
import org.gatesmith.hls.schedule.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted before scheduling is never more than what the schedule takes, and enough to refuse what is far too large. */
class LeastSizeTest {

    private static final Board U280 = Schedules.board("u280");

    @ParameterizedTest
    @EnumSource
    void isNoMoreThanTheEstimateOfALibraryKernel(LibrarySource source) throws DiagnosticException {
        CompiledKernel kernel = source.compile(Map.of());
        Program program = Pipeline.rtlWithFloats().run(kernel.program());
        Resources least = least(program, 300);
        Resources estimate = DesignSize.of(
                Scheduler.schedule(program, kernel.signature(), U280, 300).design());
        requireNoMore(least, estimate);
        assertThat(least.dsp()).isGreaterThanOrEqualTo(estimate.dsp() / 2);
        assertThat(least.bram18()).isGreaterThanOrEqualTo(estimate.bram18() / 2);
    }

    @Property(tries = 200, seed = "3")
    void isNoMoreThanTheEstimateOfARandomProgram(
            @ForAll long seed, @ForAll @IntRange(min = 50, max = 350) int megahertz) {
        Program program;
        Resources estimate;
        try {
            program = Pipeline.rtl().run(Pipeline.standard().run(RandomPrograms.program(seed)));
            estimate = DesignSize.of(Schedules.schedule(program, megahertz).design());
        } catch (DiagnosticException refused) {
            return;
        }
        requireNoMore(least(program, megahertz), estimate);
    }

    private static void requireNoMore(Resources least, Resources estimate) {
        assertThat(least.lut()).as("LUTs").isLessThanOrEqualTo(estimate.lut());
        assertThat(least.ff()).as("flip-flops").isLessThanOrEqualTo(estimate.ff());
        assertThat(least.dsp()).as("DSP blocks").isLessThanOrEqualTo(estimate.dsp());
        assertThat(least.bram18()).as("block RAMs").isLessThanOrEqualTo(estimate.bram18());
        assertThat(least.uram()).as("UltraRAMs").isLessThanOrEqualTo(estimate.uram());
    }

    private static Resources least(Program program, double megahertz) {
        DesignClock clock = Scheduler.clock(U280, megahertz);
        Operators operators = new Operators(OperatorLibrary.of(U280.part()).orElseThrow(), clock);
        return LeastSize.of(program, operators, new LazyAnalysis(program)).resources();
    }

    @Test
    void aKernelFarTooLargeIsRefusedAtTheLoopThatRepeatsItsOperators() {
        Diagnostic refusal = refusal(JavaKernel.of(FarTooLarge.PRODUCTS).compile(), U280);
        assertThat(refusal.rule()).isEqualTo(Rule.TOO_LARGE);
        assertThat(refusal.message())
                .isEqualTo("kernel products is too large for the AMD Alveo U280: it takes at least 12288 of 8490 DSP"
                        + " blocks; the body of loop products.j is there 4096 times, as the loop is inside the pipelined"
                        + " loop products.i");
        assertThat(refusal.span().startLine()).isEqualTo(13);
        assertThat(refusal.related())
                .extracting(related -> related.span().startLine() + ": " + related.note())
                .containsExactly("14: 4096 copies of this take 12288 DSP blocks");
        assertThat(refusal.fix()).isEqualTo("pipeline products.j instead of products.i, which leaves one copy");
    }

    @Test
    void thePipelineThatIsProposedFits() throws DiagnosticException {
        CompiledKernel kernel = JavaKernel.of(FarTooLarge.PRODUCTS).compile();
        CompiledKernel changed = with(
                kernel,
                Map.of(
                        "products.i",
                        edit(OptionalInt.of(0), OptionalInt.empty()),
                        "products.j",
                        edit(OptionalInt.of(1), OptionalInt.empty())));
        assertThat(changed.scheduled(U280, 300, FloatOperators.SOFT).isTooLarge())
                .isFalse();
    }

    /** One multiplier is left, but the choice among 4096 products of 64 bits alone is larger than the device. */
    @Test
    void aPipelineThatDoesNotFitIsNotProposed() {
        Diagnostic refusal = refusal(JavaKernel.of("""
                @Kernel("sums")
                public static void sums(@In @Shape("4096") int[] in, @Out @Shape("4096") long[] out) {
                    @Partition int[] a = new int[4096];
                    @Partition long[] s = new long[4096];
                    for (@Pipeline int i = 0; i < 4096; i++) {
                        a[i] = in[i];
                    }
                    for (@Pipeline int r = 0; r < 100; r++) {
                        for (int k = 0; k < 4096; k++) {
                            s[k] += (long) a[k] * a[k] * r;
                        }
                    }
                    for (@Pipeline int i = 0; i < 4096; i++) {
                        out[i] = s[i];
                    }
                }
                """).compile(), Schedules.board("zcu102"));
        assertThat(refusal.fix()).doesNotContain("pipeline").startsWith("make arrays smaller");
    }

    @Test
    void aLoopThatIsUnrolledByItselfIsToBeUnrolledLess() throws DiagnosticException {
        CompiledKernel kernel = JavaKernel.of("""
                @Kernel("mix")
                public static void mix(@In @Shape("2") int[] a, @Out @Shape("1") int[] c) {
                    int x = a[0];
                    int y = a[1];
                    for (@Unroll int i = 0; i < 40_000; i++) {
                        x = (x + y) ^ (y >> 3);
                    }
                    c[0] = x;
                }
                """).compile();
        Diagnostic refusal = refusal(kernel, Schedules.board("zcu102"));
        assertThat(refusal.span().startLine()).isEqualTo(8);
        // Eight LUTs are a quarter of what the addition takes, and one is certain of the XOR: 29342 of both fit.
        assertThat(refusal.fix()).isEqualTo("unroll mix.i by a smaller factor, at most 20000 (not tried)");
    }

    @Test
    void operatorsThatBlocksShareAreNotCountedEach() throws DiagnosticException {
        // Without a pipeline four products take turns on a multiplier: 3072 DSP blocks, which the device has.
        CompiledKernel kernel = JavaKernel.of(
                        FarTooLarge.PRODUCTS.replace("@Pipeline int i", "int i").replace("int j", "@Unroll int j"))
                .compile();
        assertThat(kernel.scheduled(U280, 300, FloatOperators.SOFT).isTooLarge())
                .isFalse();
    }

    /** Registers that begin with zero take no LUTs for that; 4300 of 64 bits would be more than the device has. */
    @Test
    void aLongDelayLineIsNoReasonToRefuse() throws DiagnosticException {
        CompiledKernel kernel = JavaKernel.of("""
                @Kernel("delay_line")
                public static void delayLine(@In @Shape("n") long[] in, @Out @Shape("n") long[] out, int n) {
                    @Partition long[] line = new long[4300];
                    for (@Pipeline int i = 0; i < n; i++) {
                        int parity = 0;
                        for (@Unroll int k = 0; k < 4300; k++) {
                            parity ^= (int) line[k] & 1;
                        }
                        out[i] = line[4299] + parity;
                        for (@Unroll int k = 4299; k > 0; k--) {
                            line[k] = line[k - 1];
                        }
                        line[0] = in[i];
                    }
                }
                """).compile();
        assertThat(kernel.scheduled(Schedules.board("zcu102"), 150, FloatOperators.SOFT)
                        .isTooLarge())
                .isFalse();
    }

    @Test
    void aSmallKernelThatIsTooLargeIsScheduledAllTheSame() throws DiagnosticException {
        CompiledKernel kernel =
                JavaKernel.of(FarTooLarge.PRODUCTS.replace("4096", "1024")).compile();
        ScheduledKernel scheduled = kernel.scheduled(Schedules.board("zcu102"), 300, FloatOperators.SOFT);
        assertThat(scheduled.isTooLarge()).isTrue();
        assertThat(scheduled.diagnostics())
                .filteredOn(diagnostic -> diagnostic.rule() == Rule.TOO_LARGE)
                .singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.message())
                            .contains("it takes about ")
                            .contains("products.j is there 1024 times");
                    assertThat(diagnostic.fix()).startsWith("pipeline products.j instead of products.i");
                });
    }

    private static Diagnostic refusal(CompiledKernel kernel, Board board) {
        List<Diagnostic> found = new ArrayList<>();
        assertThatThrownBy(() -> kernel.scheduled(board, 300, FloatOperators.SOFT))
                .isInstanceOfSatisfying(DiagnosticException.class, e -> found.addAll(e.diagnostics()));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Schedule.LoopEdit edit(OptionalInt interval, OptionalInt factor) {
        return new Schedule.LoopEdit(interval, factor, null, null);
    }

    private static CompiledKernel with(CompiledKernel kernel, Map<String, Schedule.LoopEdit> edits)
            throws DiagnosticException {
        Map<String, Schedule.Entry<Schedule.LoopEdit>> loops = new HashMap<>();
        edits.forEach((label, edit) -> loops.put(label, new Schedule.Entry<>(edit, Span.NONE)));
        return kernel.withSchedule(new Schedule(Map.of(), loops, Map.of(), Map.of(), Map.of()));
    }
}
