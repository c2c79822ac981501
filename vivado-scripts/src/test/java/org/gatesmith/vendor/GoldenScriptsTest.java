package org.gatesmith.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.board.Boards;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The scripts for {@code vector_add} on every built-in board. After an intended change, write the golden files anew with
 * {@code mvn -pl vivado-scripts -am test -Dtest=GoldenScriptsTest -Dgolden=write} and read the difference.
 */
class GoldenScriptsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/gatesmith/vendor/golden");

    static List<String> boards() {
        return Boards.names();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void are_as_reviewed(String name) throws IOException {
        Board board = Designs.board(name);
        ScriptResult.Emitted scripts = Designs.emitted(Designs.vectorAdd(board), board);
        Path folder = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            scripts.writeTo(folder);
        }

        assertThat(namesIn(folder))
                .containsExactlyElementsOf(
                        scripts.files().stream().map(ScriptFile::name).sorted().toList());
        for (ScriptFile file : scripts.files()) {
            assertThat(file.text()).as(file.name()).isEqualTo(Files.readString(folder.resolve(file.name())));
        }
    }

    @ParameterizedTest
    @MethodSource("boards")
    void have_no_stray_blanks(String name) {
        Board board = Designs.board(name);

        assertThat(Designs.emitted(Designs.vectorAdd(board), board).files())
                .extracting(ScriptFile::text)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("\n\n\n")
                        .doesNotContain(" \n")
                        .doesNotContain("\t")
                        .doesNotEndWith("\n\n")
                        .endsWith("\n"));
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
