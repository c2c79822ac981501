package org.gatesmith.host.data;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import org.gatesmith.hls.signature.JavaType;

/** An {@code .npy} file mapped for reading; opening it costs no more than its header, whatever its size. */
public final class NpyFile implements ArrayFile {
    private final MappedFile mapped;
    private final NpyHeader header;

    private NpyFile(MappedFile mapped, NpyHeader header) {
        this.mapped = mapped;
        this.header = header;
    }

    /**
     * Opens and checks a file.
     *
     * @throws DataException it cannot be read, is no {@code .npy} file of version 1.0 to 3.0, is big-endian or in Fortran
     *     order, has an unsupported dtype, or has fewer or more bytes than its shape needs
     */
    public static NpyFile open(Path file) throws DataException {
        MappedFile mapped = MappedFile.read(file);
        try {
            NpyHeader header = NpyHeader.read(file, mapped.segment());
            checkSize(file, header, mapped.segment().byteSize());
            return new NpyFile(mapped, header);
        } catch (DataException e) {
            mapped.close();
            throw e;
        }
    }

    private static void checkSize(Path file, NpyHeader header, long actual) throws DataException {
        long count = Extents.count(header.shape());
        long expected = header.dataOffset() + count * header.type().bytes();
        if (actual == expected) {
            return;
        }
        String sizes = expected + " bytes expected for shape " + Extents.text(header.shape()) + " of '"
                + header.type().descr() + "', " + actual + " found";
        throw actual < expected
                ? new DataException(DataFault.TRUNCATED, file, "ends before its last element: " + sizes)
                : new DataException(DataFault.TRAILING_BYTES, file, "goes on after its last element: " + sizes);
    }

    /** Element type in the file. */
    public NpyType type() {
        return header.type();
    }

    @Override
    public List<Long> shape() {
        return header.shape();
    }

    NpyHeader header() {
        return header;
    }

    @Override
    public Elements elements(String parameter, JavaType wanted, List<Long> shape) throws DataException {
        requireFits(parameter, wanted, shape);
        Elements elements = Elements.in(mapped.segment().asSlice(header.dataOffset()), wanted);
        if (wanted == JavaType.BOOLEAN) {
            checkBooleans(mapped.file(), 0, elements);
        }
        return elements;
    }

    /** Checks that the file can be passed to a parameter. */
    void requireFits(String parameter, JavaType wanted, List<Long> shape) throws DataException {
        if (!header.type().feeds(wanted)) {
            throw new DataException(
                    DataFault.ELEMENT_TYPE,
                    mapped.file(),
                    "has dtype '" + header.type().descr() + "', but parameter '" + parameter + "' holds "
                            + wanted.keyword() + " elements and takes " + NpyType.accepted(wanted)
                            + "; save it with a.astype('" + NpyType.of(wanted).descr() + "')");
        }
        Extents.check(mapped.file(), header.shape(), parameter, shape);
    }

    /** Checks that booleans are 0 or 1; {@code first} is the index of the first of them in the file. */
    static void checkBooleans(Path file, long first, Elements elements) throws DataException {
        for (long i = 0; i < elements.count(); i++) {
            byte value = elements.segment().get(ValueLayout.JAVA_BYTE, i);
            if ((value & ~1) != 0) {
                throw new DataException(
                        DataFault.BOOLEAN_VALUE,
                        file,
                        "element " + (first + i) + " is the byte " + value
                                + ", which is neither False (0) nor True (1)");
            }
        }
    }

    @Override
    public void close() {
        mapped.close();
    }
}
