package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anchors the reference in published values, so that it is not only compared with our own code. */
class ExactPositTest {
    @ParameterizedTest
    @CsvSource({
        // Gustafson and Yonemoto 2017, the worked example of a 16-bit posit with es = 3: 477 / 134217728.
        "16, 3, 0x0ddd, 0x1.ddp-19",
        "8, 0, 0x40, 1",
        "8, 0, 0x7f, 64",
        "8, 0, 0x01, 0x1p-6",
        "8, 0, 0xc0, -1",
        "8, 1, 0x7f, 4096",
        "8, 2, 0x7f, 0x1p24",
        "16, 1, 0x7fff, 0x1p28",
        "16, 2, 0x0001, 0x1p-56",
        "32, 2, 0x7fffffff, 0x1p120",
        "32, 2, 0x80000001, -0x1p120",
    })
    void readsPublishedValues(int n, int es, String code, double value) {
        assertThat(new ExactPosit(n, es).value(Long.decode(code))).isEqualByComparingTo(BinaryRational.of(value));
    }

    @Test
    void readsEveryCodeOfTheFourBitFormat() {
        double[] expected = {0, 0.0625, 0.25, 0.5, 1, 2, 4, 16};
        for (int code = 0; code < expected.length; code++) {
            assertThat(new ExactPosit(4, 1).value(code)).isEqualByComparingTo(BinaryRational.of(expected[code]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void valuesRiseWithTheCodeAndMirrorAtZero(int es) {
        ExactPosit format = new ExactPosit(8, es);
        for (int code = -127; code < 127; code++) {
            assertThat(format.value(code)).isLessThan(format.value(code + 1));
            assertThat(format.value(-code))
                    .isEqualByComparingTo(format.value(code).negate());
        }
    }

    @Test
    void narHasNoValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExactPosit(8, 1).value(0x80));
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 0x40",
        "1.015625, 0x40",
        "1.016, 0x41",
        "1.046875, 0x42",
        "63, 0x7f",
        "47.9, 0x7e",
        "48, 0x7e",
        "48.1, 0x7f",
        "1e9, 0x7f",
        "1e-9, 0x01",
        "-1e-9, -1",
        "-1.046875, -0x42"
    })
    void roundsToTheNearestOfTheEightBitFormat(double value, String code) {
        assertThat(new ExactPosit(8, 0).nearest(BinaryRational.of(value))).isEqualTo((long) Long.decode(code));
    }
}
