package org.gatesmith.host.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever the tiles, streaming gives the bits of one call with the whole arrays. */
class StreamerPropertyTest {

    /** How a problem is cut. */
    record Cut(int depth, int keep, int workers, Verification verification) {}

    @Provide
    Arbitrary<Cut> cuts() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(new Verification.All(), new Verification.None(), new Verification.Sample(0.4)))
                .as(Cut::new);
    }

    @Property(tries = 150, seed = "1")
    void aTiledMatrixProductEqualsTheUntiledOne(
            @ForAll @LongRange(min = 1, max = 9) long m,
            @ForAll @LongRange(min = 1, max = 9) long n,
            @ForAll @LongRange(min = 1, max = 9) long k,
            @ForAll @LongRange(min = 1, max = 9) long tileM,
            @ForAll @LongRange(min = 1, max = 9) long tileN,
            @ForAll @LongRange(min = 1, max = 9) long tileK,
            @ForAll("cuts") Cut cut)
            throws Exception {
        assertTiledEqualsUntiled(
                TestKernel.gemm(), Map.of("m", m, "n", n, "k", k), Map.of("m", tileM, "n", tileN, "k", tileK), cut);
    }

    @Property(tries = 100, seed = "1")
    void aTiledStencilEqualsTheUntiledOne(
            @ForAll @LongRange(min = 1, max = 12) long h,
            @ForAll @LongRange(min = 1, max = 12) long w,
            @ForAll @LongRange(min = 1, max = 12) long tileH,
            @ForAll @LongRange(min = 1, max = 12) long tileW,
            @ForAll("cuts") Cut cut)
            throws Exception {
        assertTiledEqualsUntiled(TestKernel.blur(), Map.of("h", h, "w", w), Map.of("h", tileH, "w", tileW), cut);
    }

    @Property(tries = 30, seed = "1")
    void booleansSurvive(
            @ForAll @LongRange(min = 1, max = 40) long n,
            @ForAll @LongRange(min = 1, max = 9) long tile,
            @ForAll("cuts") Cut cut)
            throws Exception {
        assertTiledEqualsUntiled(TestKernel.not(), Map.of("n", n), Map.of("n", tile), cut);
    }

    /** Groups that an earlier run finished are skipped, wherever they are, and nothing else is. */
    @Property(tries = 100, seed = "1")
    void anyGroupsMayBeDoneAlready(
            @ForAll @IntRange(max = 0xfff) int done,
            @ForAll("cuts") Cut cut,
            @ForAll @LongRange(min = 1, max = 6) long step)
            throws Exception {
        StreamCase problem = problem(
                TestKernel.gemm(), Map.of("m", 10L, "n", 8L, "k", 6L), Map.of("m", 3L, "n", 3L, "k", step), cut);
        Map<String, Object> expected = problem.untiled();
        int[] c = (int[]) problem.outputs.get("c");
        Map<Long, GroupOutcome> outcomes = new HashMap<>();
        problem.ledger = new GroupLedger() {
            @Override
            public boolean isDone(long group) {
                return (done >> group & 1) != 0;
            }

            @Override
            public void done(long group, GroupOutcome outcome) {
                outcomes.put(group, outcome);
            }
        };
        StreamResult result = problem.on(new TestDevice(problem.kernel)).run();

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.COMPLETE);
        assertThat(result.finished()).isEqualTo(12);
        assertThat(result.skipped()).isEqualTo(Integer.bitCount(done));
        for (int row = 0; row < 10; row++) {
            for (int column = 0; column < 8; column++) {
                int group = row / 3 * 3 + column / 3;
                boolean skipped = (done >> group & 1) != 0;
                assertThat(outcomes.containsKey((long) group)).isEqualTo(!skipped);
                assertThat(c[row * 8 + column]).isEqualTo(skipped ? 0 : ((int[]) expected.get("c"))[row * 8 + column]);
            }
        }
    }

    private static StreamCase problem(TestKernel kernel, Map<String, Long> size, Map<String, Long> steps, Cut cut)
            throws Exception {
        StreamCase problem =
                new StreamCase(kernel, size, new SplitSequence(kernel, size, steps, cut.depth(), cut.keep()));
        problem.verification = cut.verification();
        problem.options = problem.options.withWorkers(cut.workers());
        return problem;
    }

    private static void assertTiledEqualsUntiled(
            TestKernel kernel, Map<String, Long> size, Map<String, Long> steps, Cut cut) throws Exception {
        StreamCase problem = problem(kernel, size, steps, cut);
        TestDevice device = new TestDevice(kernel);
        StreamResult result = problem.on(device).run();

        assertThat(result.failure()).isEmpty();
        assertThat(result.ending()).isEqualTo(StreamResult.Ending.COMPLETE);
        assertThat(result.finished()).isEqualTo(problem.tiles.groups());
        assertThat(problem.outputs).usingRecursiveComparison().isEqualTo(problem.untiled());
        assertThat(result.passed()).isTrue();
        assertThat(device.open()).isZero();
        kernel.signature()
                .arrays()
                .forEach(array -> assertThat(device.allocated(array.name()))
                        .isLessThanOrEqualTo(problem.tiles.buffers(array.name())));
        if (cut.verification() instanceof Verification.All) {
            problem.outputs.forEach((name, output) -> assertThat(
                            result.outputs().get(name).comparison().elements())
                    .isEqualTo(java.lang.reflect.Array.getLength(output)));
        }
    }
}
