package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.library.posit.PositDotModel.Mode.ZERO_GATED;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatesmith.api.Tunable;
import org.gatesmith.library.posit.PositDotModel.Mode;
import org.gatesmith.library.posit.TunedPositDot.Tuning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PositDotTest {
    private static final Tuning DEFAULT = new Tuning(4, 13, 2, 16, 2, 14, ZERO_GATED);
    private static final short ONE_16 = 0x4000;

    @Test
    void theDefaultIsTheFormatOfThePaperWithZeroGating() {
        short[] a = random(1, 4 * 100);
        short[] b = random(2, 4 * 100);
        short[] acc = random(3, 100);
        short[] out = new short[100];
        PositDot.positDot(a, b, acc, out, 100);
        assertThat(out).isEqualTo(TunedPositDot.of(DEFAULT).run(a, b, acc));
    }

    @Test
    void agreesWithItsReferenceModel() {
        short[] a = random(10, 4 * 200);
        short[] b = random(11, 4 * 200);
        short[] acc = random(12, 200);
        short[] out = new short[200];
        short[] expected = new short[200];
        PositDot.positDot(a, b, acc, out, 200);
        PositDotReference.positDot(a, b, acc, expected, 200);
        assertThat(out).isEqualTo(expected);
    }

    @Test
    void eachDotProductUsesItsOwnRow() {
        short[] a = random(4, 4 * 37);
        short[] b = random(5, 4 * 37);
        short[] acc = random(6, 37);
        short[] out = new short[40];
        Arrays.fill(out, (short) 99);
        PositDot.positDot(a, b, acc, out, 37);
        PositDotModel model = DEFAULT.model();
        for (int i = 0; i < 37; i++) {
            assertThat(out[i]).isEqualTo((short) model.published(row(a, i), row(b, i), acc[i]));
        }
        assertThat(out).endsWith(new short[] {99, 99, 99});
    }

    @Test
    void noDotProductsWriteNothing() {
        short[] out = {99};
        PositDot.positDot(new short[0], new short[0], new short[0], out, 0);
        assertThat(out).containsExactly((short) 99);
    }

    /** 0 · maxpos + 0x11 · 0x0e: the zero product's exponent pushes the true one out of the window of the published unit. */
    @ParameterizedTest
    @CsvSource({
        "RTL_EXACT, 0x7f, 0x0000",
        "RTL_EXACT, 0x00, 0x03a0",
        "ZERO_GATED, 0x7f, 0x03a0",
        "ZERO_GATED, 0x00, 0x03a0"
    })
    void aZeroProductHidesASmallOneOnlyInTheMode(Mode mode, String factorOfZero, String expected) {
        short[] a = {0, 0x11, 0, 0};
        short[] b = {Short.decode(factorOfZero), 0x0e, 0, 0};
        short result = TunedPositDot.of(new Tuning(4, 8, 2, 16, 2, 14, mode)).run(a, b, (short) 0);
        assertThat(result).isEqualTo((short) Short.decode(expected));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void narCountsAsZero(Mode mode) {
        TunedPositDot kernel = TunedPositDot.of(new Tuning(2, 8, 2, 16, 2, 14, mode));
        short one = 0x40;
        short nar = -0x80;
        short narAcc = -0x8000;
        assertThat(kernel.run(new short[] {nar, one}, new short[] {one, one}, (short) 0))
                .isEqualTo(ONE_16);
        assertThat(kernel.run(new short[] {0, one}, new short[] {0, one}, narAcc))
                .isEqualTo(ONE_16);
        assertThat(kernel.run(new short[] {nar, 0}, new short[] {one, 0}, narAcc))
                .isZero();
    }

    /** The published encoder turns what is maxpos or more into the code below that of 1. */
    @ParameterizedTest
    @CsvSource({
        "ZERO_GATED, 0x7fff, 0x7fff",
        "ZERO_GATED, -0x7fff, -0x7fff",
        "RTL_EXACT, 0x7fff, 0x3fff",
        "RTL_EXACT, -0x7fff, -0x3fff"
    })
    void maxposSurvivesOnlyWithSaturation(Mode mode, String acc, String expected) {
        TunedPositDot kernel = TunedPositDot.of(new Tuning(1, 8, 2, 16, 2, 14, mode));
        short result = kernel.run(new short[] {0}, new short[] {0}, Short.decode(acc));
        assertThat(result).isEqualTo((short) Short.decode(expected));
    }

    /** 2^-7, below minpos = 2^-6 of P(8, 0): the published encoder rounds the exact power to even, which is 0. */
    @ParameterizedTest
    @CsvSource({"ZERO_GATED, 1", "RTL_EXACT, 0"})
    void aPowerBelowMinposSurvivesOnlyWithSaturation(Mode mode, short expected) {
        TunedPositDot kernel = TunedPositDot.of(new Tuning(1, 8, 0, 8, 0, 40, mode));
        short half = 0x20;
        assertThat(kernel.run(new short[] {1}, new short[] {half}, (short) 0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void opposedTermsCancelToZero(Mode mode) {
        TunedPositDot kernel = TunedPositDot.of(new Tuning(2, 8, 2, 16, 2, 14, mode));
        assertThat(kernel.run(new short[] {0x35, 0x35}, new short[] {0x47, -0x47}, (short) 0))
                .isZero();
    }

    static Stream<Tuning> everyLegalValue() {
        return Stream.of("N", "N_IN", "ES_IN", "N_OUT", "ES_OUT", "WM", "MODE")
                .flatMap(name -> LongStream.of(legalValues(name)).mapToObj(value -> withValue(name, (int) value)))
                .filter(PositDotTest::isLegal);
    }

    @ParameterizedTest
    @MethodSource("everyLegalValue")
    void everyLegalValueOfATunableGivesAWorkingKernel(Tuning tuning) {
        PositDotModel model = tuning.model();
        short[] a = random(7, tuning.n() * 50);
        short[] b = random(8, tuning.n() * 50);
        short[] acc = random(9, 50);
        short[] out = TunedPositDot.of(tuning).run(a, b, acc);
        for (int i = 0; i < 50; i++) {
            short[] rowA = Arrays.copyOfRange(a, i * tuning.n(), (i + 1) * tuning.n());
            short[] rowB = Arrays.copyOfRange(b, i * tuning.n(), (i + 1) * tuning.n());
            assertThat(out[i]).isEqualTo((short) model.published(rowA, rowB, acc[i]));
        }
    }

    private static long[] legalValues(String name) {
        try {
            Field field = PositDot.class.getDeclaredField(name);
            return field.getAnnotation(Tunable.class).value();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static Tuning withValue(String name, int value) {
        Map<String, Integer> set = new TreeMap<>(DEFAULT.constants());
        set.put(name, value);
        return new Tuning(
                set.get("N"),
                set.get("N_IN"),
                set.get("ES_IN"),
                set.get("N_OUT"),
                set.get("ES_OUT"),
                set.get("WM"),
                Mode.of(set.get("MODE")));
    }

    /** The kernel's constraint on its formats. */
    private static boolean isLegal(Tuning tuning) {
        return tuning.nIn() >= tuning.esIn() + 3 && tuning.nOut() >= tuning.esOut() + 3;
    }

    private static short[] row(short[] codes, int row) {
        return Arrays.copyOfRange(codes, 4 * row, 4 * row + 4);
    }

    private static short[] random(long seed, int length) {
        Random random = new Random(seed);
        short[] codes = new short[length];
        for (int i = 0; i < length; i++) {
            codes[i] = (short) random.nextInt();
        }
        return codes;
    }
}
