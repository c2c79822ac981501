package org.gatesmith.host.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.data.ArrayFile;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.NpyWriter;

/** Java arrays as the files that a user gives and gets. */
public final class ArrayFiles {

    private ArrayFiles() {}

    /** Writes an {@code .npy} file. */
    public static Path write(Path file, Object array, long... shape) throws DataException {
        NpyWriter.write(file, Elements.copyOf(array), extents(shape));
        return file;
    }

    /** The contents of a file as an array of primitives. */
    public static Object read(Path file, JavaType type, long... shape) throws DataException {
        try (ArrayFile opened = ArrayFile.open(file)) {
            return opened.elements("array", type, extents(shape)).toArray();
        }
    }

    private static List<Long> extents(long... shape) {
        return LongStream.of(shape).boxed().toList();
    }
}
