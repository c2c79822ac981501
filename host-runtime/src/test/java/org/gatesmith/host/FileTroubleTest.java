package org.gatesmith.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reasons that a user can act on, where Java's message is only the path. */
class FileTroubleTest {

    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsSaidToBeMissing() {
        IOException cause = catchThrowableOfType(IOException.class, () -> Files.readString(folder.resolve("absent")));

        assertThat(FileTrouble.reason(cause)).isEqualTo("there is no such file or folder");
    }

    @Test
    void aFileWhereAFolderShouldBeIsInTheWay() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        IOException cause = catchThrowableOfType(IOException.class, () -> Files.createDirectories(file));

        assertThat(FileTrouble.reason(cause)).isEqualTo("a file of that name is in the way");
    }

    @Test
    void missingRightsAreNamed() {
        assertThat(FileTrouble.reason(new AccessDeniedException("/file"))).isEqualTo("permission denied");
    }

    @Test
    void theSystemsOwnWordsAreKept() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        IOException cause = catchThrowableOfType(IOException.class, () -> Files.createDirectory(file.resolve("below")));

        assertThat(FileTrouble.reason(cause)).isEqualTo("Not a directory");
    }
}
