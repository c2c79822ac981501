package org.gatesmith.host.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The no-break spaces of the texts are written as plain ones here. */
final class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 1.00 s",
        "0.00123456, 1.23 ms",
        "0.0999999, 100 ms",
        "0.9999, 1.00 s",
        "999.6, 1.00 ks",
        "15754000000, 15.8 Gs",
        "-0.5, -500 ms",
        "2.5e-13, 0.25 ps",
        "NaN, NaN s"
    })
    void haveThreeDigitsAndADecimalPrefix(double value, String text) {
        assertThat(plain(Quantities.si(value, "s"))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1, 1 B",
        "999, 999 B",
        "1000, 1000 B",
        "1023, 1023 B",
        "1024, 1 KiB",
        "1536, 1.5 KiB",
        "16777216, 16 MiB",
        "1073741823, 1 GiB",
        "9223372036854775807, 8 EiB"
    })
    void haveBinaryPrefixesForSizes(long bytes, String text) {
        assertThat(plain(Quantities.bytes(bytes))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "1, 100 %", "0.5, 50.0 %", "0.9995, > 99.9 %", "0.00001, < 0.1 %", "1.5, 150.0 %"})
    void showAPercentageAsWholeOnlyIfItIs(double fraction, String text) {
        assertThat(plain(Quantities.percent(fraction))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1, 1.00×", "3.5449, 3.54×", "1024, 1 024×", "0, 0×", "0.8184, 0.818×", "Infinity, –", "NaN, –"})
    void showFactors(double factor, String text) {
        assertThat(plain(Quantities.times(factor))).isEqualTo(text);
    }

    @Test
    void separateThousandsAndKnowThePlural() {
        assertThat(plain(Quantities.count(1_303_680))).isEqualTo("1 303 680");
        assertThat(plain(Quantities.count(1, "tile"))).isEqualTo("1 tile");
        assertThat(plain(Quantities.count(0, "tile"))).isEqualTo("0 tiles");
    }

    @Test
    void neverBreakAcrossLines() {
        assertThat(Quantities.si(1.5e9, "B/s") + Quantities.count(123_456, "tile") + Quantities.percent(0.5))
                .doesNotContain(" ");
    }

    @Test
    void areTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(plain(Quantities.count(1234) + Quantities.si(1.5, "s"))).isEqualTo("1 2341.50 s");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
