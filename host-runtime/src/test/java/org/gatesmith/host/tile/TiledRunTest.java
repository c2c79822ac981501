package org.gatesmith.host.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.FloatValues;
import org.gatesmith.host.data.RandomInputs;
import org.gatesmith.host.device.JvmDevice;
import org.gatesmith.host.device.WholeCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan carried out tile by tile gives what the whole call gives, bit for bit. */
class TiledRunTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({
        "gemm_i8, m=37 n=29 k=23, m=8 n=5 k=7",
        "gemm_i8, m=150 n=131 k=140, m=64 n=131 k=33",
        "gemm_f32, m=20 n=33 k=50, m=7 n=11 k=13",
        "vector_add, n=1000, n=64",
        "jacobi_2d, h=61 w=47, h=16 w=10",
        "jacobi_2d, h=5 w=500, h=1 w=499",
        "posit_dot, count=333, count=50",
        "relu_linear_attention_i8, heads=5 queries=17 keys=9, heads=2 queries=6"
    })
    void libraryKernels(String kernel, String sizes, String tiles) throws Exception {
        assertEqualToWhole(Kernels.library(kernel), sizes, tiles);
    }

    @Test
    void aStencilWhoseScalarCountsTheInput() throws Exception {
        assertEqualToWhole(Kernels.of("""
                @Kernel("inner")
                public static void inner(@In @Shape({"h", "w"}) int[] x, @Out @Shape({"h - 2", "w"}) int[] y, int h, int w) {
                    for (int r = 0; r < h - 2; r++) {
                        for (int c = 0; c < w; c++) {
                            y[r * w + c] = x[r * w + c] - 2 * x[(r + 1) * w + c] + x[(r + 2) * w + c];
                        }
                    }
                }
                """), "h=40 w=7", "h=9 w=3");
    }

    @Test
    void aKernelThatReadsThreeElementsForEachItWrites() throws Exception {
        assertEqualToWhole(Kernels.of("""
                @Kernel("thirds")
                public static void thirds(@In @Shape("3 * n + 1") short[] x, @Out @Shape("2 * n") long[] y, int n) {
                    for (int i = 0; i < n; i++) {
                        y[2 * i] = x[3 * i] + x[3 * i + 1];
                        y[2 * i + 1] = (long) x[3 * i + 2] * x[3 * i + 3];
                    }
                }
                """), "n=50", "n=7");
    }

    private static void assertEqualToWhole(CompiledKernel kernel, String sizes, String tiles) throws Exception {
        Map<String, Long> fixed = new TreeMap<>();
        Kernels.scalars(tiles).forEach((name, value) -> fixed.put(name, Long.valueOf(value)));
        PlanRequest request = Kernels.request(kernel, "u280", sizes).withTiles(fixed);
        TilePlan plan = TilePlanner.plan(request);
        Map<String, Elements> whole = contents(request);
        Map<String, Elements> tiled = contents(request);

        try (JvmDevice jvm = new JvmDevice(kernel)) {
            new WholeCall(kernel.signature(), whole, request.size().scalars()).on(jvm, LIMIT);
            new SerialTiles(kernel.signature(), request.size(), tiled).run(plan, jvm, LIMIT);
        }

        assertThat(plan.tiles()).isGreaterThan(1);
        whole.forEach((name, elements) -> assertThat(tiled.get(name).segment().mismatch(elements.segment()))
                .as("first byte of %s that differs", name)
                .isEqualTo(-1));
    }

    private static Map<String, Elements> contents(PlanRequest request) {
        RandomInputs random = new RandomInputs(42);
        Map<String, Elements> contents = new LinkedHashMap<>();
        for (Parameter.Array array : request.kernel().signature().arrays().toList()) {
            Elements elements = SerialTiles.zeroes(array, request.size().elements(array));
            if (array.type().isFloatingPoint()) {
                random.fillFloats(array.name(), elements, 0, FloatValues.ORDINARY);
            } else {
                random.fillIntegers(array.name(), elements, 0, array.range());
            }
            contents.put(array.name(), elements);
        }
        return contents;
    }
}
