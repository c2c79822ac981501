package org.gatesmith.host.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gatesmith.hls.signature.JavaType;

/**
 * An array that host and device share: a file in the run's folder, mapped into memory, which a child process can map too.
 * Its disk blocks are allocated when it is created, so that a full disk is an error then and not a crash later.
 */
public final class HostBuffer implements AutoCloseable {
    private final MappedFile mapped;
    private final Elements elements;

    private HostBuffer(MappedFile mapped, JavaType type) {
        this.mapped = mapped;
        this.elements = Elements.in(mapped.segment(), type);
    }

    /**
     * Creates {@code folder/name.bin}, filled with zeroes.
     *
     * @param name usually the parameter's
     * @param count number of elements
     * @throws DataException the folder cannot be written or has not enough room
     */
    public static HostBuffer create(Path folder, String name, JavaType type, long count) throws DataException {
        Path file = folder.resolve(name + ".bin");
        return new HostBuffer(MappedFile.create(file, Math.multiplyExact(count, type.bytes())), type);
    }

    /** The file to map. */
    public Path file() {
        return mapped.file();
    }

    /** The contents; valid until the buffer is closed. */
    public Elements elements() {
        return elements;
    }

    /** Unmaps and deletes the file. */
    @Override
    public void close() throws DataException {
        mapped.close();
        try {
            Files.deleteIfExists(mapped.file());
        } catch (IOException e) {
            throw DataException.writing(mapped.file(), e);
        }
    }
}
