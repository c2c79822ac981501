package org.gatesmith.host.data;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** PNG images, by way of {@code javax.imageio}. */
final class PngFile {
    /** PNG specification, third edition, section 5.2. */
    private static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private PngFile() {}

    static boolean startsWithMagic(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static GreyImage decode(Path file, byte[] bytes) throws DataException {
        BufferedImage image = image(file, bytes);
        int deepest =
                Arrays.stream(image.getSampleModel().getSampleSize()).max().orElse(0);
        if (deepest > Byte.SIZE) {
            throw new DataException(
                    DataFault.IMAGE,
                    file,
                    "has " + deepest + " bits per channel; convert it to 8 bits per channel, or pass it as .npy");
        }
        return new GreyImage(file, image.getHeight(), image.getWidth(), grey(image));
    }

    private static BufferedImage image(Path file, byte[] bytes) throws DataException {
        try {
            // Null only if no reader knows the format, and the JDK always has one for PNG.
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image != null) {
                return image;
            }
            throw new IOException("no reader");
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DataException(DataFault.IMAGE, file, "is a damaged PNG image: " + e.getMessage());
        }
    }

    private static byte[] grey(BufferedImage image) {
        int width = image.getWidth();
        byte[] pixels = new byte[Math.multiplyExact(width, image.getHeight())];
        GreyOf grey = GreyOf.samplesOf(image.getColorModel(), image.getRaster());
        for (int y = 0, i = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < width; x++, i++) {
                pixels[i] = (byte) grey.at(x, y);
            }
        }
        return pixels;
    }

    /** Reads samples directly: {@code BufferedImage.getRGB} would pass grey ones through a gamma conversion. */
    private interface GreyOf {
        int at(int x, int y);

        static GreyOf samplesOf(ColorModel model, Raster raster) {
            if (model instanceof IndexColorModel palette) {
                return (x, y) -> {
                    int index = raster.getSample(x, y, 0);
                    return luma(palette.getRed(index), palette.getGreen(index), palette.getBlue(index));
                };
            }
            if (model.getNumColorComponents() == 1) {
                return (x, y) -> raster.getSample(x, y, 0);
            }
            return (x, y) -> luma(raster.getSample(x, y, 0), raster.getSample(x, y, 1), raster.getSample(x, y, 2));
        }
    }

    /** ITU-R BT.601-7, section 2.5.1, weights in thousandths, rounded to the nearest integer. */
    private static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    static void write(Path file, GreyImage image) throws IOException {
        BufferedImage target = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = target.getRaster();
        raster.setDataElements(0, 0, image.width(), image.height(), image.pixels());
        try (OutputStream out = Files.newOutputStream(file)) {
            ImageIO.write(target, "png", out);
        }
    }
}
