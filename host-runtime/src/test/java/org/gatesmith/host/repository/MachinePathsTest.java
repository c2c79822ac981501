package org.gatesmith.host.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path of the machine that a file was written on means nothing on the machine that it is read on. */
final class MachinePathsTest {

    /** Home folders, scratch worktrees and folders beside the clone; put together here so that this file passes itself. */
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.}*/-])/(" + "work|tmp/wt|home/\\w+|root|Users/\\w+)/" + "|\\.\\./" + "shared/");

    @Test
    void noFileNamesAFolderOfSomeonesMachine() throws IOException {
        Repository repository = Repository.here();
        List<String> offending = new ArrayList<>();
        for (Path file : repository.files()) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            MACHINE_PATH
                    .matcher(text)
                    .results()
                    .forEach(match -> offending.add(repository.root().relativize(file) + ": " + match.group()));
        }

        assertThat(offending).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/work" + "/main/pom.xml", "see /home" + "/ann/x", "`../" + "shared/design`", "(/tmp" + "/wt/a)"
            })
    void machinePathsAreSeen(String text) {
        assertThat(MACHINE_PATH.matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"target/work/a.npy", "$HOME/work/x", "https://example.org/work/1", "/usr/lib/jvm/", "/work"})
    void otherPathsPass(String text) {
        assertThat(MACHINE_PATH.matcher(text).find()).isFalse();
    }
}
