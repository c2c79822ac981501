package org.gatesmith.library.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
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

class GemmInt8Test {

    @Test
    void addsTheProductToC() {
        byte[] a = {1, 2, 3, 4, 5, 6};
        byte[] b = {1, -1, 2, -2, 3, -3};
        int[] c = {100, 200, 300, 400};

        GemmInt8.gemm(a, b, c, 2, 2, 3);

        assertThat(c).containsExactly(114, 186, 332, 368);
    }

    @ParameterizedTest(name = "{0} x {1} x {2}")
    @CsvSource({
        "1, 1, 1",
        "1, 1, 0",
        "0, 5, 5",
        "5, 0, 5",
        "7, 13, 3",
        "16, 16, 128",
        "17, 15, 129",
        "1, 257, 1",
        "257, 1, 300",
        "128, 128, 256",
        "129, 131, 127",
        "113, 271, 401"
    })
    void agreesWithTheReference(int m, int n, int k) {
        Problem problem = Problem.random(m, n, k);
        int[] result = problem.c.clone();

        GemmInt8.gemm(problem.a, problem.b, result, m, n, k);

        assertThat(result).isEqualTo(problem.expected());
    }

    @Property(tries = 60, seed = "8")
    void agreesWithTheReferenceAtAnySize(
            @ForAll @IntRange(max = 150) int m,
            @ForAll @IntRange(max = 150) int n,
            @ForAll @IntRange(max = 150) int k) {
        agreesWithTheReference(m, n, k);
    }

    @ParameterizedTest(name = "ROWS={0} COLS={1} DEPTH={2} BLOCK={3}")
    @CsvSource({"4, 4, 64, 1", "4, 8, 64, 2", "8, 4, 256, 4", "32, 32, 128, 1", "16, 32, 64, 8"})
    void agreesWithTheReferenceForOtherArrays(int rows, int cols, int depth, int block, @TempDir Path directory)
            throws Exception {
        TunedKernel kernel = TunedKernel.compile(
                "gemm_i8", Map.of("ROWS", rows, "COLS", cols, "DEPTH", depth, "BLOCK", block), directory);
        Problem problem = Problem.random(37, 41, 131);
        int[] result = problem.c.clone();

        kernel.run(problem.a, problem.b, result, 37, 41, 131);

        assertThat(result).isEqualTo(problem.expected());
    }

    @Test
    void sumsTheLargestProductsExactly() {
        int k = 131_071;
        byte[] lowest = new byte[k];
        Arrays.fill(lowest, Byte.MIN_VALUE);
        int[] c = {0};

        GemmInt8.gemm(lowest, lowest, c, 1, 1, k);

        assertThat(c).containsExactly(131_071 * 16_384);
    }

    @Test
    void wrapsAroundAt32Bits() {
        int[] c = {Integer.MAX_VALUE};

        GemmInt8.gemm(new byte[] {-128, 1}, new byte[] {-128, 1}, c, 1, 1, 2);

        assertThat(c).containsExactly(Integer.MIN_VALUE + 16_384);
    }

    private static final class Problem {
        private final byte[] a;
        private final byte[] b;
        private final int[] c;
        private final int m;
        private final int n;
        private final int k;

        private Problem(byte[] a, byte[] b, int[] c, int m, int n, int k) {
            this.a = a;
            this.b = b;
            this.c = c;
            this.m = m;
            this.n = n;
            this.k = k;
        }

        static Problem random(int m, int n, int k) {
            Random random = new Random(31L * (31L * m + n) + k);
            byte[] a = new byte[m * k];
            byte[] b = new byte[k * n];
            random.nextBytes(a);
            random.nextBytes(b);
            return new Problem(a, b, random.ints((long) m * n).toArray(), m, n, k);
        }

        int[] expected() {
            int[] expected = c.clone();
            GemmInt8Reference.gemm(a, b, expected, m, n, k);
            return expected;
        }
    }
}
