package org.gatesmith.library.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.library.TunedKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays are compared with {@code Arrays.equals}: signed zeros differ, all NaNs are one. */
class GemmFloat32Test {

    @Test
    void addsTheProductToC() {
        float[] a = {1, 2, 3, 4, 5, 6};
        float[] b = {1, -1, 2, -2, 3, -3};
        float[] c = {100, 200, 300, 400};

        GemmFloat32.gemm(a, b, c, 2, 2, 3);

        assertThat(c).isEqualTo(new float[] {114, 186, 332, 368});
    }

    @ParameterizedTest(name = "{0} x {1} x {2}")
    @CsvSource({
        "1, 1, 1",
        "1, 1, 0",
        "0, 5, 5",
        "5, 0, 5",
        "7, 13, 3",
        "8, 8, 64",
        "9, 7, 65",
        "1, 257, 1",
        "257, 1, 300",
        "128, 128, 128",
        "129, 131, 127",
        "67, 139, 211"
    })
    void agreesWithTheReference(int m, int n, int k) {
        Problem problem = Problem.random(m, n, k);
        float[] result = problem.c.clone();

        GemmFloat32.gemm(problem.a, problem.b, result, m, n, k);

        assertThat(result).isEqualTo(problem.expected());
    }

    @Property(tries = 60, seed = "32")
    void agreesWithTheReferenceAtAnySize(
            @ForAll @IntRange(max = 150) int m,
            @ForAll @IntRange(max = 150) int n,
            @ForAll @IntRange(max = 150) int k) {
        agreesWithTheReference(m, n, k);
    }

    @ParameterizedTest(name = "ROWS={0} COLS={1} DEPTH={2} BLOCK={3}")
    @CsvSource({"2, 2, 32, 4", "4, 2, 64, 8", "2, 16, 128, 4", "16, 16, 32, 16"})
    void agreesWithTheReferenceForOtherArrays(int rows, int cols, int depth, int block, @TempDir Path directory)
            throws Exception {
        TunedKernel kernel = TunedKernel.compile(
                "gemm_f32", Map.of("ROWS", rows, "COLS", cols, "DEPTH", depth, "BLOCK", block), directory);
        Problem problem = Problem.random(37, 41, 131);
        float[] result = problem.c.clone();

        kernel.run(problem.a, problem.b, result, 37, 41, 131);

        assertThat(result).isEqualTo(problem.expected());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 5, 2", "19, 23, 70"})
    void agreesWithTheReferenceOnSpecialValues(int m, int n, int k) {
        Problem problem = Problem.special(m, n, k);
        float[] result = problem.c.clone();

        GemmFloat32.gemm(problem.a, problem.b, result, m, n, k);

        assertThat(result).isEqualTo(problem.expected());
    }

    @Test
    void sumsInAscendingK() {
        float[] ascending = {0};
        float[] otherwise = {0};

        GemmFloat32.gemm(new float[] {0x1p30f, 1, -0x1p30f}, new float[] {1, 1, 1}, ascending, 1, 1, 3);
        GemmFloat32.gemm(new float[] {0x1p30f, -0x1p30f, 1}, new float[] {1, 1, 1}, otherwise, 1, 1, 3);

        assertThat(ascending).isEqualTo(new float[] {0});
        assertThat(otherwise).isEqualTo(new float[] {1});
    }

    @Test
    void startsWithTheOldValueOfC() {
        float[] c = {1};

        GemmFloat32.gemm(new float[] {0x1p30f, -0x1p30f}, new float[] {1, 1}, c, 1, 1, 2);

        assertThat(c).isEqualTo(new float[] {0});
    }

    @Test
    void roundsTheProductBeforeAdding() {
        float x = 1 + 0x1p-12f;
        float[] c = {-(1 + 0x1p-11f)};

        GemmFloat32.gemm(new float[] {x}, new float[] {x}, c, 1, 1, 1);

        assertThat(c).isEqualTo(new float[] {0});
    }

    @Test
    void keepsANegativeZero() {
        float[] c = {-0.0f};

        GemmFloat32.gemm(new float[] {-0.0f}, new float[] {3}, c, 1, 1, 1);

        assertThat(c).isEqualTo(new float[] {-0.0f});
    }

    private static final class Problem {
        private final float[] a;
        private final float[] b;
        private final float[] c;
        private final int m;
        private final int n;
        private final int k;

        private Problem(float[] a, float[] b, float[] c, int m, int n, int k) {
            this.a = a;
            this.b = b;
            this.c = c;
            this.m = m;
            this.n = n;
            this.k = k;
        }

        static Problem random(int m, int n, int k) {
            Random random = new Random(31L * (31L * m + n) + k);
            return new Problem(
                    Floats.random(random, m * k), Floats.random(random, k * n), Floats.random(random, m * n), m, n, k);
        }

        static Problem special(int m, int n, int k) {
            Random random = new Random(31L * (31L * m + n) + k);
            return new Problem(
                    Floats.withSpecials(random, m * k),
                    Floats.withSpecials(random, k * n),
                    Floats.withSpecials(random, m * n),
                    m,
                    n,
                    k);
        }

        float[] expected() {
            float[] expected = c.clone();
            GemmFloat32Reference.gemm(a, b, expected, m, n, k);
            return expected;
        }
    }
}
