package org.gatesmith.host.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.folder.FolderExceptionAssert.assertThatFails;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal tells what is finished, after whatever happened to the process that wrote it. */
final class JournalTest {

    @TempDir
    private Path folder;

    private Layout layout;

    @BeforeEach
    void setUp() throws Exception {
        layout = new Layout(folder);
        try (Journal journal = Journal.open(layout)) {
            journal.done(SmallRun.row(0, 0));
            journal.done(SmallRun.row(1, 0));
        }
    }

    @Test
    void whatIsDoneStaysDone() throws Exception {
        try (Journal journal = Journal.open(layout)) {
            assertThat(journal.isDone(0)).isTrue();
            assertThat(journal.isDone(1)).isTrue();
            assertThat(journal.isDone(2)).isFalse();
            assertThat(journal.groups().values()).containsExactly(SmallRun.row(0, 0), SmallRun.row(1, 0));
        }
    }

    @Test
    void aLineThatACrashCutOffIsIgnoredAndThenOverwritten() throws Exception {
        String whole = Files.readString(layout.journal());
        for (int cut = 1; cut < whole.length() / 2; cut++) {
            Files.writeString(layout.journal(), whole.substring(0, whole.length() - cut));
            try (Journal journal = Journal.open(layout)) {
                assertThat(journal.isDone(0)).isTrue();
                assertThat(journal.isDone(1)).isFalse();
                journal.done(SmallRun.row(1, 0));
            }
            assertThat(layout.journal()).content().isEqualTo(whole);
        }
    }

    @Test
    void zeroesThatALossOfPowerLeftAreIgnored() throws Exception {
        Files.write(layout.journal(), new byte[100], StandardOpenOption.APPEND);

        try (Journal journal = Journal.open(layout)) {
            assertThat(journal.groups()).hasSize(2);
        }
    }

    @Test
    void aGroupThatMismatchedIsRecordedAndRunsAgain() throws Exception {
        try (Journal journal = Journal.open(layout)) {
            journal.done(SmallRun.row(1, 2));
        }
        try (Journal journal = Journal.open(layout)) {
            assertThat(journal.groups().get(1L).mismatches()).isEqualTo(2);
            assertThat(journal.isDone(1)).isFalse();
            journal.done(SmallRun.row(1, 0));
            assertThat(journal.isDone(1)).isTrue();
        }
    }

    @Test
    void damageInTheMiddleIsNamedByItsLine() throws Exception {
        Files.writeString(layout.journal(), Files.readString(layout.journal()).replaceFirst("group", "grope"));

        assertThatFails(() -> Journal.open(layout), FolderFault.DAMAGED)
                .hasMessageContaining("journal.jsonl:1: is damaged")
                .hasMessageContaining("delete this line to have its group run again");
    }

    @Test
    void aMemberThatIsMissingIsNamed() throws Exception {
        Files.writeString(layout.journal(), "{ }\n" + Files.readString(layout.journal()));

        assertThatFails(() -> Journal.open(layout), FolderFault.DAMAGED)
                .hasMessageContaining("journal.jsonl:1: is damaged: \"group\" is missing; delete this line");
    }

    @Test
    void resultsThatCannotBeForcedToDiskAreNotCalledDone() throws Exception {
        // A program that runs cannot be opened for writing, not even by root.
        Path busy = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.createDirectories(layout.outputs());
        Files.createSymbolicLink(layout.output("c"), busy);
        Journal journal = Journal.open(layout);
        journal.done(SmallRun.row(1, 2));

        assertThatFails(journal::close, FolderFault.UNWRITABLE).hasMessageContaining("outputs: cannot be written");
        assertThat(JournalText.read(layout.journal()).groups()).containsEntry(1L, SmallRun.row(1, 0));
        Files.delete(layout.output("c"));
    }
}
