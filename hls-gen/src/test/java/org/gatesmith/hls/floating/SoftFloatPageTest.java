package org.gatesmith.hls.floating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.gatesmith.hls.ir.IrText;
import org.junit.jupiter.api.Test;

/** The page about floating-point operators says what they consist of. Run with {@code -Dgolden.update=true} to rewrite it. */
class SoftFloatPageTest {

    private static final Path PAGE = Path.of("..", "docs", "soft-float.md");
    private static final String BEGIN = "<!-- operators -->\n";
    private static final String END = "<!-- end of operators -->\n";

    @Test
    void thePageListsTheOperationsOfEveryOperator() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        String expected = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
    }

    private static String table() throws IOException {
        return """

                | function | adders | comparators | equalities | multipliers | shifters | zeros counted | choices | gates | levels |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """
                + IrText.parse(Files.readString(SoftFloatLibraryTest.LIBRARY)).functions().stream()
                        .map(OperationCounts::of)
                        .map(OperationCounts::row)
                        .collect(Collectors.joining())
                + "\n";
    }
}
