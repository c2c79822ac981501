package org.gatesmith.host.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.gatesmith.host.cli.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The kernels of {@code benchmarks/polybench} compute what PolyBench's do, and their schedules fit their budgets. */
final class PolyBenchTest {

    /** Of the largest result: a sum of some hundred rounded products, in another order. */
    private static final double RELATIVE = 1e-5;

    @TempDir
    private Path folder;

    private final Random random = new Random(5);

    private float[] matrix(int elements) {
        float[] matrix = new float[elements];
        for (int i = 0; i < elements; i++) {
            matrix[i] = random.nextFloat() - 0.5f;
        }
        return matrix;
    }

    private static void assertNear(float[] actual, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("element " + i).isCloseTo(expected[i], within(largest * RELATIVE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gemm.220", "Gemm.2560", "Gemm.9024"})
    void gemmHasPolyBenchsOwnBits(String schedule) throws Exception {
        int ni = 200;
        int nj = 220;
        int nk = 240;
        float[] a = matrix(ni * nk);
        float[] b = matrix(nk * nj);
        float[] c = matrix(ni * nj);
        float[] expected = c.clone();
        for (int i = 0; i < ni; i++) {
            for (int j = 0; j < nj; j++) {
                expected[i * nj + j] *= 1.2f;
            }
            for (int k = 0; k < nk; k++) {
                for (int j = 0; j < nj; j++) {
                    expected[i * nj + j] += 1.5f * a[i * nk + k] * b[k * nj + j];
                }
            }
        }

        PolyBenchKernel.of(schedule).call(folder, a, b, c, 1.5f, 1.2f);

        assertThat(c).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TwoMm.220", "TwoMm.2560", "TwoMm.9024"})
    void twoMmHasPolyBenchsOwnBits(String schedule) throws Exception {
        int ni = 180;
        int nj = 190;
        int nk = 210;
        int nl = 220;
        float[] a = matrix(ni * nk);
        float[] b = matrix(nk * nj);
        float[] c = matrix(nj * nl);
        float[] d = matrix(ni * nl);
        float[] expected = d.clone();
        float[] between = new float[ni * nj];
        for (int i = 0; i < ni; i++) {
            for (int j = 0; j < nj; j++) {
                for (int k = 0; k < nk; k++) {
                    between[i * nj + j] += 1.5f * a[i * nk + k] * b[k * nj + j];
                }
            }
        }
        for (int i = 0; i < ni; i++) {
            for (int j = 0; j < nl; j++) {
                expected[i * nl + j] *= 1.2f;
                for (int k = 0; k < nj; k++) {
                    expected[i * nl + j] += between[i * nj + k] * c[k * nl + j];
                }
            }
        }

        PolyBenchKernel.of(schedule).call(folder, a, b, c, d, 1.5f, 1.2f);

        assertThat(d).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThreeMm.220", "ThreeMm.2560", "ThreeMm.9024"})
    void threeMmHasPolyBenchsOwnBits(String schedule) throws Exception {
        int ni = 180;
        int nj = 190;
        int nk = 200;
        int nl = 210;
        int nm = 220;
        float[] a = matrix(ni * nk);
        float[] b = matrix(nk * nj);
        float[] c = matrix(nj * nm);
        float[] d = matrix(nm * nl);
        float[] expected = product(product(a, b, ni, nk, nj), product(c, d, nj, nm, nl), ni, nj, nl);
        float[] g = new float[ni * nl];

        PolyBenchKernel.of(schedule).call(folder, a, b, c, d, g);

        assertThat(g).containsExactly(expected);
    }

    private static float[] product(float[] a, float[] b, int rows, int depth, int columns) {
        float[] product = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < depth; k++) {
                    product[i * columns + j] += a[i * depth + k] * b[k * columns + j];
                }
            }
        }
        return product;
    }

    @Test
    void mvtWithOneColumnAtATimeHasPolyBenchsOwnBits() throws Exception {
        int n = 400;
        float[] a = matrix(n * n);
        float[] x1 = matrix(n);
        float[] x2 = matrix(n);
        float[] y1 = matrix(n);
        float[] y2 = matrix(n);
        float[] expected1 = x1.clone();
        float[] expected2 = x2.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                expected1[i] += a[i * n + j] * y1[j];
                expected2[i] += a[j * n + i] * y2[j];
            }
        }

        PolyBenchKernel.of("Mvt.220").call(folder, a, x1, x2, y1, y2);

        assertThat(x1).containsExactly(expected1);
        assertThat(x2).containsExactly(expected2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mvt.2560", "Mvt.9024"})
    void mvtIsTheSumOfTheProducts(String schedule) throws Exception {
        int n = 400;
        float[] a = matrix(n * n);
        float[] x1 = matrix(n);
        float[] x2 = matrix(n);
        float[] y1 = matrix(n);
        float[] y2 = matrix(n);
        double[] expected1 = sums(product(a, n, n, doubles(y1)), doubles(x1));
        double[] expected2 = sums(transposedProduct(a, n, n, doubles(y2)), doubles(x2));

        PolyBenchKernel.of(schedule).call(folder, a, x1, x2, y1, y2);

        assertNear(x1, expected1);
        assertNear(x2, expected2);
    }

    @Test
    void bicgWithOneColumnAtATimeHasPolyBenchsOwnBits() throws Exception {
        int n = 410;
        int m = 390;
        float[] a = matrix(n * m);
        float[] p = matrix(m);
        float[] r = matrix(n);
        float[] expectedS = new float[m];
        float[] expectedQ = new float[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                expectedS[j] = expectedS[j] + r[i] * a[i * m + j];
                expectedQ[i] = expectedQ[i] + a[i * m + j] * p[j];
            }
        }
        float[] s = new float[m];
        float[] q = new float[n];

        PolyBenchKernel.of("Bicg.220").call(folder, a, p, r, s, q);

        assertThat(s).containsExactly(expectedS);
        assertThat(q).containsExactly(expectedQ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bicg.2560", "Bicg.9024"})
    void bicgIsTwoProducts(String schedule) throws Exception {
        int n = 410;
        int m = 390;
        float[] a = matrix(n * m);
        float[] p = matrix(m);
        float[] r = matrix(n);
        float[] s = new float[m];
        float[] q = new float[n];

        PolyBenchKernel.of(schedule).call(folder, a, p, r, s, q);

        assertNear(q, product(a, n, m, doubles(p)));
        assertNear(s, transposedProduct(a, n, m, doubles(r)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atax.220", "Atax.2560", "Atax.9024"})
    void ataxIsAProductAndOneWithTheTransposedMatrix(String schedule) throws Exception {
        int m = 390;
        int n = 410;
        float[] a = matrix(m * n);
        float[] x = matrix(n);
        float[] y = new float[n];

        PolyBenchKernel.of(schedule).call(folder, a, x, y);

        assertNear(y, transposedProduct(a, m, n, product(a, m, n, doubles(x))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gesummv.220", "Gesummv.2560", "Gesummv.9024"})
    void gesummvIsASumOfTwoProducts(String schedule) throws Exception {
        int n = 250;
        float[] a = matrix(n * n);
        float[] b = matrix(n * n);
        float[] x = matrix(n);
        float[] y = new float[n];
        double[] ofA = product(a, n, n, doubles(x));
        double[] ofB = product(b, n, n, doubles(x));
        double[] expected = new double[n];
        Arrays.setAll(expected, i -> 1.5 * ofA[i] + 1.2f * ofB[i]);

        PolyBenchKernel.of(schedule).call(folder, a, b, x, y, 1.5f, 1.2f);

        assertNear(y, expected);
    }

    static Stream<Arguments> budgets() {
        return Stream.of("Gemm", "TwoMm", "ThreeMm", "Atax", "Bicg", "Gesummv", "Mvt")
                .flatMap(kernel -> Stream.of(Arguments.of(kernel, 220), Arguments.of(kernel, 2560)));
    }

    /** And the board: a kernel that is too large for it is an error. Those of 9,024 DSP blocks take long to schedule. */
    @ParameterizedTest
    @MethodSource("budgets")
    void schedulesFitTheirBudgets(String kernel, int budget) throws Exception {
        PolyBenchKernel polyBench = PolyBenchKernel.of(kernel + "." + budget);
        CommandRun run = CommandRun.of(
                "schedule",
                polyBench.source(),
                "--board",
                "u280",
                "--schedule",
                polyBench.schedule(),
                "--floats",
                "vendor",
                "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode dsps = JsonMapper.shared().readTree(run.out()).at("/resources/dsp");
        assertThat(dsps.asInt()).isBetween(budget * 3 / 4, budget);
    }

    static Stream<String> smallRuns() {
        return Stream.of(
                "Gemm NI=6 NJ=10 NK=5 ROWS=2 COLS=2 WIDTH=1",
                "Atax M=5 N=7 SIDE=2",
                "ThreeMm NI=6 NJ=7 NK=5 NL=6 NM=4 ROWS=2 COLS=2",
                "TwoMm NI=18 NJ=4 NK=6 NL=7 ROWS=2 COLS=4");
    }

    @ParameterizedTest
    @MethodSource("smallRuns")
    void asHardwareTheyHaveTheJvmsBits(String run) {
        String[] words = run.split(" ");
        Stream<String> tunables = Arrays.stream(words).skip(1).flatMap(tunable -> Stream.of("--set", tunable));
        Stream<String> command = Stream.of(
                "run", PolyBenchKernel.of(words[0] + ".220").source().toString(), "--board", "u280", "--on", "rtl");

        CommandRun outcome = CommandRun.of(Stream.concat(command, tunables).toArray());

        assumeTrue(outcome.exitCode() != 3, outcome.err());
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    }

    // ---- plain products

    private static double[] doubles(float[] vector) {
        double[] doubles = new double[vector.length];
        Arrays.setAll(doubles, i -> vector[i]);
        return doubles;
    }

    private static double[] sums(double[] a, double[] b) {
        double[] sums = new double[a.length];
        Arrays.setAll(sums, i -> a[i] + b[i]);
        return sums;
    }

    private static double[] product(float[] a, int rows, int columns, double[] x) {
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                product[i] += a[i * columns + j] * x[j];
            }
        }
        return product;
    }

    private static double[] transposedProduct(float[] a, int rows, int columns, double[] x) {
        double[] product = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                product[j] += a[i * columns + j] * x[i];
            }
        }
        return product;
    }
}
