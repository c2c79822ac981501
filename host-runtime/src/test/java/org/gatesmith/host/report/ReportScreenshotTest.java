package org.gatesmith.host.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gatesmith.host.report.HeadlessBrowser.Scheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser makes of the page. Needs one of the Chromium family; {@code ./gatesmith setup} installs it on Debian. */
final class ReportScreenshotTest {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 3300;
    private static final int TELEPHONE = 500;

    /** A4 without the margins of the page's style: 210 mm - 2 * 12 mm at 96 pixels an inch. */
    private static final int PAPER = 703;

    private HeadlessBrowser browser;

    @BeforeEach
    void findABrowser(@TempDir Path folder) {
        Optional<Path> program = HeadlessBrowser.find();
        assumeTrue(program.isPresent(), "no chromium or google-chrome on PATH, so the page is not looked at");
        browser = new HeadlessBrowser(program.orElseThrow(), folder);
    }

    @Test
    void isBrightWithTheColoursOfItsStyleWhereTheReaderWantsLight() throws Exception {
        BufferedImage picture = browser.screenshot(gemm(), WIDTH, HEIGHT, Scheme.LIGHT);
        assertThat(picture.getWidth()).isEqualTo(WIDTH);
        assertThat(brightness(corner(picture))).isGreaterThan(0.95f);
        assertShowsAPassedRun(picture, Scheme.LIGHT);
    }

    @Test
    void isDarkWithTheColoursOfItsStyleWhereTheReaderWantsDark() throws Exception {
        BufferedImage picture = browser.screenshot(gemm(), WIDTH, HEIGHT, Scheme.DARK);
        assertThat(brightness(corner(picture))).isLessThan(0.2f);
        assertThat(share(picture, pixel -> brightness(pixel) > 0.95f))
                .as("no part is left bright")
                .isLessThan(0.02);
        assertShowsAPassedRun(picture, Scheme.DARK);
    }

    private static void assertShowsAPassedRun(BufferedImage picture, Scheme scheme) {
        assertThat(count(picture, colour("--kernel", scheme)))
                .as("bars of the kernel")
                .isGreaterThan(5000);
        assertThat(count(picture, colour("--link", scheme)))
                .as("bars of the link")
                .isGreaterThan(5000);
        assertThat(count(picture, colour("--good", scheme))).as("the verdict").isGreaterThan(300);
        assertThat(count(picture, colour("--text", scheme))).as("text").isGreaterThan(1000);
    }

    @Test
    void showsAFailureAndItsPlaceInTheColourOfErrors() throws Exception {
        BufferedImage picture = browser.screenshot(failing(), WIDTH, HEIGHT, Scheme.LIGHT);
        assertThat(count(picture, colour("--bad", Scheme.LIGHT)))
                .as("the verdict")
                .isGreaterThan(300);
        assertThat(count(picture, colour("--h4", Scheme.LIGHT)) + count(picture, colour("--h5", Scheme.LIGHT)))
                .as("the map of errors")
                .isGreaterThan(1000);
        assertThat(count(picture, colour("--good", Scheme.LIGHT)))
                .as("no verdict of success")
                .isLessThan(300);
    }

    @ParameterizedTest
    @ValueSource(ints = {TELEPHONE, WIDTH})
    void fitsTheWindowWithAllTextOfItsCharts(int width) throws Exception {
        for (String page : List.of(gemm(), failing())) {
            PageMeasure measure = measure(page, width);
            assertThat(measure.windowWidth()).isEqualTo(width);
            assertThat(measure.contentWidth()).isLessThanOrEqualTo(width);
            assertThat(measure.textsOutside()).isEmpty();
        }
    }

    @Test
    void fitsTheWindowWhateverTextsItHolds() throws Exception {
        PageMeasure measure = measure(ReportPage.html(new HostilePage().page()), TELEPHONE);
        assertThat(measure.contentWidth()).isLessThanOrEqualTo(TELEPHONE);
    }

    @Test
    void fitsOnPaper() throws Exception {
        PageMeasure measure = measure(PageMeasure.asOnPaper(gemm()), PAPER);
        assertThat(measure.contentWidth()).isLessThanOrEqualTo(PAPER);
        assertThat(measure.textsOutside()).isEmpty();
    }

    @Test
    void isPrintedOnAFewPages() throws Exception {
        String pdf = new String(browser.printed(gemm()), StandardCharsets.ISO_8859_1);
        Matcher pages = Pattern.compile("/Type\\s*/Pages.*?/Count\\s+(\\d+)", Pattern.DOTALL)
                .matcher(pdf);
        assertThat(pages.find()).as("the browser printed a PDF file").isTrue();
        assertThat(Integer.parseInt(pages.group(1))).isBetween(2, 5);
    }

    private PageMeasure measure(String html, int width) throws Exception {
        return PageMeasure.of(browser.markupWhenLoaded(PageMeasure.measuring(html), width));
    }

    private static String gemm() {
        return ReportPage.html(SamplePages.gemm());
    }

    private static String failing() {
        return ReportPage.html(SamplePages.failing());
    }

    // ---- colours

    private interface Wanted {
        boolean is(int pixel);
    }

    /** A colour of the style sheet; what is for the dark scheme stands after what is for the light one. */
    private static int colour(String variable, Scheme scheme) {
        Matcher found =
                Pattern.compile(Pattern.quote(variable) + ": #([0-9a-f]{6})").matcher(gemm());
        assertThat(found.find()).isTrue();
        if (scheme == Scheme.DARK) {
            assertThat(found.find()).isTrue();
        }
        return Integer.parseInt(found.group(1), 16);
    }

    private static int corner(BufferedImage picture) {
        return picture.getRGB(2, 2);
    }

    private static float brightness(int pixel) {
        Color colour = new Color(pixel);
        return Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null)[2];
    }

    private static long count(BufferedImage picture, int colour) {
        return count(picture, pixel -> (pixel & 0xffffff) == colour);
    }

    private static double share(BufferedImage picture, Wanted wanted) {
        return (double) count(picture, wanted) / picture.getWidth() / picture.getHeight();
    }

    private static long count(BufferedImage picture, Wanted wanted) {
        int width = picture.getWidth();
        return IntStream.range(0, width * picture.getHeight())
                .filter(i -> wanted.is(picture.getRGB(i % width, i / width)))
                .count();
    }
}
