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
import java.util.Set;
import org.gatesmith.hls.signature.JavaType;

/**
 * An {@code .npy} file of version 1.0 that is written in any order, by several threads if need be. The elements go to
 * {@code NAME.part}, which takes the file's name when {@link #finish()} says that all are there: a file under that name is
 * always whole. {@code NAME.part} has its full length from the start, but the disk's blocks are taken as they are written. It
 * stays when the writer is closed unfinished, and {@link #reopen} goes on with it.
 */
public final class NpyPart implements AutoCloseable {
    private static final long BYTES_AT_ONCE = 1 << 26;
    private static final int HEAP_BYTES_AT_ONCE = 1 << 16;

    private final Path file;
    private final Path part;
    private final JavaType type;
    private final long dataOffset;
    private final PositionedFile contents;

    private NpyPart(Path file, JavaType type, long dataOffset) throws IOException {
        this.file = file;
        this.part = partOf(file);
        this.type = type;
        this.dataOffset = dataOffset;
        this.contents = new PositionedFile(part, Set.of(StandardOpenOption.WRITE));
    }

    /**
     * Starts a file, from nothing.
     *
     * @param type element type; {@link NpyType} tells the dtype
     * @param shape extents, outermost first
     * @throws DataException the file cannot be written, or the disk has not enough room for it
     */
    public static NpyPart create(Path file, JavaType type, List<Long> shape) throws DataException {
        byte[] header = NpyHeader.encode(NpyType.of(type), shape);
        long bytes = header.length + Math.multiplyExact(Extents.count(shape), type.bytes());
        try {
            MappedFile.checkRoom(file, bytes);
            try (FileChannel channel = FileChannel.open(
                    partOf(file),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                write(channel, ByteBuffer.wrap(header), 0);
                if (bytes > header.length) {
                    write(channel, ByteBuffer.allocate(1), bytes - 1);
                }
            }
            return new NpyPart(file, type, header.length);
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes, position + bytes.position());
        }
    }

    /**
     * Goes on with what an earlier writer left: {@code NAME.part}, or the finished file, which becomes {@code NAME.part}
     * again.
     *
     * @throws DataException neither is there, or what is there has another type or shape
     */
    public static NpyPart reopen(Path file, JavaType type, List<Long> shape) throws DataException {
        Path part = partOf(file);
        try {
            if (!Files.exists(part) && Files.exists(file)) {
                requireForm(file, type, shape);
                Files.move(file, part);
            }
            return new NpyPart(file, type, requireForm(part, type, shape));
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }

    /** Bytes before the first element. */
    private static long requireForm(Path found, JavaType type, List<Long> shape) throws DataException {
        try (NpyFile earlier = NpyFile.open(found)) {
            if (earlier.type() != NpyType.of(type) || !earlier.shape().equals(shape)) {
                throw new DataException(
                        DataFault.SHAPE,
                        found,
                        "holds dtype '" + earlier.type().descr() + "' and shape " + Extents.text(earlier.shape())
                                + ", but the run writes '" + NpyType.of(type).descr() + "' and " + Extents.text(shape)
                                + "; it is from another run: start anew in another folder");
            }
            return earlier.header().dataOffset();
        }
    }

    private static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /**
     * Writes consecutive elements.
     *
     * @param first row-major index of the first
     * @throws DataException among others if the disk is full
     */
    public void write(long first, Elements elements) throws DataException {
        if (elements.type() != type) {
            throw new IllegalArgumentException(elements + " are no " + type.keyword() + " elements");
        }
        MemorySegment bytes = elements.segment();
        long position = dataOffset + first * type.bytes();
        long step = bytes.isNative() ? BYTES_AT_ONCE : HEAP_BYTES_AT_ONCE;
        try {
            for (long at = 0; at < bytes.byteSize(); at += step) {
                write(bytes.asSlice(at, Math.min(step, bytes.byteSize() - at)), position + at);
            }
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }

    private void write(MemorySegment bytes, long position) throws IOException {
        ByteBuffer source = bytes.isNative()
                ? bytes.asByteBuffer()
                : ByteBuffer.wrap(bytes.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
        while (source.hasRemaining()) {
            contents.write(source, position + source.position());
        }
    }

    /** Gives the file its name, once everything is on the disk. */
    public void finish() throws DataException {
        try {
            contents.force();
            contents.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }

    /** The file that is written, under its final name. */
    public Path file() {
        return file;
    }

    @Override
    public void close() throws DataException {
        try {
            contents.close();
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }
}
