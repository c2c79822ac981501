package org.gatesmith.library.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorAddTest {

    @Test
    void addsElementByElement() {
        float[] sum = new float[3];

        VectorAdd.add(new float[] {1, 2, 3}, new float[] {10, 20, 30}, sum, 3);

        assertThat(sum).isEqualTo(new float[] {11, 22, 33});
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 13, 1024, 10_007})
    void agreesWithTheReference(int n) {
        Random random = new Random(n);
        float[] a = Floats.random(random, n);
        float[] b = Floats.random(random, n);
        float[] sum = new float[n];
        float[] expected = new float[n];

        VectorAdd.add(a, b, sum, n);
        VectorAddReference.add(a, b, expected, n);

        assertThat(sum).isEqualTo(expected);
    }

    @Test
    void agreesWithTheReferenceOnEveryPairOfSpecialValues() {
        int count = Floats.SPECIAL.length;
        float[] a = new float[count * count];
        float[] b = new float[count * count];
        for (int i = 0; i < a.length; i++) {
            a[i] = Floats.SPECIAL[i / count];
            b[i] = Floats.SPECIAL[i % count];
        }
        float[] sum = new float[a.length];
        float[] expected = new float[a.length];

        VectorAdd.add(a, b, sum, a.length);
        VectorAddReference.add(a, b, expected, a.length);

        assertThat(sum).isEqualTo(expected);
    }

    @Test
    void keepsTheSignOfZeroAndRoundsTiesToEven() {
        float[] a = {-0.0f, -0.0f, 1 << 24, (1 << 24) + 2, Float.MIN_VALUE, Float.MAX_VALUE};
        float[] b = {-0.0f, 0.0f, 1, 1, Float.MIN_VALUE, Float.MAX_VALUE};
        float[] sum = new float[a.length];

        VectorAdd.add(a, b, sum, a.length);

        assertThat(sum).isEqualTo(new float[] {
            -0.0f, 0.0f, 1 << 24, (1 << 24) + 4, 2 * Float.MIN_VALUE, Float.POSITIVE_INFINITY
        });
    }

    @Test
    void leavesWhatIsBehindTheVector() {
        float[] sum = new float[5];
        Arrays.fill(sum, 7);

        VectorAdd.add(new float[5], new float[5], sum, 3);

        assertThat(sum).isEqualTo(new float[] {0, 0, 0, 7, 7});
    }
}
