package org.gatesmith.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.data.DataFaultAssert.assertFault;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.gatesmith.hls.signature.JavaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GreyImageTest {
    private static final List<Long> RAMP_SHAPE = List.of(16L, 16L);

    @TempDir
    Path folder;

    private static Elements ramp() {
        byte[] pixels = new byte[256];
        for (int i = 0; i < 256; i++) {
            pixels[i] = (byte) i;
        }
        return Elements.copyOf(pixels);
    }

    private Path png(BufferedImage image) throws IOException {
        Path file = folder.resolve("a.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private Path pgm(String text) throws IOException {
        return Files.write(folder.resolve("a.pgm"), text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static int[] pixels(GreyImage image) throws DataException {
        return (int[]) image.elements("a", JavaType.INT, image.shape()).toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.pgm", "A.PNG"})
    void everyGreyValueSurvivesWritingAndReading(String name) throws DataException {
        Path file = folder.resolve(name);
        GreyImage.write(file, ramp(), RAMP_SHAPE);
        GreyImage image = GreyImage.read(file);

        assertThat(image.shape()).isEqualTo(RAMP_SHAPE);
        assertThat(image.elements("a", JavaType.BYTE, RAMP_SHAPE).toArray()).isEqualTo(ramp().toArray());
    }

    @Test
    void heightComesFirst() throws DataException {
        Path file = folder.resolve("a.png");
        GreyImage.write(file, Elements.copyOf(new byte[] {1, 2, 3, 4, 5, 6}), List.of(2L, 3L));
        GreyImage image = GreyImage.read(file);

        assertThat(image.height()).isEqualTo(2);
        assertThat(image.width()).isEqualTo(3);
        assertThat(image.at(1, 0)).isEqualTo(4);
    }

    /** Worked by hand: 0.299 R + 0.587 G + 0.114 B, rounded. */
    @ParameterizedTest
    @CsvSource({
        "255, 255, 255, 255",
        "255, 0, 0, 76",
        "0, 255, 0, 150",
        "0, 0, 255, 29",
        "10, 20, 30, 18",
        "1, 1, 1, 1",
        "0, 0, 4, 0",
        "0, 0, 5, 1"
    })
    void colourBecomesGreyByItsLuma(int red, int green, int blue, int grey) throws Exception {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, red << 16 | green << 8 | blue);

        assertThat(GreyImage.read(png(image)).at(0, 0)).isEqualTo(grey);
    }

    @Test
    void transparencyIsIgnored() throws Exception {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00ff0000);

        assertThat(GreyImage.read(png(image)).at(0, 0)).isEqualTo(76);
    }

    @Test
    void transparencyOfGreyIsIgnored() throws Exception {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(1, 1), false, null);
        image.getRaster().setPixel(0, 0, new int[] {90, 7});

        assertThat(GreyImage.read(png(image)).at(0, 0)).isEqualTo(90);
    }

    @Test
    void aPaletteIsLookedUp() throws Exception {
        byte[] channel = {0, (byte) 200};
        IndexColorModel palette = new IndexColorModel(1, 2, channel, channel, channel);
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(1, 0, 0, 1);

        assertThat(pixels(GreyImage.read(png(image)))).containsExactly(0, 200);
    }

    @Test
    void sixteenBitsPerChannelAreRefused() throws Exception {
        Path file = png(new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY));

        assertFault(DataFault.IMAGE, () -> GreyImage.read(file))
                .saying("has 16 bits per channel; convert it to 8 bits per channel, or pass it as .npy");
    }

    @Test
    void aDamagedPngIsRefused() throws Exception {
        Path file = png(new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_GRAY));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {8, 20, whole.length / 2}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertFault(DataFault.IMAGE, () -> GreyImage.read(file)).mentioning("is a damaged PNG image: ");
        }
    }

    @Test
    void readsPlainPgmWithComments() throws Exception {
        GreyImage image = GreyImage.read(pgm("P2\n# by hand\n3 2 # three by two\n255\n0 1 2\n253 254 255\n"));

        assertThat(image.shape()).containsExactly(2L, 3L);
        assertThat(pixels(image)).containsExactly(0, 1, 2, 253, 254, 255);
    }

    @Test
    void spreadsASmallerMaximum() throws Exception {
        assertThat(pixels(GreyImage.read(pgm("P2 4 1 3 0 1 2 3")))).containsExactly(0, 85, 170, 255);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P2 1 1 65535 0|has a maximum of 65535; convert it to 8 bits, that is a maximum of 255",
                "P2 0 1 255|has width 0, height 1 and maximum 255; none may be 0",
                "P2 x|width is not a number",
                "P2 7|ends before its height",
                "P2 1 1 65536 0|maximum is above 65535",
                "P2 99999999999 1 255|width is above 2147483647",
                "P2 1 1 9 10|pixel 0 is above 9",
                "P5 1 1 9 A|pixel 0 is 65, above the maximum of 9",
                "P2 2 1 255 7|ends before its pixel 1"
            })
    void unusablePgmIsRefused(String text, String problem) throws IOException {
        Path file = pgm(text);

        assertFault(DataFault.IMAGE, () -> GreyImage.read(file)).saying("is not a usable PGM image: " + problem);
    }

    @Test
    void missingPixelsAreCounted() throws IOException {
        Path file = pgm("P5\n4 3\n255\nabcdefghijk");

        assertFault(DataFault.TRUNCATED, () -> GreyImage.read(file))
                .saying("ends before its last pixel: 12 pixels expected, 11 bytes found");
    }

    @Test
    void anEnormousSizeIsTruncationAndNotAnAllocation() throws IOException {
        Path file = pgm("P5\n2000000000 2000000000\n255\nabc");

        assertFault(DataFault.TRUNCATED, () -> GreyImage.read(file)).mentioning("4000000000000000000 pixels expected");
    }

    @Test
    void trailingBytesAreCounted() throws IOException {
        Path file = pgm("P5\n2 1\n255\nabc");

        assertFault(DataFault.TRAILING_BYTES, () -> GreyImage.read(file))
                .saying("goes on after its last pixel: 2 pixels expected, 3 bytes found");
    }

    @Test
    void anotherImageFormatIsRefused() throws IOException {
        Path file = pgm("P6\n1 1\n255\nabc");

        assertFault(DataFault.IMAGE, () -> GreyImage.read(file))
                .saying("is neither a PNG nor a PGM (P2, P5) image; convert it to one of them");
    }

    @Test
    void feedsWiderIntegersWithZeroTo255() throws Exception {
        GreyImage image = GreyImage.read(pgm("P2 2 1 255 200 3"));

        assertThat(image.elements("a", JavaType.BYTE, List.of(1L, 2L)).toArray())
                .isEqualTo(new byte[] {-56, 3});
        assertThat(image.elements("a", JavaType.SHORT, List.of(1L, 2L)).toArray())
                .isEqualTo(new short[] {200, 3});
        assertThat(image.elements("a", JavaType.CHAR, List.of(1L, 2L)).toArray())
                .isEqualTo(new char[] {200, 3});
    }

    @Test
    void doesNotFeedFloats() throws Exception {
        GreyImage image = GreyImage.read(pgm("P2 2 1 255 200 3"));

        assertFault(DataFault.ELEMENT_TYPE, () -> image.elements("a", JavaType.FLOAT, List.of(1L, 2L)))
                .saying(
                        "is an image, but parameter 'a' holds float elements; images feed byte, short, char and int; pass"
                                + " an .npy file");
    }

    @Test
    void anotherShapeThanTheParametersIsRefused() throws Exception {
        GreyImage image = GreyImage.read(pgm("P2 2 1 255 200 3"));

        assertFault(DataFault.SHAPE, () -> image.elements("a", JavaType.BYTE, List.of(2L, 1L)))
                .mentioning("has shape (1, 2)", "parameter 'a' has shape (2, 1)");
    }

    @Test
    void onlyTwoDimensionsOfBytesCanBeShown() {
        assertFault(
                        DataFault.IMAGE,
                        () -> GreyImage.write(folder.resolve("a.png"), Elements.copyOf(new int[4]), List.of(2L, 2L)))
                .mentioning("cannot show 4 int elements of shape (2, 2)");
        assertFault(
                        DataFault.IMAGE,
                        () -> GreyImage.write(folder.resolve("a.png"), Elements.copyOf(new byte[4]), List.of(4L)))
                .mentioning("cannot show 4 byte elements of shape (4,)");
    }

    @Test
    void anUnknownSuffixIsRefused() {
        assertFault(DataFault.IMAGE, () -> GreyImage.write(folder.resolve("a.jpg"), ramp(), RAMP_SHAPE))
                .saying("a.jpg: has no image suffix; use .png or .pgm");
    }

    @Test
    void anUnwritableFolderIsNamed() {
        assertFault(DataFault.UNWRITABLE, () -> GreyImage.write(folder.resolve("no/a.png"), ramp(), RAMP_SHAPE))
                .saying("no/a.png: cannot be written: there is no such file or folder");
    }
}
