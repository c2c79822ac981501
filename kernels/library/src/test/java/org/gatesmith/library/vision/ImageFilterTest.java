package org.gatesmith.library.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gatesmith.api.ByteFifo;
import org.gatesmith.api.DataflowRegion;
import org.gatesmith.library.TunedKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFilterTest {

    @ParameterizedTest(name = "{0} x {1}, mode {2}")
    @CsvSource({
        "1, 1, 0", "1, 1, 1",
        "1, 2, 0", "1, 2, 1",
        "2, 1, 0", "2, 1, 1",
        "1, 17, 0", "1, 17, 1",
        "17, 1, 0", "17, 1, 1",
        "2, 2, 0", "2, 2, 1",
        "3, 3, 0", "3, 3, 1",
        "31, 37, 0", "31, 37, 1",
        "3, 4096, 0", "3, 4096, 1",
        "700, 5, 0", "700, 5, 1"
    })
    void agreesWithTheReference(int h, int w, int mode) {
        byte[] image = random(h, w);

        assertThat(filter(image, h, w, mode)).isEqualTo(expected(image, h, w, mode));
    }

    @Property(tries = 100, seed = "3")
    void agreesWithTheReferenceAtAnySize(
            @ForAll @IntRange(min = 1, max = 40) int h,
            @ForAll @IntRange(min = 1, max = 40) int w,
            @ForAll @IntRange(max = 1) int mode) {
        agreesWithTheReference(h, w, mode);
    }

    @Test
    void agreesWithTheReferenceOnBlackAndWhiteNoise() {
        byte[] image = random(23, 29);
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (image[i] < 0 ? 255 : 0);
        }

        assertThat(filter(image, 23, 29, ImageFilter.BLUR)).isEqualTo(expected(image, 23, 29, ImageFilter.BLUR));
        assertThat(filter(image, 23, 29, ImageFilter.SOBEL)).isEqualTo(expected(image, 23, 29, ImageFilter.SOBEL));
    }

    @Test
    void fillsTheLineBuffersOfASmallerDesign(@TempDir Path directory) throws Exception {
        TunedKernel kernel = TunedKernel.compile("image_filter", Map.of("MAX_WIDTH", 1024), directory);
        byte[] image = random(4, 1024);
        byte[] result = new byte[image.length];

        kernel.run(image, result, 4, 1024, ImageFilter.BLUR);

        assertThat(result).isEqualTo(expected(image, 4, 1024, ImageFilter.BLUR));
    }

    @Test
    void processesNeedNoFifoDeeperThanOne() {
        byte[] image = random(11, 13);
        byte[] result = new byte[image.length];
        ByteFifo pixels = new ByteFifo("pixels", 1);
        ByteFifo filtered = new ByteFifo("filtered", 1);
        DataflowRegion region = DataflowRegion.open("image_filter");
        region.process("load", () -> ImageFilter.load(image, pixels, 11, 13));
        region.process("convolve", () -> ImageFilter.convolve(pixels, filtered, 11, 13, ImageFilter.SOBEL));
        region.process("store", () -> ImageFilter.store(filtered, result, 11, 13));

        region.join();

        assertThat(result).isEqualTo(expected(image, 11, 13, ImageFilter.SOBEL));
    }

    @Property(tries = 50, seed = "5")
    void keepsAConstantImageAndFindsNoGradientInIt(
            @ForAll @IntRange(max = 255) int grey,
            @ForAll @IntRange(min = 1, max = 9) int h,
            @ForAll @IntRange(min = 1, max = 9) int w) {
        byte[] image = new byte[h * w];
        Arrays.fill(image, (byte) grey);

        assertThat(filter(image, h, w, ImageFilter.BLUR)).isEqualTo(image);
        assertThat(filter(image, h, w, ImageFilter.SOBEL)).isEqualTo(new byte[h * w]);
    }

    @Property(tries = 50, seed = "7")
    void filteringTheTransposedImageTransposesTheResult(
            @ForAll @IntRange(min = 1, max = 20) int h,
            @ForAll @IntRange(min = 1, max = 20) int w,
            @ForAll @IntRange(max = 1) int mode) {
        byte[] image = random(h, w);

        assertThat(filter(transpose(image, h, w), w, h, mode)).isEqualTo(transpose(filter(image, h, w, mode), h, w));
    }

    @Test
    void blurSpreadsAPointByTheBinomialWeights() {
        byte[] point = grey(
                0, 0, 0, 0, 0, //
                0, 0, 0, 0, 0, //
                0, 0, 160, 0, 0, //
                0, 0, 0, 0, 0, //
                0, 0, 0, 0, 0);

        assertThat(filter(point, 5, 5, ImageFilter.BLUR))
                .isEqualTo(grey(
                        0, 0, 0, 0, 0, //
                        0, 10, 20, 10, 0, //
                        0, 20, 40, 20, 0, //
                        0, 10, 20, 10, 0, //
                        0, 0, 0, 0, 0));
    }

    @Test
    void blurRoundsHalfUp() {
        // Centre weight 4, one row only: the replicated rows make the column weights 4, 8, 4 of 16.
        assertThat(filter(grey(0, 1, 0), 1, 3, ImageFilter.BLUR)).isEqualTo(grey(0, 1, 0));
        assertThat(filter(grey(0, 0, 2), 1, 3, ImageFilter.BLUR)).isEqualTo(grey(0, 1, 2));
    }

    @Test
    void sobelMeasuresAStepEdge() {
        byte[] step = grey(
                10, 10, 30, 30, //
                10, 10, 30, 30, //
                10, 10, 30, 30);

        assertThat(filter(step, 3, 4, ImageFilter.SOBEL))
                .isEqualTo(grey(
                        0, 80, 80, 0, //
                        0, 80, 80, 0, //
                        0, 80, 80, 0));
    }

    @Test
    void sobelSaturatesAndReadsBytesAsUnsigned() {
        assertThat(filter(grey(127, 128, 255, 255), 1, 4, ImageFilter.SOBEL)).isEqualTo(grey(4, 255, 255, 0));
    }

    private static byte[] filter(byte[] image, int h, int w, int mode) {
        byte[] result = new byte[h * w];
        ImageFilter.filter(image, result, h, w, mode);
        return result;
    }

    private static byte[] expected(byte[] image, int h, int w, int mode) {
        byte[] result = new byte[h * w];
        ImageFilterReference.filter(image, result, h, w, mode);
        return result;
    }

    private static byte[] random(int h, int w) {
        byte[] image = new byte[h * w];
        new Random(1000L * h + w).nextBytes(image);
        return image;
    }

    private static byte[] transpose(byte[] image, int h, int w) {
        byte[] transposed = new byte[image.length];
        for (int i = 0; i < image.length; i++) {
            transposed[i % w * h + i / w] = image[i];
        }
        return transposed;
    }

    private static byte[] grey(int... values) {
        byte[] image = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            image[i] = (byte) values[i];
        }
        return image;
    }
}
