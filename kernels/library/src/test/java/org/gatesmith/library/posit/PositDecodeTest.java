package org.gatesmith.library.posit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositDecodeTest {
    @ParameterizedTest
    @CsvSource({"8, 0", "8, 1", "8, 2", "4, 0", "4, 1", "5, 2", "6, 3", "7, 1", "9, 2", "10, 0", "13, 2", "16, 3"})
    void everyCodeHasTheValueOfTheStandardsFormula(int n, int es) {
        for (int code = -(1 << (n - 1)) + 1; code < 1 << (n - 1); code++) {
            assertThat(value(Posit.decode(code, n, es), n, es))
                    .as("code %d", code)
                    .isEqualByComparingTo(new ExactPosit(n, es).value(code));
        }
    }

    @Property(seed = "1")
    void everyFormatUpTo32BitsHasTheValuesOfTheStandardsFormula(
            @ForAll @IntRange(min = 6, max = 32) int n, @ForAll @IntRange(max = 3) int es, @ForAll int code) {
        DecodedPosit posit = Posit.decode(code, n, es);
        if (!posit.nar()) {
            assertThat(value(posit, n, es)).isEqualByComparingTo(new ExactPosit(n, es).value(code));
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "8, 2", "16, 1", "32, 3"})
    void zeroAndNarHaveNoSignificandAndTheExponentBelowMinpos(int n, int es) {
        int below = -(n - 1) << es;
        assertThat(Posit.decode(0, n, es)).isEqualTo(new DecodedPosit(false, below, 0, true, false));
        assertThat(Posit.decode(Posit.nar(n), n, es)).isEqualTo(new DecodedPosit(true, below, 0, false, true));
    }

    @Property(seed = "1")
    void bitsAboveTheCodeAreIgnored(
            @ForAll @IntRange(min = 6, max = 16) int n, @ForAll @IntRange(max = 3) int es, @ForAll int code) {
        assertThat(Posit.decode(code, n, es)).isEqualTo(Posit.decode(code & ((1 << n) - 1), n, es));
    }

    @Test
    void significandHasTheLeadingOneAtTheTop() {
        // 0 10 01 101 in P(8, 2): exponent 1, fraction 101.
        assertThat(Posit.decode(0b0_10_01_101, 8, 2)).isEqualTo(new DecodedPosit(false, 1, 0b1101, false, false));
    }

    static BinaryRational value(DecodedPosit posit, int n, int es) {
        int significand = posit.negative() ? -posit.significand() : posit.significand();
        return BinaryRational.of(significand, posit.exponent() - Posit.fractionBits(n, es));
    }
}
