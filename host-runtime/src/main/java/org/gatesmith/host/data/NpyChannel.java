package org.gatesmith.host.data;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.signature.JavaType;

/**
 * An {@code .npy} file from which runs of elements are read into memory, by several threads if need be. Unlike {@link NpyFile}
 * it maps nothing: a file that becomes shorter meanwhile is an error with a message and not the death of the process.
 */
public final class NpyChannel implements AutoCloseable {
    /** Memory on the heap is filled by way of a buffer of this size; larger ones would be kept by the JDK for every thread. */
    private static final int HEAP_BYTES_AT_ONCE = 1 << 16;

    /** Below the limit of {@link ByteBuffer}. */
    private static final long BYTES_AT_ONCE = 1 << 26;

    private final Path file;
    private final NpyHeader header;
    private final JavaType type;
    private final PositionedFile contents;

    private NpyChannel(Path file, NpyHeader header, JavaType type, PositionedFile contents) {
        this.file = file;
        this.header = header;
        this.type = type;
        this.contents = contents;
    }

    /**
     * Opens a file for one parameter.
     *
     * @param parameter its name, for messages
     * @param type its element type
     * @param shape its extents; a one-dimensional file of as many elements will do as well
     * @throws DataException as {@link NpyFile#open} and {@link NpyFile#elements}, except that booleans are checked as they are
     *     read
     */
    public static NpyChannel open(Path file, String parameter, JavaType type, List<Long> shape) throws DataException {
        try (NpyFile checked = NpyFile.open(file)) {
            checked.requireFits(parameter, type, shape);
            return new NpyChannel(
                    file, checked.header(), type, new PositionedFile(file, Set.of(StandardOpenOption.READ)));
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    /**
     * Reads consecutive elements.
     *
     * @param first row-major index of the first
     * @param target takes them all; of the type that the file was opened for
     */
    public void read(long first, Elements target) throws DataException {
        if (target.type() != type) {
            throw new IllegalArgumentException(target + " cannot take " + type.keyword() + " elements");
        }
        try {
            read(header.dataOffset() + first * type.bytes(), target.segment());
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
        if (type == JavaType.BOOLEAN) {
            NpyFile.checkBooleans(file, first, target);
        }
    }

    private void read(long position, MemorySegment target) throws IOException, DataException {
        if (!target.isNative()) {
            readByWayOfABuffer(position, target);
            return;
        }
        for (long at = 0; at < target.byteSize(); at += BYTES_AT_ONCE) {
            long bytes = Math.min(BYTES_AT_ONCE, target.byteSize() - at);
            fill(target.asSlice(at, bytes).asByteBuffer(), position + at);
        }
    }

    private void readByWayOfABuffer(long position, MemorySegment target) throws IOException, DataException {
        byte[] chunk = new byte[(int) Math.min(HEAP_BYTES_AT_ONCE, target.byteSize())];
        for (long at = 0; at < target.byteSize(); at += chunk.length) {
            int bytes = (int) Math.min(chunk.length, target.byteSize() - at);
            fill(ByteBuffer.wrap(chunk, 0, bytes), position + at);
            MemorySegment.copy(chunk, 0, target, ValueLayout.JAVA_BYTE, at, bytes);
        }
    }

    private void fill(ByteBuffer target, long position) throws IOException, DataException {
        while (target.hasRemaining()) {
            int read = contents.read(target, position + target.position());
            if (read < 0) {
                throw new DataException(
                        DataFault.TRUNCATED,
                        file,
                        "became shorter while it was read: byte " + (position + target.position())
                                + " is needed, and only " + contents.size()
                                + " are left; leave inputs alone until the run has ended");
            }
        }
    }

    @Override
    public void close() throws DataException {
        try {
            contents.close();
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }
}
