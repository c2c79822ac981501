package org.gatesmith.host.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.diag.Severity;
import org.gatesmith.host.data.DataFault;
import org.gatesmith.host.device.DeviceFault;
import org.gatesmith.host.folder.FolderFault;
import org.junit.jupiter.api.Test;

/** The page of diagnostics has every id, once, with what the program says of it and advice. */
class DiagnosticsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "diagnostics.md");
    private static final Pattern ROW = Pattern.compile(
            "^\\| (?:\\[(GS\\d{4})\\]\\([^)]+\\)|(GS\\d{4}))( \\(warning\\))? \\| (.+) \\| (.+) \\|$",
            Pattern.MULTILINE);

    /** An id as the page shows it. */
    private record Entry(String id, boolean warning, String summary) {}

    @Test
    void everyIdHasItsRow() throws IOException {
        List<Entry> rows = rows().map(row -> new Entry(id(row), row.group(3) != null, row.group(4)))
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(entries().toList());
    }

    @Test
    void noIdIsUsedTwice() {
        assertThat(entries().map(Entry::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyRowSaysWhatToDo() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(row.group(5)).endsWith("."));
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE)).results();
    }

    private static String id(MatchResult row) {
        return row.group(1) == null ? row.group(2) : row.group(1);
    }

    private static Stream<Entry> entries() {
        return Stream.of(
                        Arrays.stream(Rule.values())
                                .map(rule -> new Entry(rule.id(), rule.severity() == Severity.WARNING, rule.summary())),
                        Arrays.stream(DataFault.values()).map(fault -> new Entry(fault.id(), false, fault.summary())),
                        Arrays.stream(DeviceFault.values()).map(fault -> new Entry(fault.id(), false, fault.summary())),
                        Arrays.stream(FolderFault.values()).map(fault -> new Entry(fault.id(), false, fault.summary())))
                .flatMap(entries -> entries);
    }
}
