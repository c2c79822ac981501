package org.gatesmith.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BoardSheetTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/gatesmith/board");

    private final Board mini =
            ((BoardLookup.Found) BoardFile.read(FOLDER.resolve("should-pass/minimal/board.json"))).board();

    @Test
    void shows_every_block_of_a_board() throws IOException {
        assertThat(BoardSheet.of(mini)).isEqualTo(Files.readString(FOLDER.resolve("sheet-of-minimal.txt")));
    }

    @Test
    void lists_boards_in_aligned_columns() throws IOException {
        assertThat(BoardTable.of(Boards.all())).isEqualTo(Files.readString(FOLDER.resolve("table-of-built-in.txt")));
    }

    @Test
    void is_the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        try {
            String english = sheets();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(sheets()).isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keeps_lines_short() {
        assertThat(List.of(sheets().split("\n")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(121));
    }

    private static String sheets() {
        return String.join("", Boards.all().stream().map(BoardSheet::of).toList());
    }
}
