package org.gatesmith.host.data;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** A whole file mapped into memory, of any size. */
final class MappedFile implements AutoCloseable {
    private static final int ZEROES_AT_ONCE = 1 << 20;

    private final Path file;
    private final Arena arena;
    private final MemorySegment segment;

    private MappedFile(Path file, Arena arena, MemorySegment segment) {
        this.file = file;
        this.arena = arena;
        this.segment = segment;
    }

    /** Maps an existing file for reading. */
    static MappedFile read(Path file) throws DataException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (Files.isDirectory(file)) {
                throw new DataException(DataFault.UNREADABLE, file, "cannot be read: it is a folder");
            }
            return map(file, channel, MapMode.READ_ONLY, channel.size());
        } catch (IOException e) {
            throw DataException.reading(file, e);
        }
    }

    /**
     * Creates or replaces a file of {@code size} zero bytes and maps it for reading and writing. The zeroes are really
     * written: in a sparse file a full disk would show only as a SIGBUS in the middle of a run.
     */
    static MappedFile create(Path file, long size) throws DataException {
        try {
            checkRoom(file, size);
            return fillAndMap(file, size);
        } catch (IOException e) {
            throw DataException.writing(file, e);
        }
    }

    private static MappedFile fillAndMap(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            fill(channel, size);
            return map(file, channel, MapMode.READ_WRITE, size);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Refuses at once what cannot fit, before the user's disk is filled to the brim. */
    static void checkRoom(Path file, long size) throws IOException, DataException {
        Path folder = file.toAbsolutePath().getParent();
        FileStore store = Files.getFileStore(folder == null ? file : folder);
        long free = store.getUsableSpace();
        if (size > free) {
            throw new DataException(
                    DataFault.DISK_FULL,
                    file,
                    String.format(
                            Locale.ROOT,
                            "%,d bytes are needed and %,d are free on this disk; free some or choose another folder",
                            size,
                            free));
        }
    }

    private static void fill(FileChannel channel, long size) throws IOException {
        ByteBuffer zeroes = ByteBuffer.allocateDirect((int) Math.min(size, ZEROES_AT_ONCE));
        for (long left = size; left > 0; ) {
            zeroes.clear().limit((int) Math.min(left, zeroes.capacity()));
            left -= channel.write(zeroes);
        }
    }

    private static MappedFile map(Path file, FileChannel channel, MapMode mode, long size) throws IOException {
        Arena arena = Arena.ofShared();
        try {
            return new MappedFile(file, arena, channel.map(mode, 0, size, arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    MemorySegment segment() {
        return segment;
    }

    /** Unmaps the file; its segments must not be used any more. */
    @Override
    public void close() {
        arena.close();
    }
}
