package org.gatesmith.hls.floating;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.gatesmith.board.BoardLookup;
import org.gatesmith.board.Boards;
import org.gatesmith.hls.FloatOperators;
import org.gatesmith.hls.JavaKernel;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.DiagnosticException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimate of each floating-point operator beside what synthesis counted. */
class SoftFloatAreaTest {

    private static final String KERNEL = """
            @Kernel("operators")
            public static void operators(
                    @In @Shape("2") float[] a, @In @Shape("2") double[] d, @In @Shape("1") int[] x, @In @Shape("1") long[] y,
                    @Out @Shape("7") float[] f, @Out @Shape("7") double[] g, @Out @Shape("2") int[] r, @Out @Shape("2") long[] s) {
                float p = a[0];
                float q = a[1];
                double u = d[0];
                double v = d[1];
                f[0] = p + q;
                f[1] = p * q;
                f[2] = p / q;
                f[3] = (float) Math.sqrt(p);
                f[4] = (float) x[0];
                f[5] = (float) y[0];
                f[6] = (float) u;
                g[0] = u + v;
                g[1] = u * v;
                g[2] = u / v;
                g[3] = Math.sqrt(u);
                g[4] = (double) x[0];
                g[5] = (double) y[0];
                g[6] = (double) p;
                r[0] = (int) p;
                r[1] = (int) u;
                s[0] = (long) p;
                s[1] = (long) u;
            }
            """;

    private static Design design;

    @BeforeAll
    static void schedule() throws DiagnosticException {
        BoardLookup.Found u280 = (BoardLookup.Found) Boards.named("u280");
        design = JavaKernel.of(KERNEL)
                .compile()
                .scheduled(u280.board(), 300, FloatOperators.SOFT)
                .design();
    }

    private static Resources estimate(String core) {
        return design.module(core).resources();
    }

    /** Yosys 0.23, each core by itself, with the script of {@code build --synth}. */
    @ParameterizedTest
    @CsvSource({
        "f32Add, 481",
        "f32Mul, 470",
        "f32Div, 1745",
        "f32Sqrt, 809",
        "f32FromInt, 238",
        "f32FromLong, 431",
        "f32ToInt, 177",
        "f32ToLong, 330",
        "f32ToF64, 167",
        "f64Add, 995",
        "f64Mul, 1356",
        "f64Div, 6461",
        "f64Sqrt, 3321",
        "f64FromInt, 219",
        "f64FromLong, 521",
        "f64ToInt, 277",
        "f64ToLong, 436",
        "f64ToF32, 222",
    })
    void lutsAreCloseToThoseOfSynthesis(String core, long luts) {
        assertThat(estimate(core).lut()).isCloseTo(luts, Percentage.withPercentage(30));
    }

    /** Yosys 0.23 as above; products are left out, as it keeps registers beside DSP blocks. */
    @ParameterizedTest
    @CsvSource({
        "f32Add, 339",
        "f32Div, 1892",
        "f32Sqrt, 1657",
        "f32FromInt, 108",
        "f32FromLong, 215",
        "f32ToInt, 36",
        "f32ToLong, 137",
        "f32ToF64, 82",
        "f64Add, 670",
        "f64Div, 8375",
        "f64Sqrt, 8398",
        "f64FromInt, 77",
        "f64FromLong, 283",
        "f64ToInt, 73",
        "f64ToLong, 137",
        "f64ToF32, 135",
    })
    void registersAreCloseToThoseOfSynthesis(String core, long registers) {
        assertThat(estimate(core).ff()).isCloseTo(registers, Percentage.withPercentage(10));
    }
}
