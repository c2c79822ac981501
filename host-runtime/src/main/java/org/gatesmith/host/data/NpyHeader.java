package org.gatesmith.host.data;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The header of an {@code .npy} file: six bytes of magic, two of version, the length of the text, and the text, a Python
 * dictionary. Format: NumPy Enhancement Proposal 1 and {@code numpy.lib.format}, versions 1.0, 2.0 and 3.0.
 *
 * @param type element type
 * @param shape extents, outermost first
 * @param dataOffset bytes before the first element
 */
record NpyHeader(NpyType type, List<Long> shape, long dataOffset) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int VERSION_AT = MAGIC.length;
    private static final int LENGTH_AT = VERSION_AT + 2;

    /** NumPy aligns the elements to this many bytes since 1.14. */
    private static final int ALIGNMENT = 64;

    NpyHeader {
        shape = List.copyOf(shape);
    }

    static boolean startsWithMagic(byte[] start) {
        return start.length >= MAGIC.length && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Reads the header at the start of a file's contents. */
    static NpyHeader read(Path file, MemorySegment contents) throws DataException {
        checkMagic(file, contents);
        int lengthBytes = lengthBytes(file, contents);
        long textAt = (long) LENGTH_AT + lengthBytes;
        requireBytes(file, contents, textAt);
        long length = length(contents, lengthBytes);
        requireBytes(file, contents, textAt + length);
        byte[] text = contents.asSlice(textAt, length).toArray(ValueLayout.JAVA_BYTE);
        NpyHeaderText header = NpyHeaderText.parse(file, new String(text, StandardCharsets.UTF_8));
        if (header.fortranOrder() && header.shape().size() > 1) {
            throw new DataException(
                    DataFault.FORTRAN_ORDER,
                    file,
                    "stores its elements column by column; save it row by row with np.ascontiguousarray(a)");
        }
        return new NpyHeader(type(file, header.descr()), header.shape(), textAt + length);
    }

    private static void checkMagic(Path file, MemorySegment contents) throws DataException {
        long have = Math.min(contents.byteSize(), MAGIC.length);
        if (!startsWithMagic(contents.asSlice(0, have).toArray(ValueLayout.JAVA_BYTE))) {
            throw new DataException(
                    DataFault.NOT_NPY, file, "is not an .npy file: it does not start with the bytes 93 'NUMPY'");
        }
        requireBytes(file, contents, LENGTH_AT);
    }

    private static int lengthBytes(Path file, MemorySegment contents) throws DataException {
        int major = contents.get(ValueLayout.JAVA_BYTE, VERSION_AT);
        int minor = contents.get(ValueLayout.JAVA_BYTE, VERSION_AT + 1);
        if (major < 1 || major > 3 || minor != 0) {
            throw new DataException(
                    DataFault.NPY_VERSION,
                    file,
                    "uses version " + major + "." + minor + " of the .npy format; 1.0, 2.0 and 3.0 are supported");
        }
        return major == 1 ? Short.BYTES : Integer.BYTES;
    }

    private static long length(MemorySegment contents, int lengthBytes) {
        return lengthBytes == Short.BYTES
                ? Short.toUnsignedLong(contents.get(ValueLayout.JAVA_SHORT_UNALIGNED, LENGTH_AT))
                : Integer.toUnsignedLong(contents.get(ValueLayout.JAVA_INT_UNALIGNED, LENGTH_AT));
    }

    private static void requireBytes(Path file, MemorySegment contents, long needed) throws DataException {
        if (contents.byteSize() < needed) {
            throw new DataException(
                    DataFault.TRUNCATED,
                    file,
                    "ends within its header: at least " + needed + " bytes expected, " + contents.byteSize()
                            + " found");
        }
    }

    private static NpyType type(Path file, String descr) throws DataException {
        if (descr.startsWith(">") && NpyType.of("<" + descr.substring(1)).isPresent()) {
            throw new DataException(
                    DataFault.BYTE_ORDER,
                    file,
                    "stores its elements big-endian (dtype '" + descr + "'); save it with a.astype('<"
                            + descr.substring(1) + "')");
        }
        return NpyType.of(descr)
                .orElseThrow(() -> new DataException(
                        DataFault.ELEMENT_TYPE,
                        file,
                        "has dtype '" + descr + "', which is not supported; convert it with a.astype to one of "
                                + NpyType.supported()));
    }

    /** The bytes that a file with this type and shape starts with, in version 1.0. */
    static byte[] encode(NpyType type, List<Long> shape) {
        String text =
                "{'descr': '" + type.descr() + "', 'fortran_order': False, 'shape': " + Extents.text(shape) + ", }";
        int prefix = LENGTH_AT + Short.BYTES;
        int total = Math.ceilDiv(prefix + text.length() + 1, ALIGNMENT) * ALIGNMENT;
        byte[] header = new byte[total];
        Arrays.fill(header, (byte) ' ');
        System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
        header[VERSION_AT] = 1;
        header[VERSION_AT + 1] = 0;
        header[LENGTH_AT] = (byte) (total - prefix);
        header[LENGTH_AT + 1] = (byte) ((total - prefix) >> 8);
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, prefix, text.length());
        header[total - 1] = '\n';
        return header;
    }
}
