package org.gatesmith.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardsTest {
    private static final Path MINIMAL =
            Path.of("src/test/resources/org/gatesmith/board/should-pass/minimal/board.json");

    @TempDir
    Path folder;

    @Test
    void finds_a_built_in_board_with_its_file() {
        BoardLookup lookup = Boards.named("u280");

        assertThat(lookup).isInstanceOfSatisfying(BoardLookup.Found.class, found -> {
            assertThat(found.board().displayName()).isEqualTo("AMD Alveo U280");
            assertThat(found.json()).startsWith("{").contains("\"name\": \"u280\"");
        });
    }

    @Test
    void suggests_the_nearest_name() {
        assertThat(message("u208"))
                .isEqualTo("there is no board \"u208\"; did you mean \"u280\"?\n"
                        + "known boards: u280, vcu1525, zcu102; or give the path of a board file that ends in .json");
    }

    @Test
    void suggests_nothing_when_nothing_is_near() {
        assertThat(message("stratix")).startsWith("there is no board \"stratix\"\n");
    }

    @Test
    void reads_a_users_file_where_a_name_can_stand() {
        assertThat(Boards.named(MINIMAL.toString()))
                .isInstanceOfSatisfying(
                        BoardLookup.Found.class,
                        found -> assertThat(found.board().name()).isEqualTo("mini"));
    }

    @Test
    void names_a_file_that_does_not_exist() {
        assertThat(message("no/such/board.json")).isEqualTo("no/such/board.json: there is no such file");
    }

    @Test
    void names_a_folder_given_as_a_file() throws IOException {
        Path notAFile = Files.createDirectory(folder.resolve("board.json"));

        assertThat(message(notAFile.toString())).endsWith("board.json: the file cannot be read: it is a folder");
    }

    @Test
    void names_a_file_that_is_not_text() throws IOException {
        Path latin1 = folder.resolve("board.json");
        Files.write(latin1, "{\"name\": \"\u00fc\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(message(latin1.toString())).endsWith("board.json: the file is not UTF-8 text");
    }

    @Test
    void names_an_impossible_file_name() {
        assertThat(message("a\0.json")).contains("not a file name");
    }

    private static String message(String nameOrFile) {
        return ((BoardLookup.Failure) Boards.named(nameOrFile)).message();
    }
}
