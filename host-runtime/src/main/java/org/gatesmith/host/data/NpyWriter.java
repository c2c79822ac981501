package org.gatesmith.host.data;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.gatesmith.hls.signature.JavaType;

/**
 * Writes an {@code .npy} file of version 1.0 piece by piece, so that an array larger than memory can be saved. The elements
 * go to {@code NAME.part}, which takes the file's name when it is complete: a file under that name is always whole.
 */
public final class NpyWriter implements AutoCloseable {
    private static final long BYTES_AT_ONCE = 1 << 26;

    private final Path file;
    private final Path part;
    private final JavaType type;
    private final FileChannel channel;
    private long missing;

    private NpyWriter(Path file, Path part, JavaType type, long count, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.type = type;
        this.missing = count;
        this.channel = channel;
    }

    /**
     * Starts a file.
     *
     * @param type element type; {@link NpyType} tells the dtype
     * @param shape extents, outermost first
     * @throws DataException the file cannot be written
     */
    public static NpyWriter create(Path file, JavaType type, List<Long> shape) throws DataException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            NpyWriter writer = new NpyWriter(file, part, type, Extents.count(shape), channel);
            writer.append(ByteBuffer.wrap(NpyHeader.encode(NpyType.of(type), shape)));
            return writer;
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }

    /** Writes a whole file. */
    public static void write(Path file, Elements elements, List<Long> shape) throws DataException {
        try (NpyWriter writer = create(file, elements.type(), shape)) {
            writer.write(elements);
        }
    }

    /** Appends elements, which must have the file's type and not exceed what is still missing. */
    public void write(Elements elements) throws DataException {
        if (elements.type() != type || elements.count() > missing) {
            throw new IllegalArgumentException(
                    elements + " cannot be appended where " + missing + " " + type.keyword() + " elements are missing");
        }
        MemorySegment bytes = elements.segment();
        for (long at = 0; at < bytes.byteSize(); at += BYTES_AT_ONCE) {
            append(bytes.asSlice(at, Math.min(BYTES_AT_ONCE, bytes.byteSize() - at))
                    .asByteBuffer());
        }
        missing -= elements.count();
    }

    private void append(ByteBuffer bytes) throws DataException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            discard();
            throw DataException.writing(file, e);
        }
    }

    private void discard() throws DataException {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }

    /**
     * Finishes the file.
     *
     * @throws DataException elements are missing, in which case no file is left behind, or the disk is full
     */
    @Override
    public void close() throws DataException {
        if (!channel.isOpen()) {
            return;
        }
        if (missing > 0) {
            discard();
            throw new DataException(
                    DataFault.INCOMPLETE, file, "was not written: the last " + missing + " elements are missing");
        }
        try {
            channel.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }
}
