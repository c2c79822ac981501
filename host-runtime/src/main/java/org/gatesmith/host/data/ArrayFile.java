package org.gatesmith.host.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatesmith.hls.signature.JavaType;

/** A file that holds one array for a kernel parameter. */
public sealed interface ArrayFile extends AutoCloseable permits NpyFile, GreyImage {

    /**
     * Opens an {@code .npy} file or a PNG or PGM image; the first bytes tell which, not the name.
     *
     * @throws DataException the file cannot be read, or is damaged or of no supported format
     */
    static ArrayFile open(Path file) throws DataException {
        byte[] start = start(file);
        if (NpyHeader.startsWithMagic(start)) {
            return NpyFile.open(file);
        }
        if (GreyImage.isImage(start)) {
            return GreyImage.read(file);
        }
        throw new DataException(
                DataFault.UNKNOWN_FORMAT, file, "is neither an .npy file nor a PNG or PGM (P2, P5) image");
    }

    private static byte[] start(Path file) throws DataException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    /** Extents, outermost first. */
    List<Long> shape();

    /**
     * The elements in row-major order, for one parameter; valid until this is closed.
     *
     * @param parameter its name, for messages
     * @param type its element type
     * @param shape its extents; a one-dimensional file of as many elements will do as well
     * @throws DataException type or shape do not fit
     */
    Elements elements(String parameter, JavaType type, List<Long> shape) throws DataException;

    @Override
    void close();
}
