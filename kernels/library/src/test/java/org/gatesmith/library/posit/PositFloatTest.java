package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositFloatTest {
    static Stream<Arguments> formats() {
        return IntStream.rangeClosed(8, 16)
                .boxed()
                .flatMap(n -> IntStream.rangeClosed(0, 2).mapToObj(es -> Arguments.of(n, es)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyPositIsAFloatAndComesBack(int n, int es) {
        for (int code = Posit.nar(n) + 1; code < 1 << (n - 1); code++) {
            float value = Posit.toFloat(code, n, es);
            assertThat(Posit.fromFloat(value, n, es)).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "8, 2", "13, 2", "16, 1"})
    void theFloatIsTheExactValue(int n, int es) {
        for (int code = Posit.nar(n) + 1; code < 1 << (n - 1); code++) {
            assertThat(BinaryRational.of(Posit.toFloat(code, n, es)))
                    .isEqualByComparingTo(new ExactPosit(n, es).value(code));
        }
    }

    @Property(seed = "1")
    void floatsRoundToTheNearestPosit(
            @ForAll @IntRange(min = 8, max = 16) int n, @ForAll @IntRange(max = 2) int es, @ForAll float value) {
        assertThat((long) Posit.fromFloat(value, n, es))
                .isEqualTo(new ExactPosit(n, es).nearest(BinaryRational.of(value)));
    }

    @Property(seed = "1")
    void floatsOfAnyBitPatternRoundToTheNearestPosit(
            @ForAll @IntRange(min = 8, max = 16) int n, @ForAll @IntRange(max = 2) int es, @ForAll int bits) {
        float value = Float.intBitsToFloat(bits);
        if (Float.isFinite(value)) {
            assertThat((long) Posit.fromFloatBits(bits, n, es))
                    .isEqualTo(new ExactPosit(n, es).nearest(BinaryRational.of(value)));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.MIN_VALUE, Float.MIN_NORMAL, 0x1.fffffcp-127f})
    void theSmallestFloatsBecomeTheSmallestPosit(float value) {
        assertThat(Posit.fromFloat(value, 16, 2)).isEqualTo(1);
        assertThat(Posit.fromFloat(-value, 16, 2)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void notANumberAndInfinityBecomeNar(float value) {
        assertThat(Posit.fromFloat(value, 16, 2)).isEqualTo(-0x8000);
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, -0f})
    void bothZerosBecomeZero(float value) {
        assertThat(Posit.fromFloat(value, 16, 2)).isZero();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void narBecomesTheCanonicalNan(int n, int es) {
        assertThat(Posit.toFloatBits(Posit.nar(n), n, es)).isEqualTo(Float.floatToRawIntBits(Float.NaN));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void zeroBecomesPositiveZero(int n, int es) {
        assertThat(Posit.toFloatBits(0, n, es)).isZero();
    }
}
