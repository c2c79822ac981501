package org.gatesmith.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder under {@code should-fail} holds a board file with the one fault that the folder's name states, and the
 * exact message it must give.
 */
class BoardFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/org/gatesmith/board");

    @TestFactory
    Stream<DynamicTest> files_that_should_fail() throws IOException {
        return folders("should-fail")
                .map(folder -> DynamicTest.dynamicTest(name(folder), () -> {
                    Path file = folder.resolve("board.json");

                    BoardLookup lookup = BoardFile.read(file);

                    assertThat(lookup).isInstanceOf(BoardLookup.Invalid.class);
                    assertThat(((BoardLookup.Invalid) lookup).message().replace(file.toString(), "board.json"))
                            .isEqualToIgnoringNewLines(Files.readString(folder.resolve("message.txt")));
                }));
    }

    @TestFactory
    Stream<DynamicTest> files_that_should_pass() throws IOException {
        return folders("should-pass")
                .map(folder -> DynamicTest.dynamicTest(
                        name(folder),
                        () -> assertThat(BoardFile.read(folder.resolve("board.json")))
                                .isInstanceOf(BoardLookup.Found.class)));
    }

    private static Stream<Path> folders(String kind) throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES.resolve(kind))) {
            return folders.sorted().toList().stream();
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
