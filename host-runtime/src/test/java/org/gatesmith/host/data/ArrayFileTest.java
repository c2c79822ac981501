package org.gatesmith.host.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.data.DataFaultAssert.assertFault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrayFileTest {
    @TempDir
    Path folder;

    @Test
    void theContentTellsAnNpyFileWhateverItsName() throws Exception {
        Path file = folder.resolve("a.png");
        NpyWriter.write(file, Elements.copyOf(new byte[6]), List.of(2L, 3L));
        try (ArrayFile opened = ArrayFile.open(file)) {
            assertThat(opened).isInstanceOf(NpyFile.class);
            assertThat(opened.shape()).containsExactly(2L, 3L);
        }
    }

    @Test
    void theContentTellsAnImageWhateverItsName() throws Exception {
        Path image = folder.resolve("a.png");
        GreyImage.write(image, Elements.copyOf(new byte[6]), List.of(2L, 3L));
        Path file = Files.move(image, folder.resolve("a.npy"));
        try (ArrayFile opened = ArrayFile.open(file)) {
            assertThat(opened).isInstanceOf(GreyImage.class);
            assertThat(opened.shape()).containsExactly(2L, 3L);
        }
    }

    @Test
    void anyOtherFormatIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2,3");

        assertFault(DataFault.UNKNOWN_FORMAT, () -> ArrayFile.open(file))
                .saying("a.csv: is neither an .npy file nor a PNG or PGM (P2, P5) image");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("a.npy"));

        assertFault(DataFault.UNKNOWN_FORMAT, () -> ArrayFile.open(file))
                .saying("is neither an .npy file nor a PNG or PGM (P2, P5) image");
    }

    @Test
    void aMissingFileIsNamed() {
        assertFault(DataFault.UNREADABLE, () -> ArrayFile.open(folder.resolve("none.npy")))
                .saying("none.npy: cannot be read: there is no such file or folder");
    }
}
