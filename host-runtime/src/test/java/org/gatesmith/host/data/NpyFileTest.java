package org.gatesmith.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.data.DataFaultAssert.assertFault;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gatesmith.hls.signature.JavaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NpyFileTest {
    @TempDir
    Path folder;

    /** A file written by NumPy; see the README beside them. */
    private static Path numpys(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(NpyFileTest.class.getResource("/npy/" + name + ".npy"))
                .toURI());
    }

    private static Object read(Path file, JavaType type, Long... shape) throws DataException {
        try (NpyFile npy = NpyFile.open(file)) {
            return npy.elements("a", type, List.of(shape)).toArray();
        }
    }

    private Path written(String header, int version, byte... data) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0, (byte) text.length, 0};
        byte[] all = Arrays.copyOf(start, start.length + text.length + data.length);
        System.arraycopy(text, 0, all, start.length, text.length);
        System.arraycopy(data, 0, all, start.length + text.length, data.length);
        return Files.write(folder.resolve("a.npy"), all);
    }

    private Path withHeader(String header, byte... data) throws IOException {
        return written(header, 1, data);
    }

    @Test
    void readsVersionOne() throws Exception {
        assertThat(read(numpys("v1-i4-2x3"), JavaType.INT, 2L, 3L)).isEqualTo(new int[] {-2, -1, 0, 1, 2, 3});
    }

    @Test
    void readsVersionTwo() throws Exception {
        assertThat(read(numpys("v2-f8-3"), JavaType.DOUBLE, 3L))
                .isEqualTo(new double[] {0.5, -0.0, Double.POSITIVE_INFINITY});
    }

    @Test
    void readsVersionThree() throws Exception {
        assertThat(read(numpys("v3-b1-4"), JavaType.BOOLEAN, 4L)).isEqualTo(new boolean[] {true, false, true, true});
    }

    @Test
    void readsAnArrayWithoutDimensions() throws Exception {
        assertThat(read(numpys("v1-u2-scalar"), JavaType.CHAR)).isEqualTo(new char[] {65535});
    }

    @Test
    void tellsTypeAndShape() throws Exception {
        try (NpyFile npy = NpyFile.open(numpys("v1-i4-2x3"))) {
            assertThat(npy.type()).isEqualTo(NpyType.I4);
            assertThat(npy.shape()).containsExactly(2L, 3L);
        }
    }

    @Test
    void readsExtentsAsPythonTwoWroteThem() throws Exception {
        Path file = withHeader("{'descr': '|u1', 'fortran_order': False, 'shape': (1L, 2L)}\n", (byte) 7, (byte) 8);

        assertThat(read(file, JavaType.BYTE, 1L, 2L)).isEqualTo(new byte[] {7, 8});
    }

    @Test
    void takesAFlatFileForAShapedParameter() throws Exception {
        assertThat(read(numpys("v2-f8-3"), JavaType.DOUBLE, 1L, 3L))
                .isEqualTo(new double[] {0.5, -0.0, Double.POSITIVE_INFINITY});
    }

    @ParameterizedTest
    @CsvSource({
        "|b1, BOOLEAN",
        "|i1, BYTE",
        "|u1, BYTE",
        "<u1, BYTE",
        "<i2, SHORT",
        "<u2, SHORT",
        "<u2, CHAR",
        "<i4, INT",
        "<u4, INT",
        "<i8, LONG",
        "<u8, LONG",
        "<f4, FLOAT",
        "<f8, DOUBLE"
    })
    void feedsTheJavaTypeOfTheSameWidth(String descr, JavaType type) throws Exception {
        Path file = withHeader(
                "{'descr': '" + descr + "', 'fortran_order': False, 'shape': (1,), }\n", new byte[type.bytes()]);

        assertThat(read(file, type, 1L)).isEqualTo(PrimitiveArray.create(type, 1));
    }

    @Test
    void passesUnsignedElementsBitForBit() throws Exception {
        Path file = withHeader("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), }\n", (byte) 200);

        assertThat(read(file, JavaType.BYTE, 1L)).isEqualTo(new byte[] {-56});
    }

    @ParameterizedTest
    @EnumSource(JavaType.class)
    void readsWhatTheWriterWrote(JavaType type) throws Exception {
        Path file = folder.resolve("out.npy");
        Elements elements = Elements.copyOf(PrimitiveArray.create(type, 6));
        for (int i = 0; i < 6; i++) {
            elements.setBits(i, type == JavaType.BOOLEAN ? i & 1 : 0x0101_0101_0101_0101L * i);
        }
        NpyWriter.write(file, elements, List.of(3L, 2L));

        assertThat(read(file, type, 3L, 2L)).isEqualTo(elements.toArray());
    }

    @Test
    void readsBeyondTwoGibibytes() throws Exception {
        long count = 3L << 30;
        Path file = folder.resolve("large.npy");
        byte[] header = NpyHeader.encode(NpyType.I1, List.of(count));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(header);
            sparse.seek(header.length + count - 1);
            sparse.write(42);
        }
        try (NpyFile npy = NpyFile.open(file)) {
            Elements elements = npy.elements("a", JavaType.BYTE, List.of(count));
            assertThat(elements.count()).isEqualTo(count);
            assertThat(elements.bits(count - 1)).isEqualTo(42);
            assertFault(DataFault.ARRAY_SIZE, elements::toArray)
                    .saying("3,221,225,472 elements do not fit a Java array, which holds at most 2,147,483,645");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertFault(DataFault.UNREADABLE, () -> NpyFile.open(folder.resolve("none.npy")))
                .saying("none.npy: cannot be read: there is no such file or folder");
    }

    @Test
    void aFolderIsNoFile() {
        assertFault(DataFault.UNREADABLE, () -> NpyFile.open(folder)).mentioning("cannot be read", "folder");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.npy"), "hello");

        assertFault(DataFault.NOT_NPY, () -> NpyFile.open(file))
                .saying("a.npy: is not an .npy file: it does not start with the bytes 93 'NUMPY'");
    }

    @Test
    void anUnknownVersionIsRefused() throws IOException {
        Path file = written("{}", 4);

        assertFault(DataFault.NPY_VERSION, () -> NpyFile.open(file))
                .saying("uses version 4.0 of the .npy format; 1.0, 2.0 and 3.0 are supported");
    }

    @Test
    void bigEndianElementsAreRefusedWithTheCallThatConvertsThem() throws Exception {
        Path file = numpys("v1-big-endian");

        assertFault(DataFault.BYTE_ORDER, () -> NpyFile.open(file))
                .saying("stores its elements big-endian (dtype '>i4'); save it with a.astype('<i4')");
    }

    @Test
    void fortranOrderIsRefusedWithTheCallThatConvertsIt() throws Exception {
        Path file = numpys("v1-fortran");

        assertFault(DataFault.FORTRAN_ORDER, () -> NpyFile.open(file))
                .saying("stores its elements column by column; save it row by row with np.ascontiguousarray(a)");
    }

    @Test
    void recordsAreRefused() throws Exception {
        Path file = numpys("v1-structured");

        assertFault(DataFault.ELEMENT_TYPE, () -> NpyFile.open(file))
                .saying("holds records (a structured dtype); save one field of it, as in np.save(file, a['name'])");
    }

    @Test
    void anUnsupportedDtypeIsRefusedWithTheSupportedOnes() throws Exception {
        Path file = numpys("v1-complex");

        assertFault(DataFault.ELEMENT_TYPE, () -> NpyFile.open(file))
                .saying(
                        "has dtype '<c8', which is not supported; convert it with a.astype to one of '|b1', '|i1', '|u1',"
                                + " '<i2', '<u2', '<i4', '<u4', '<i8', '<u8', '<f4', '<f8'");
    }

    @Test
    void anotherTypeThanTheParametersIsRefused() throws Exception {
        Path file = numpys("v2-f8-3");

        assertFault(DataFault.ELEMENT_TYPE, () -> read(file, JavaType.INT, 3L))
                .saying("has dtype '<f8', but parameter 'a' holds int elements and takes '<i4' or '<u4'; save it with"
                        + " a.astype('<i4')");
    }

    @Test
    void anotherShapeThanTheParametersIsRefused() throws Exception {
        Path file = numpys("v1-i4-2x3");

        assertFault(DataFault.SHAPE, () -> read(file, JavaType.INT, 3L, 2L))
                .saying(
                        "has shape (2, 3) with 6 elements, but parameter 'a' has shape (3, 2) with 6 elements at the sizes"
                                + " given; pass another file or other sizes");
    }

    @Test
    void aFlatFileOfAnotherLengthIsRefused() throws Exception {
        Path file = numpys("v2-f8-3");

        assertFault(DataFault.SHAPE, () -> read(file, JavaType.DOUBLE, 2L, 2L))
                .mentioning("has shape (3,) with 3 elements", "shape (2, 2) with 4 elements");
    }

    @Test
    void missingElementsAreCounted() throws IOException {
        Path file = withHeader("{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }\n", new byte[7]);
        long header = Files.size(file) - 7;

        assertFault(DataFault.TRUNCATED, () -> NpyFile.open(file))
                .saying("ends before its last element: " + (header + 8) + " bytes expected for shape (2,) of '<i4', "
                        + (header + 7) + " found");
    }

    @Test
    void trailingBytesAreCounted() throws IOException {
        Path file = withHeader("{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }\n", new byte[9]);
        long header = Files.size(file) - 9;

        assertFault(DataFault.TRAILING_BYTES, () -> NpyFile.open(file))
                .saying("goes on after its last element: " + (header + 8) + " bytes expected for shape (2,) of '<i4', "
                        + (header + 9) + " found");
    }

    @Test
    void aFileThatEndsInItsHeaderIsTruncatedWhereverItEnds() throws Exception {
        byte[] whole = Files.readAllBytes(numpys("v2-f8-3"));
        Path file = folder.resolve("a.npy");
        for (int length = 6; length < 128; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertFault(DataFault.TRUNCATED, () -> NpyFile.open(file)).mentioning("ends within its header");
        }
    }

    @Test
    void aHeaderWithoutItsEntriesIsDamaged() throws IOException {
        Path file = withHeader("{'descr': '<i4', 'shape': (2,)}");

        assertFault(DataFault.NPY_HEADER, () -> NpyFile.open(file))
                .saying("has a damaged .npy header: no valid entry 'fortran_order' in {'descr': '<i4', 'shape': (2,)}");
    }

    @Test
    void aShapeBeyondAnyFileIsDamage() throws IOException {
        Path file = withHeader("{'descr': '<i4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}");

        assertFault(DataFault.NPY_HEADER, () -> NpyFile.open(file))
                .saying("the shape (4294967296, 4294967296) is larger than any file");
    }

    @Test
    void aBooleanThatIsNeitherZeroNorOneIsRefused() throws IOException {
        Path file =
                withHeader("{'descr': '|b1', 'fortran_order': False, 'shape': (3,), }\n", (byte) 0, (byte) 1, (byte) 2);

        assertFault(DataFault.BOOLEAN_VALUE, () -> read(file, JavaType.BOOLEAN, 3L))
                .saying("element 2 is the byte 2, which is neither False (0) nor True (1)");
    }
}
