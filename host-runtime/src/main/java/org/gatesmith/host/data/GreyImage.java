package org.gatesmith.host.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gatesmith.hls.signature.JavaType;

/**
 * An 8-bit grey image of shape (height, width), black 0 to white 255.
 *
 * <p>Read from PNG of up to 8 bits per channel and from PGM, binary (P5) and plain (P2), with a maximum of up to 255. Colour
 * becomes grey by ITU-R BT.601: {@code (299 R + 587 G + 114 B + 500) / 1000}, in integers. Transparency is ignored. A PGM
 * with a smaller maximum is spread to 0 to 255: {@code (255 v + max / 2) / max}.
 */
public final class GreyImage implements ArrayFile {
    private final Path origin;
    private final int height;
    private final int width;
    private final byte[] pixels;

    GreyImage(Path origin, int height, int width, byte[] pixels) {
        this.origin = origin;
        this.height = height;
        this.width = width;
        this.pixels = pixels;
    }

    static boolean isImage(byte[] start) {
        return PngFile.startsWithMagic(start) || PgmFile.startsWithMagic(start);
    }

    /**
     * Reads a PNG or PGM image.
     *
     * @throws DataException the file cannot be read, is damaged, or is an image of another kind
     */
    public static GreyImage read(Path file) throws DataException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (PngFile.startsWithMagic(bytes)) {
                return PngFile.decode(file, bytes);
            }
            if (PgmFile.startsWithMagic(bytes)) {
                return PgmFile.decode(file, bytes);
            }
            throw new DataException(
                    DataFault.IMAGE, file, "is neither a PNG nor a PGM (P2, P5) image; convert it to one of them");
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    /**
     * Writes bytes as an image, PNG or binary PGM as the file's name ends.
     *
     * @param pixels {@code height * width} bytes, row by row
     * @param shape height and width
     * @throws DataException the elements are not bytes of two dimensions, the name ends otherwise, or writing fails
     */
    public static void write(Path file, Elements pixels, List<Long> shape) throws DataException {
        checkWritable(file, pixels, shape);
        GreyImage image = new GreyImage(
                file, Math.toIntExact(shape.getFirst()), Math.toIntExact(shape.getLast()), (byte[]) pixels.toArray());
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".png")) {
                PngFile.write(file, image);
            } else if (name.endsWith(".pgm")) {
                Files.write(file, PgmFile.encode(image));
            } else {
                throw new DataException(DataFault.IMAGE, file, "has no image suffix; use .png or .pgm");
            }
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }

    private static void checkWritable(Path file, Elements pixels, List<Long> shape) throws DataException {
        if (pixels.type() != JavaType.BYTE || shape.size() != 2 || pixels.count() == 0) {
            throw new DataException(
                    DataFault.IMAGE,
                    file,
                    "cannot show " + pixels + " of shape " + Extents.text(shape)
                            + "; an image takes byte elements of shape (height, width), at least one; use .npy");
        }
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** The grey value in a place, 0 to 255. */
    public int at(int row, int column) {
        return Byte.toUnsignedInt(pixels[row * width + column]);
    }

    /** The bytes themselves; shared with the codecs, which do not keep them. */
    byte[] pixels() {
        return pixels;
    }

    @Override
    public List<Long> shape() {
        return List.of((long) height, (long) width);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A {@code byte} parameter gets the pixels bit for bit, so that 200 arrives as -56; {@code short}, {@code char} and
     * {@code int} parameters get 0 to 255.
     */
    @Override
    public Elements elements(String parameter, JavaType type, List<Long> wanted) throws DataException {
        Extents.check(origin, shape(), parameter, wanted);
        return switch (type) {
            case BYTE -> Elements.copyOf(pixels);
            case SHORT, CHAR, INT -> widened(type);
            default ->
                throw new DataException(
                        DataFault.ELEMENT_TYPE,
                        origin,
                        "is an image, but parameter '" + parameter + "' holds " + type.keyword()
                                + " elements; images feed byte, short, char and int; pass an .npy file");
        };
    }

    private Elements widened(JavaType type) {
        Elements wide = Elements.copyOf(PrimitiveArray.create(type, pixels.length));
        for (int i = 0; i < pixels.length; i++) {
            wide.setBits(i, Byte.toUnsignedInt(pixels[i]));
        }
        return wide;
    }

    @Override
    public void close() {
        // All of it is on the heap.
    }
}
