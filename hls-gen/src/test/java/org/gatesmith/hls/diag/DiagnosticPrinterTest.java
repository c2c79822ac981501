package org.gatesmith.hls.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {

    private static final String FILE = "Scale.java";

    private static final Diagnostic WRITE = Diagnostic.of(
            Rule.WRITE_TO_INPUT, new Span(FILE, 2, 5, 2, 9), "'x' is marked @In and is written here", "mark it @InOut");

    private static String print(String source, Diagnostic diagnostic) {
        return new DiagnosticPrinter(Map.of(FILE, source), DiagnosticPrinter.Style.PLAIN).print(diagnostic);
    }

    private static Diagnostic at(int startLine, int startColumn, int endLine, int endColumn) {
        return Diagnostic.of(Rule.JAVAC, new Span(FILE, startLine, startColumn, endLine, endColumn), "wrong", null);
    }

    @Test
    void showsTheLineWithCaretsUnderTheSpanAndTheFix() {
        assertThat(print("class Scale {\n    x[i] = 0;\n}\n", WRITE)).isEqualTo("""
                        Scale.java:2:5: error[GS0401]: 'x' is marked @In and is written here
                          2 |     x[i] = 0;
                            |     ^^^^
                            fix: mark it @InOut
                        """);
    }

    @Test
    void aSpanOverSeveralLinesIsUnderlinedToTheEndOfItsFirst() {
        assertThat(print("a\nif (x) {  \n}\n", at(2, 5, 3, 2))).isEqualTo("""
                        Scale.java:2:5: error[GS0101]: wrong
                          2 | if (x) {
                            |     ^^^^
                        """);
    }

    @Test
    void tabsTakeTheSameRoomInTheLineAndAboveTheCarets() {
        assertThat(print("\tint\ty = z;\n", at(1, 6, 1, 7))).isEqualTo("""
                        Scale.java:1:6: error[GS0101]: wrong
                          1 |     int y = z;
                            |         ^
                        """);
    }

    @Test
    void linesThatEndWithCarriageReturnsAreShownWithoutThem() {
        assertThat(print("one\r\ntwo\r\n", at(2, 1, 2, 4))).isEqualTo("""
                        Scale.java:2:1: error[GS0101]: wrong
                          2 | two
                            | ^^^
                        """);
    }

    @Test
    void aSpanPastTheEndOfItsLineHasOneCaretThere() {
        assertThat(print("ab", at(1, 3, 1, 3))).endsWith("  1 | ab\n    |   ^\n");
        assertThat(print("ab", at(1, 9, 1, 12))).endsWith("  1 | ab\n    |   ^\n");
        assertThat(print("", at(1, 1, 1, 2))).endsWith("  1 |\n    | ^\n");
    }

    @Test
    void aFileThatIsNotAtHandIsShownWithoutItsLine() {
        assertThat(new DiagnosticPrinter(Map.of(), DiagnosticPrinter.Style.PLAIN).print(at(7, 1, 7, 2)))
                .isEqualTo("Scale.java:7:1: error[GS0101]: wrong\n");
    }

    @Test
    void aMessageWithoutAPlaceStartsWithItsSeverity() {
        Diagnostic diagnostic = Diagnostic.of(Rule.UNKNOWN_TUNABLE, Span.NONE, "there is no ROWS", "try COLS");
        assertThat(print("", diagnostic)).isEqualTo("error[GS0106]: there is no ROWS\n    fix: try COLS\n");
    }

    @Test
    void furtherLinesOfAMessageAreIndented() {
        Diagnostic diagnostic = Diagnostic.of(Rule.JAVAC, Span.NONE, "first\n  second\nthird", null);
        assertThat(print("", diagnostic)).isEqualTo("error[GS0101]: first\n      second\n    third\n");
    }

    @Test
    void relatedPlacesFollowInTheSameForm() {
        Diagnostic diagnostic = new Diagnostic(
                Rule.UNUSED_PORT,
                new Span(FILE, 2, 1, 2, 2),
                "unused",
                null,
                List.of(new Diagnostic.Related(new Span(FILE, 1, 1, 1, 3), "declared here")));
        assertThat(print("aa\nb\n", diagnostic)).isEqualTo("""
                        Scale.java:2:1: warning[GS0406]: unused
                          2 | b
                            | ^
                        Scale.java:1:1: note: declared here
                          1 | aa
                            | ^^
                        """);
    }

    @Test
    void aListEndsWithItsSummary() {
        DiagnosticPrinter printer = new DiagnosticPrinter(Map.of(), DiagnosticPrinter.Style.PLAIN);
        assertThat(printer.print(List.of(WRITE, WRITE))).endsWith("    fix: mark it @InOut\n2 errors\n");
        assertThat(printer.print(List.of())).isEmpty();
    }

    @Test
    void theSummaryCountsErrorsAndWarnings() {
        Diagnostic warning = Diagnostic.of(Rule.UNUSED_PORT, Span.NONE, "unused", null);
        assertThat(DiagnosticPrinter.summary(List.of(WRITE, warning, WRITE))).isEqualTo("2 errors, 1 warning");
        assertThat(DiagnosticPrinter.summary(List.of(warning, warning))).isEqualTo("2 warnings");
        assertThat(DiagnosticPrinter.summary(List.of(WRITE))).isEqualTo("1 error");
        assertThat(DiagnosticPrinter.summary(List.of())).isEmpty();
    }

    @Test
    void coloursAreAddedOnlyWhenAskedFor() {
        String plain = print("class Scale {\n    x[i] = 0;\n}\n", WRITE);
        String coloured = new DiagnosticPrinter(
                        Map.of(FILE, "class Scale {\n    x[i] = 0;\n}\n"), DiagnosticPrinter.Style.ANSI)
                .print(WRITE);
        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1;31m^^^^\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }
}
