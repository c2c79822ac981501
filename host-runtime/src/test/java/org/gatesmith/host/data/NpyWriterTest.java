package org.gatesmith.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gatesmith.host.data.DataFaultAssert.assertFault;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gatesmith.hls.signature.JavaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyWriterTest {
    private static final Path FULL_DISK = Path.of("/dev/full");

    @TempDir
    Path folder;

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void writesTheHeaderThatNumpyWrites() throws Exception {
        Path file = folder.resolve("a.npy");
        NpyWriter.write(file, Elements.copyOf(new int[] {-2, -1, 0, 1, 2, 3}), List.of(2L, 3L));

        assertThat(file)
                .hasSameBinaryContentAs(Path.of(
                        NpyWriterTest.class.getResource("/npy/v1-i4-2x3.npy").toURI()));
    }

    @Test
    void alignsTheElementsWhateverTheLengthOfTheShape() {
        for (long extent = 1; extent > 0 && extent < 1L << 60; extent *= 10) {
            byte[] header = NpyHeader.encode(NpyType.F8, List.of(extent, 1L, 1L, 1L));
            assertThat(header.length % 64).isZero();
            assertThat(new String(header, StandardCharsets.ISO_8859_1)).endsWith("\n");
        }
    }

    @Test
    void piecesMakeOneFile() throws Exception {
        Path file = folder.resolve("a.npy");
        try (NpyWriter writer = NpyWriter.create(file, JavaType.LONG, List.of(5L))) {
            writer.write(Elements.copyOf(new long[] {1, 2}));
            writer.write(Elements.copyOf(new long[] {}));
            writer.write(Elements.copyOf(new long[] {3, 4, 5}));
        }
        try (NpyFile npy = NpyFile.open(file)) {
            assertThat(npy.elements("a", JavaType.LONG, List.of(5L)).toArray()).isEqualTo(new long[] {1, 2, 3, 4, 5});
        }
        assertThat(files()).containsExactly(file);
    }

    @Test
    void missingElementsLeaveNoFileBehind() throws Exception {
        NpyWriter writer = NpyWriter.create(folder.resolve("a.npy"), JavaType.INT, List.of(5L));
        writer.write(Elements.copyOf(new int[] {1, 2}));

        assertFault(DataFault.INCOMPLETE, writer::close)
                .saying("a.npy: was not written: the last 3 elements are missing");
        assertThat(files()).isEmpty();
    }

    @Test
    void moreElementsThanTheShapeHasAreRefused() throws Exception {
        try (NpyWriter writer = NpyWriter.create(folder.resolve("a.npy"), JavaType.INT, List.of(1L))) {
            assertThatThrownBy(() -> writer.write(Elements.copyOf(new int[] {1, 2})))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("2 int elements cannot be appended where 1 int elements are missing");
            writer.write(Elements.copyOf(new int[] {1}));
        }
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        assertFault(DataFault.UNWRITABLE, () -> NpyWriter.create(folder.resolve("no/a.npy"), JavaType.INT, List.of(1L)))
                .saying("no/a.npy: cannot be written: there is no such file or folder");
    }

    @Test
    void aFullDiskIsSaidAndLeavesNoFileBehind() throws Exception {
        assumeTrue(Files.exists(FULL_DISK));
        Files.createSymbolicLink(folder.resolve("a.npy.part"), FULL_DISK);

        assertFault(DataFault.DISK_FULL, () -> NpyWriter.create(folder.resolve("a.npy"), JavaType.INT, List.of(1L)))
                .saying("a.npy: cannot be written: No space left on device");
        assertThat(files()).isEmpty();
    }
}
