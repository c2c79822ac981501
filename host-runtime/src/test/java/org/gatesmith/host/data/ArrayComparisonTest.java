package org.gatesmith.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.Tolerance;
import org.junit.jupiter.api.Test;

class ArrayComparisonTest {
    private static final float ONE_UP = Math.nextUp(1f);

    private static Comparison compare(Object expected, Object actual, Tolerance tolerance) {
        Elements elements = Elements.copyOf(expected);
        return ArrayComparison.of(elements, Elements.copyOf(actual), List.of(elements.count()), tolerance, 10);
    }

    private static Comparison exactly(Object expected, Object actual) {
        return compare(expected, actual, Tolerance.EXACT);
    }

    @Property(tries = 100, seed = "1")
    void findsExactlyTheElementsThatWereChanged(@ForAll @Size(max = 20) Set<@IntRange(max = 29_999) Integer> changed) {
        int[] expected = new int[30_000];
        int[] actual = expected.clone();
        changed.forEach(i -> actual[i] = -1);

        Comparison result = ArrayComparison.of(
                Elements.copyOf(expected), Elements.copyOf(actual), List.of(30_000L), Tolerance.EXACT, 20);

        assertThat(result.mismatches()).isEqualTo(changed.size());
        assertThat(result.passed()).isEqualTo(changed.isEmpty());
        assertThat(result.first().stream().map(m -> (int) m.index()).toList())
                .isEqualTo(List.copyOf(new TreeSet<>(changed)));
    }

    @Test
    void countsMismatchesBeyondThoseItLists() {
        Comparison result = ArrayComparison.of(
                Elements.copyOf(new byte[50_000]),
                Elements.copyOf(filled(50_000)),
                List.of(50_000L),
                Tolerance.EXACT,
                3);

        assertThat(result.mismatches()).isEqualTo(50_000);
        assertThat(result.first()).hasSize(3);
    }

    private static byte[] filled(int count) {
        byte[] ones = new byte[count];
        java.util.Arrays.fill(ones, (byte) 1);
        return ones;
    }

    @Test
    void saysWhereAndWhat() {
        float[] actual = {1, 2, 3, 4, -0f, 6};
        Comparison result = ArrayComparison.of(
                Elements.copyOf(new float[] {1, 2, 3, 4, 1.5f, 6}),
                Elements.copyOf(actual),
                List.of(2L, 3L),
                Tolerance.EXACT,
                10);

        assertThat(result.first())
                .containsExactly(new Mismatch(4, List.of(1L, 1L), JavaType.FLOAT, 0x3fc00000L, 0x80000000L));
        assertThat(result.first().getFirst().describe())
                .isEqualTo("[1][1]: expected 1.5 (0x3fc00000), got -0.0 (0x80000000)");
    }

    @Test
    void showsSmallIntegersInTheirWidth() {
        assertThat(exactly(new byte[] {-1}, new byte[] {1}).first().getFirst().describe())
                .isEqualTo("[0]: expected -1 (0xff), got 1 (0x01)");
        assertThat(exactly(new boolean[] {true}, new boolean[] {false})
                        .first()
                        .getFirst()
                        .describe())
                .isEqualTo("[0]: expected true (0x01), got false (0x00)");
        assertThat(exactly(new long[] {-1}, new long[] {1}).first().getFirst().describe())
                .isEqualTo("[0]: expected -1 (0xffffffffffffffff), got 1 (0x0000000000000001)");
    }

    @Test
    void allNansAreEqual() {
        float other = Float.intBitsToFloat(0xffc00123);
        double otherDouble = Double.longBitsToDouble(0xfff8000000000123L);

        assertThat(exactly(new float[] {Float.NaN}, new float[] {other}).passed())
                .isTrue();
        assertThat(exactly(new double[] {Double.NaN}, new double[] {otherDouble})
                        .passed())
                .isTrue();
    }

