package org.gatesmith.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.data.DataFaultAssert.assertFault;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gatesmith.hls.signature.JavaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostBufferTest {
    private static final Path FULL_DISK = Path.of("/dev/full");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(JavaType.class)
    void startsWithZeroesOfEveryType(JavaType type) throws DataException {
        try (HostBuffer buffer = HostBuffer.create(folder, "a", type, 3)) {
            assertThat(buffer.elements().toArray()).isEqualTo(PrimitiveArray.create(type, 3));
        }
    }

    @Test
    void showsTheSameBytesToWhoeverOpensItsFile() throws Exception {
        try (HostBuffer buffer = HostBuffer.create(folder, "a", JavaType.SHORT, 2)) {
            buffer.elements().copyFrom(new short[] {0x0102, -1});
            assertThat(buffer.file()).isEqualTo(folder.resolve("a.bin"));
            assertThat(Files.readAllBytes(buffer.file())).containsExactly(2, 1, -1, -1);
        }
    }

    @Test
    void isDeletedWhenClosed() throws DataException {
        HostBuffer buffer = HostBuffer.create(folder, "a", JavaType.INT, 1000);
        assertThat(buffer.file()).hasSize(4000);
        buffer.close();
        assertThat(buffer.file()).doesNotExist();
    }

    @Test
    void mayBeEmpty() throws DataException {
        try (HostBuffer buffer = HostBuffer.create(folder, "a", JavaType.INT, 0)) {
            assertThat(buffer.elements().count()).isZero();
        }
    }

    @Test
    void moreThanTheDiskHoldsIsRefusedBeforehand() {
        assertFault(DataFault.DISK_FULL, () -> HostBuffer.create(folder, "a", JavaType.LONG, 1L << 56))
                .mentioning("a.bin: 576,460,752,303,423,488 bytes are needed and ", " are free on this disk");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDiskThatFillsMeanwhileIsSaid() throws Exception {
        assumeTrue(Files.exists(FULL_DISK));
        Files.createSymbolicLink(folder.resolve("a.bin"), FULL_DISK);

        assertFault(DataFault.DISK_FULL, () -> HostBuffer.create(folder, "a", JavaType.INT, 10))
                .saying("a.bin: cannot be written: No space left on device");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMissingFolderIsNamed() {
        assertFault(DataFault.UNWRITABLE, () -> HostBuffer.create(folder.resolve("no"), "a", JavaType.INT, 1))
                .saying("no/a.bin: cannot be written: there is no such file or folder");
    }
}
