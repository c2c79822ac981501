package org.gatesmith.host.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.FormulaSyntaxException;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeAnalysisTest {

    @Test
    void matrixMultiplicationHasTwoParallelDimensionsAndAReduction() {
        String gemm = "in a[m][k], in b[k][n], inout c[m][n]";

        assertThat(dimension(gemm, "m=8 n=9 k=7", "m"))
                .isEqualTo(new SplitDimension(
                        "m", LoopKind.PARALLEL, 8, 0, Map.of("a", new Cut(0, 1, 0), "c", new Cut(0, 1, 0))));
        assertThat(dimension(gemm, "m=8 n=9 k=7", "n"))
                .isEqualTo(new SplitDimension(
                        "n", LoopKind.PARALLEL, 9, 0, Map.of("b", new Cut(1, 1, 0), "c", new Cut(1, 1, 0))));
        assertThat(dimension(gemm, "m=8 n=9 k=7", "k"))
                .isEqualTo(new SplitDimension(
                        "k", LoopKind.REDUCTION, 7, 0, Map.of("a", new Cut(1, 1, 0), "b", new Cut(0, 1, 0))));
    }

    @Test
    void anInputWithABorderHasAHalo() {
        assertThat(dimension("in src[h + 2], out dst[h]", "h=10", "h"))
                .isEqualTo(new SplitDimension(
                        "h", LoopKind.PARALLEL, 10, 0, Map.of("src", new Cut(0, 1, 2), "dst", new Cut(0, 1, 0))));
    }

    /** The same stencil with the scalar counting the input: a tile of t outputs is a call with t + 2. */
    @Test
    void anOutputWithoutTheBorderHasTheSameHalo() {
        SplitDimension dimension = dimension("in src[h], out dst[h - 2]", "h=12", "h");

        assertThat(dimension)
                .isEqualTo(new SplitDimension(
                        "h", LoopKind.PARALLEL, 10, -2, Map.of("src", new Cut(0, 1, 2), "dst", new Cut(0, 1, 0))));
        assertThat(dimension.scalarFor(4)).isEqualTo(6);
    }

    @Test
    void aScalarThatIsNotCutMayBeAFactorOrAnOffset() {
        assertThat(dimension("in x[n * c + taps], out y[n]", "n=10 c=3 taps=5", "n")
                        .cuts())
                .containsEntry("x", new Cut(0, 3, 5));
        assertThat(dimension("in x[n], in w[taps], out y[n - taps + 1]", "n=10 taps=4", "n"))
                .extracting(SplitDimension::shift, SplitDimension::units)
                .containsExactly(-3L, 7L);
    }

    @Test
    void stridedOutputsCountInStrides() {
        assertThat(dimension("in x[n], out y[2 * n - 2]", "n=9", "n"))
                .isEqualTo(new SplitDimension(
                        "n", LoopKind.PARALLEL, 8, -1, Map.of("x", new Cut(0, 1, 1), "y", new Cut(0, 2, 0))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "in a[n][n], inout c[n] | two extents of 'a' depend on it, n and n",
                "in a[n * n], out c[n]  | the extent n * n of 'a' is not linear in it",
                "in a[n / 2], out c[n]  | the extent n / 2 of 'a' is not linear in it",
                "in a[n], out c[10 - n] | the extent 10 - n of 'c' does not grow with it",
                "in a[n], out c[1]      | 'c' does not depend on it, so every tile would overwrite it",
                "in a[n], inout c[n], inout d[1] | 'c' depends on it and 'd' does not, although the kernel writes both",
                "in a[n + 1], out c[n], out d[n - 1] | the outputs 'c' and 'd' depend on it in different ways, n and n - 1",
                "in a[n], out c[n + 1]  | the extent n of 'a' is smaller than what the outputs have per unit of n",
                "in a[n], out c[2 * n + 1] | the extent (2 * n) + 1 of 'c' is no multiple of 2 elements",
                "in a[n]                | the kernel writes no array"
            })
    void saysWhyADimensionCannotBeCut(String arrays, String reason) {
        assertThat(splitting(arrays, "n=6", "n"))
                .isInstanceOfSatisfying(
                        Splitting.Impossible.class,
                        impossible -> assertThat(impossible.reason()).startsWith(reason));
    }

    @Test
    void scalarsThatAreNoExtentsAreNotMentioned() {
        assertThat(ShapeAnalysis.of(signature("in a[n], out c[n]", "n=3 mode=1"), scalars("n=3 mode=1")))
                .extracting(Splitting::scalar)
                .containsExactly("n");
    }

    private static SplitDimension dimension(String arrays, String sizes, String scalar) {
        return ((Splitting.Possible) splitting(arrays, sizes, scalar)).dimension();
    }

    private static Splitting splitting(String arrays, String sizes, String scalar) {
        return ShapeAnalysis.of(signature(arrays, sizes), scalars(sizes)).stream()
                .filter(splitting -> splitting.scalar().equals(scalar))
                .findFirst()
                .orElseThrow();
    }

    /** Arrays as {@code in a[m][k], out c[m]}, scalars as {@code m=3 k=4}. */
    private static KernelSignature signature(String arrays, String sizes) {
        List<Parameter> parameters = new ArrayList<>();
        for (String array : arrays.split(", ", -1)) {
            Direction direction =
                    Direction.valueOf(array.substring(0, array.indexOf(' ')).toUpperCase(java.util.Locale.ROOT));
            String[] parts =
                    array.substring(array.indexOf(' ') + 1).replace("]", "").split("\\[", -1);
            List<Formula> shape = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                shape.add(formula(parts[i].strip()));
            }
            parameters.add(new Parameter.Array(parts[0], JavaType.INT, null, direction, shape, "gmem"));
        }
        scalars(sizes).keySet().forEach(name -> parameters.add(new Parameter.Scalar(name, JavaType.INT, null)));
        return new KernelSignature("k", "K", "k", parameters, Tolerance.EXACT, "");
    }

    private static Formula formula(String text) {
        try {
            return Formula.parse(text);
        } catch (FormulaSyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Map<String, Long> scalars(String sizes) {
        Map<String, Long> scalars = new LinkedHashMap<>();
        Kernels.scalars(sizes).forEach((name, value) -> scalars.put(name, Long.valueOf(value)));
        return scalars;
    }
}