    @Test
    void zeroesOfDifferentSignDiffer() {
        Comparison result = exactly(new float[] {0f}, new float[] {-0f});

        assertThat(result.mismatches()).isEqualTo(1);
        assertThat(result.maxAbsolute()).isZero();
    }

    @Test
    void zeroesOfDifferentSignPassUnderATolerance() {
        assertThat(compare(new float[] {0f}, new float[] {-0f}, new Tolerance(1, 0, 0))
                        .passed())
                .isTrue();
    }

    @Test
    void measuresErrorsAlsoOfElementsThatPass() {
        Comparison result = compare(new float[] {1f, 4f}, new float[] {ONE_UP, 4f}, new Tolerance(1, 0, 0));

        assertThat(result.passed()).isTrue();
        assertThat(result.maxUlp()).isEqualTo(1);
        assertThat(result.maxAbsolute()).isEqualTo(0x1p-23);
        assertThat(result.maxRelative()).isEqualTo(0x1p-23);
    }

    @Test
    void ulpsAreThoseOfTheExpectedValuesType() {
        assertThat(exactly(new double[] {1}, new double[] {ONE_UP}).maxUlp()).isEqualTo(0x1p29);
    }

    @Test
    void anElementPassesWhenItMeetsAnyBound() {
        float[] expected = {100f};
        float[] actual = {101f};

        assertThat(compare(expected, actual, new Tolerance(1, 0.005, 0)).passed())
                .isFalse();
        assertThat(compare(expected, actual, new Tolerance(1, 0.01, 0)).passed())
                .isTrue();
        assertThat(compare(expected, actual, new Tolerance(1, 0.005, 1)).passed())
                .isTrue();
    }

    @Test
    void aRelativeBoundDoesNotExcuseAZeroThatIsNone() {
        Comparison result = compare(new double[] {0}, new double[] {1e-300}, new Tolerance(0, 1e9, 0));

        assertThat(result.passed()).isFalse();
        assertThat(result.maxRelative()).isInfinite();
    }

    @Test
    void noToleranceExcusesAnInfinityOrNanOnOneSide() {
        Tolerance lax = new Tolerance(1e300, 1e300, 1e300);

        assertThat(compare(new float[] {1}, new float[] {Float.NaN}, lax).passed())
                .isFalse();
        assertThat(compare(new float[] {Float.NaN}, new float[] {1}, lax).passed())
                .isFalse();
        assertThat(compare(new float[] {1}, new float[] {Float.POSITIVE_INFINITY}, lax)
                        .passed())
                .isFalse();
        assertThat(compare(new float[] {Float.POSITIVE_INFINITY}, new float[] {Float.NEGATIVE_INFINITY}, lax)
                        .passed())
                .isFalse();
    }

    @Test
    void integersHaveAnAbsoluteTolerance() {
        assertThat(compare(new int[] {10}, new int[] {12}, new Tolerance(0, 0, 2))
                        .passed())
                .isTrue();
        assertThat(compare(new int[] {10}, new int[] {13}, new Tolerance(0, 0, 2))
                        .passed())
                .isFalse();
    }

    @Test
    void theErrorOfTheFarthestLongsDoesNotOverflow() {
        assertThat(exactly(new long[] {Long.MIN_VALUE}, new long[] {Long.MAX_VALUE})
                        .maxAbsolute())
                .isEqualTo(0x1p64);
    }

    @Test
    void emptyArraysAgree() {
        assertThat(exactly(new int[0], new int[0])).isEqualTo(new Comparison(0, 0, List.of(), 0, 0, 0));
    }

    @Test
    void arraysOfDifferentFormCannotBeCompared() {
        assertThatThrownBy(() -> exactly(new int[1], new int[2]))
                .hasMessage("cannot compare 1 int elements with 2 int elements under shape (1,)");
        assertThatThrownBy(() -> exactly(new int[1], new float[1]))
                .hasMessage("cannot compare 1 int elements with 1 float elements under shape (1,)");
    }
}
