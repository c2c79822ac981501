package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gatesmith.library.posit.PositDotModel.Mode.RTL_EXACT;

import java.util.Arrays;
import java.util.Random;
import org.gatesmith.library.posit.TunedPositDot.Tuning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the published unit returns the exactly rounded sum: the price of a narrow alignment width. */
class PositDotRoundingQualityTest {
    private static final int DOT_PRODUCTS = 4000;

    /** Standard normal factors and accumulator; percentages measured by us, see docs/posit.md. */
    @ParameterizedTest
    @CsvSource({"8, 14, 92.2, 98.4", "13, 14, 57.1, 89.5", "13, 10, 4.2, 12.8", "16, 40, 100, 100"})
    void shareOfExactlyRoundedSums(int nIn, int wm, double exact, double withinOneUlp) {
        Tuning tuning = new Tuning(4, nIn, 2, 16, 2, wm, RTL_EXACT);
        Random random = new Random(1);
        short[] a = gaussian(random, 4 * DOT_PRODUCTS, nIn);
        short[] b = gaussian(random, 4 * DOT_PRODUCTS, nIn);
        short[] acc = gaussian(random, DOT_PRODUCTS, 16);
        int[] distances = distances(tuning, a, b, acc);
        assertThat(share(distances, 0)).isCloseTo(exact, within(2.0));
        assertThat(share(distances, 1)).isCloseTo(withinOneUlp, within(2.0));
    }

    private static int[] distances(Tuning tuning, short[] a, short[] b, short[] acc) {
        short[] out = TunedPositDot.of(tuning).run(a, b, acc);
        PositDotModel model = tuning.model();
        int[] distances = new int[out.length];
        for (int i = 0; i < out.length; i++) {
            short[] rowA = Arrays.copyOfRange(a, 4 * i, 4 * i + 4);
            short[] rowB = Arrays.copyOfRange(b, 4 * i, 4 * i + 4);
            distances[i] = (int) Math.abs(out[i] - model.exactlyRounded(rowA, rowB, acc[i]));
        }
        return distances;
    }

    private static double share(int[] distances, int atMost) {
        return 100.0 * Arrays.stream(distances).filter(d -> d <= atMost).count() / distances.length;
    }

    private static short[] gaussian(Random random, int length, int n) {
        short[] codes = new short[length];
        for (int i = 0; i < length; i++) {
            codes[i] = (short) Posit.fromFloat((float) random.nextGaussian(), n, 2);
        }
        return codes;
    }
}
