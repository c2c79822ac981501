package org.gatesmith.host.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.hls.CompiledKernel;
import org.junit.jupiter.api.Test;

/** Shapes say how arrays are cut; only the kernel's own results say whether it may be done. */
class DivisibilityTest {

    @Test
    void matrixMultiplicationMayBeCutEverywhere() throws Exception {
        assertThat(granules(Kernels.library("gemm_i8"), "m=1000 n=999 k=777")).isEqualTo("m:1 n:1 k:1");
    }

    @Test
    void aFloatSumThatGoesOnInOrderMayBeCut() throws Exception {
        assertThat(granules(Kernels.library("gemm_f32"), "m=100 n=100 k=100")).isEqualTo("m:1 n:1 k:1");
    }

    @Test
    void aStencilWithAHaloMayBeCut() throws Exception {
        assertThat(granules(Kernels.library("jacobi_2d"), "h=500 w=400")).isEqualTo("h:1 w:1");
    }

    @Test
    void aFilterThatMakesUpItsBorderMayNot() throws Exception {
        Divisibility divisibility = divisibility(Kernels.library("image_filter"), "h=100 w=90 mode=1");

        assertThat(divisibility.tested()).isEmpty();
        assertThat(divisibility.unsplit()).extracting(Unsplit::scalar).containsExactlyInAnyOrder("h", "w");
        assertThat(divisibility.unsplit())
                .allSatisfy(not -> assertThat(not.reason())
                        .contains("changes dst[", "expected", "outside of the tile", "give the input a halo"));
    }

    @Test
    void aNormalisationMayNotBeCutAlongWhatItSums() throws Exception {
        CompiledKernel kernel = Kernels.of("""
                @Kernel("normalise")
                public static void normalise(
                        @In @Shape({"rows", "n"}) int[] x, @Out @Shape({"rows", "n"}) int[] y, int rows, int n) {
                    for (int r = 0; r < rows; r++) {
                        int sum = 0;
                        for (int i = 0; i < n; i++) {
                            sum += x[r * n + i];
                        }
                        for (int i = 0; i < n; i++) {
                            y[r * n + i] = x[r * n + i] ^ sum;
                        }
                    }
                }
                """);
        Divisibility divisibility = divisibility(kernel, "rows=50 n=60");

        assertThat(text(divisibility.tested())).isEqualTo("rows:1");
        assertThat(divisibility.unsplit()).extracting(Unsplit::scalar).containsExactly("n");
    }

    @Test
    void aPrefixSumMayNotBeCut() throws Exception {
        assertThat(granules(Kernels.of("""
                @Kernel("prefix")
                public static void prefix(@In @Shape("n") int[] x, @Out @Shape("n") int[] y, int n) {
                    int sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += x[i];
                        y[i] = sum;
                    }
                }
                """), "n=1000")).isEmpty();
    }

    /** Far beyond what a few elements would show. */
    @Test
    void anEchoFromFarAwayIsHeard() throws Exception {
        assertThat(granules(Kernels.of("""
                @Kernel("echo")
                public static void echo(@In @Shape("n") int[] x, @Out @Shape("n") int[] y, int n) {
                    for (int i = 0; i < n; i++) {
                        y[i] = i < 100 ? x[i] : x[i] + x[i - 100];
                    }
                }
                """), "n=1000")).isEmpty();
    }

    @Test
    void aFloatSumThatStartsFromZeroMayNotBeCut() throws Exception {
        Divisibility divisibility = divisibility(Kernels.of("""
                @Kernel("dot")
                public static void dot(
                        @In @Shape("n") float[] x, @In @Shape("n") float[] y, @InOut @Shape("1") float[] r, int n) {
                    float sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += x[i] * y[i];
                    }
                    r[0] += sum;
                }
                """), "n=1000");

        assertThat(divisibility.tested()).isEmpty();
        assertThat(divisibility.unsplit().getFirst().reason())
                .contains("changes r[0]", "sums of floating-point numbers must start from the old value");
    }

    @Test
    void aDeclaredToleranceIsTakenAtItsWord() throws Exception {
        assertThat(granules(Kernels.of("""
                @Kernel("dot")
                @Tolerance(abs = 0.01)
                public static void dot(
                        @In @Shape("n") float[] x, @In @Shape("n") float[] y, @InOut @Shape("1") float[] r, int n) {
                    float sum = 0;
                    for (int i = 0; i < n; i++) {
                        sum += x[i] * y[i];
                    }
                    r[0] += sum;
                }
                """), "n=1000")).isEqualTo("n:1");
    }

