package org.gatesmith.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether text can be read against what is behind it (WCAG 2.2, success criteria 1.4.3 and 1.4.11). */
final class ContrastTest {

    private static final double OF_TEXT = 4.5;
    private static final double OF_GRAPHICS = 3;

    @ParameterizedTest
    @CsvSource({
        "text, page",
        "text, raised",
        "text, good-soft",
        "text, bad-soft",
        "text, warn-soft",
        "text, mute-soft",
        "quiet, page",
        "link-text, page",
        "good, page",
        "good, good-soft",
        "bad, page",
        "bad, bad-soft",
        "warn, warn-soft",
        "mute, mute-soft",
        "on-bar, host",
        "on-bar, host-2",
        "on-bar, link",
        "on-bar, link-2",
        "on-bar, kernel",
        "on-bar, kernel-2"
    })
    void textStandsOutFromItsGround(String text, String ground) {
        assertThat(contrasts(text, ground))
                .hasSize(2)
                .allSatisfy(contrast -> assertThat(contrast).isGreaterThanOrEqualTo(OF_TEXT));
    }

    @ParameterizedTest
    @CsvSource({"host, grid", "link, grid", "kernel, grid", "text, back", "h5, raised"})
    void partsOfChartsStandOutFromTheirGround(String part, String ground) {
        assertThat(contrasts(part, ground))
                .hasSize(2)
                .allSatisfy(contrast -> assertThat(contrast).isGreaterThanOrEqualTo(OF_GRAPHICS));
    }

    /** The contrast in the light scheme and in the dark one. */
    private static List<Double> contrasts(String one, String other) {
        List<Double> ones = luminances(one);
        List<Double> others = luminances(other);
        List<Double> contrasts = new ArrayList<>();
        for (int i = 0; i < ones.size(); i++) {
            double lighter = Math.max(ones.get(i), others.get(i));
            double darker = Math.min(ones.get(i), others.get(i));
            contrasts.add((lighter + 0.05) / (darker + 0.05));
        }
        return contrasts;
    }

    private static List<Double> luminances(String variable) {
        return Pattern.compile("--" + Pattern.quote(variable) + ": #([0-9a-f]{6});")
                .matcher(ReportPage.html(SamplePages.smallest()))
                .results()
                .map(MatchResult::group)
                .map(text -> Integer.parseInt(text.substring(text.indexOf('#') + 1, text.length() - 1), 16))
                .map(ContrastTest::luminance)
                .toList();
    }

    /** WCAG 2.2, definition of relative luminance. */
    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