    @Test
    void aKernelThatWorksInBlocksIsCutIntoWholeBlocks() throws Exception {
        CompiledKernel kernel = Kernels.of("""
                @Kernel("peaks")
                public static void peaks(@In @Shape("n") int[] x, @Out @Shape("n") int[] y, int n) {
                    for (int b = 0; b < n; b += 64) {
                        int peak = -2147483648;
                        for (int i = b; i < Math.min(n, b + 64); i++) {
                            peak = Math.max(peak, x[i]);
                        }
                        for (int i = b; i < Math.min(n, b + 64); i++) {
                            y[i] = peak;
                        }
                    }
                }
                """);

        assertThat(granules(kernel, "n=10000")).isEqualTo("n:128");
    }

    /** The kernel loses what is beyond the last whole group of 16, so only sizes like the problem's can be tested. */
    @Test
    void aKernelForMultiplesOfSixteenIsTestedAtMultiples() throws Exception {
        CompiledKernel kernel = Kernels.of("""
                @Kernel("groups")
                public static void groups(@In @Shape("n") int[] x, @Out @Shape("n") int[] y, int n) {
                    for (int g = 0; g < n / 16; g++) {
                        for (int i = 0; i < 16; i++) {
                            y[g * 16 + i] = x[g * 16 + i] + 1;
                        }
                    }
                }
                """);

        assertThat(granules(kernel, "n=1600")).isEqualTo("n:16");
    }

    @Test
    void sizesOfTheTestKeepToTheContracts() throws Exception {
        CompiledKernel kernel = Kernels.of("""
                @Kernel("bounded")
                public static void bounded(
                        @In @Shape({"m", "n"}) byte[] x, @Out @Shape({"m", "n"}) byte[] y,
                        @Range(min = 8, max = 40) int m, @Range(min = 3, max = 4) int n,
                        @Range(min = -1, max = 1) int sign) {
                    for (int i = 0; i < m * n; i++) {
                        y[i] = (byte) (sign * x[i]);
                    }
                }
                """);

        assertThat(granules(kernel, "m=40 n=4 sign=1")).isEqualTo("m:1");
    }

    @Test
    void aScalarThatOnlyMattersAtItsExtremesIsTestedThere() throws Exception {
        CompiledKernel kernel = Kernels.of("""
                @Kernel("modal")
                public static void modal(
                        @In @Shape("n") int[] x, @Out @Shape("n") int[] y, int n, @Range(min = 0, max = 2) int mode) {
                    for (int i = 0; i < n; i++) {
                        y[i] = mode == 2 ? x[n - 1 - i] : x[i];
                    }
                }
                """);

        assertThat(granules(kernel, "n=500 mode=0")).isEmpty();
    }

    @Test
    void aKernelThatFailsIsAReason() throws Exception {
        Divisibility divisibility = divisibility(Kernels.of("""
                @Kernel("failing")
                public static void failing(@In @Shape("n") int[] x, @Out @Shape("n") int[] y, int n) {
                    for (int i = 0; i < n; i++) {
                        y[i] = x[i + 1];
                    }
                }
                """), "n=500");

        assertThat(divisibility.tested()).isEmpty();
        assertThat(divisibility.unsplit().getFirst().reason())
                .contains("could not be tested", "the kernel fails with GS0901", "index out of bounds");
    }

    /** Each of the two dimensions alone passes: the other is then whole. */
    @Test
    void dimensionsAreTestedTogether() throws Exception {
        Divisibility divisibility = divisibility(Kernels.of("""
                @Kernel("corner")
                public static void corner(
                        @In @Shape({"m", "n"}) int[] x, @Out @Shape({"m", "n"}) int[] y, int m, int n) {
                    for (int i = 0; i < m * n; i++) {
                        y[i] = m < 4 && n < 4 ? 0 : x[i];
                    }
                }
                """), "m=100 n=90");

        assertThat(text(divisibility.tested())).isEqualTo("m:1");
        assertThat(divisibility.unsplit().getFirst().reason()).startsWith("cutting m and n together changes y[");
    }

    @Test
    void twoScalarsInOneExtentAreNotBothCut() throws Exception {
        Divisibility divisibility = divisibility(Kernels.of("""
                @Kernel("flat")
                public static void flat(
                        @In @Shape("m * n") int[] x, @Out @Shape("m * n") int[] y, int m, int n) {
                    for (int i = 0; i < m * n; i++) {
                        y[i] = x[i] + 1;
                    }
                }
                """), "m=100 n=90");

        assertThat(text(divisibility.tested())).isEqualTo("m:1");
        assertThat(divisibility.unsplit())
                .containsExactly(new Unsplit("n", "one extent of 'x' depends on it and on m, which is cut"));
    }

    private static Divisibility divisibility(CompiledKernel kernel, String sizes) throws Exception {
        return new Divisibility(kernel, Kernels.size(kernel, sizes));
    }

    private static String granules(CompiledKernel kernel, String sizes) throws Exception {
        return text(divisibility(kernel, sizes).tested());
    }

    private static String text(List<GranularDimension> dimensions) {
        return dimensions.stream()
                .map(dimension -> dimension.scalar() + ":" + dimension.granule())
                .collect(Collectors.joining(" "));
    }
}
