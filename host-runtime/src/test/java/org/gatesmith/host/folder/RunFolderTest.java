package org.gatesmith.host.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.folder.FolderExceptionAssert.assertThatFails;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.data.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves in its folder, and when it may go on with one. */
final class RunFolderTest {

    /** Files that tell about one run on one machine. */
    private static final Set<String> OF_THIS_RUN = Set.of("measurements.json", "origin.json", "report.html");

    @TempDir
    private Path place;

    private SmallRun run;
    private Path folder;

    @BeforeEach
    void setUp() throws Exception {
        run = new SmallRun(place.resolve("data"));
        folder = place.resolve("run");
    }

    // ---- contents

    @Test
    void aCompleteRunKeepsEverythingItUsedAndMade() throws Exception {
        run.complete(folder);

        assertThat(contents(folder).keySet())
                .containsExactly(
                        "board.json",
                        "emitted/twice.cpp",
                        "inputs/a.npy",
                        "journal.jsonl",
                        "manifest.json",
                        "measurements.json",
                        "origin.json",
                        "outputs/c.npy",
                        "plan.json",
                        "results.json",
                        "schedule.json",
                        "sources/org/example/Twice.java");
        assertThat(StoredRun.open(folder).manifest().files().keySet())
                .containsExactly(
                        "board.json",
                        "emitted/twice.cpp",
                        "inputs/a.npy",
                        "journal.jsonl",
                        "outputs/c.npy",
                        "plan.json",
                        "results.json",
                        "schedule.json",
                        "sources/org/example/Twice.java");
    }

    @Test
    void theSameRunGivesTheSameBytesInAnyLocaleAndTimeZone() throws Exception {
        run.complete(folder);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            new SmallRun(place.resolve("elsewhere")).complete(place.resolve("again"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(reproducible(place.resolve("again"))).isEqualTo(reproducible(folder));
    }

    @Test
    void aRunThatWasInterruptedEndsWithTheSameBytes() throws Exception {
        run.complete(folder);
        Path other = place.resolve("interrupted");
        try (RunFolder begun = run.begin(other)) {
            Files.write(begun.output("c"), new byte[1]);
            begun.journal().done(SmallRun.row(1, 0));
        }
        try (RunFolder again = RunFolder.reopen(other, run.setup())) {
            again.journal().done(SmallRun.row(0, 0));
            run.finish(again);
        }

        assertThat(reproducible(other)).isEqualTo(reproducible(folder));
    }

    @Test
    void theManifestNamesNeitherTimeNorPlace() throws Exception {
        run.complete(folder);

        assertThat(Files.readString(folder.resolve("manifest.json")))
                .doesNotContain(place.toString(), "2026", "\r")
                .startsWith("{\n  \"format\" : 1,\n  \"gatesmith\" : \"1.2.3\",\n  \"state\" : \"equal\",\n");
    }

    @Test
    void theManifestTellsInputsByTheirHashesOrTheirSeed() throws Exception {
        run.complete(folder);

        Map<String, InputRecord> inputs = StoredRun.open(folder).manifest().inputs();
        FileHash file = ContentHash.of(run.inputFile());
        assertThat(inputs)
                .containsEntry("a", new InputRecord.File(SmallRun.FORM, file.bytes(), Optional.of(file.sha256())))
                .containsEntry("b", new InputRecord.Generated(SmallRun.FORM, 7));
    }

    @Test
    void anArrayOfTheApplicationIsCopiedAndHashedWithoutAHeader() throws Exception {
        Elements array = Elements.copyOf(SmallRun.INPUT);
        run.inputs.put("a", new RunInput.OfArray(SmallRun.FORM, array));
        run.complete(folder);

        assertThat(folder.resolve("inputs/a.npy")).hasSameBinaryContentAs(run.inputFile());
        assertThat(StoredRun.open(folder).manifest().inputs())
                .containsEntry(
                        "a",
                        new InputRecord.Application(
                                SmallRun.FORM,
                                24,
                                Optional.of(ContentHash.of(array.segment()).sha256())));
    }

    @Test
    void aLargeInputIsNotCopiedButHashed() throws Exception {
        Path large = place.resolve("large.bin");
        Files.write(large, new byte[Math.toIntExact(InputCopies.LIMIT + 1)]);
        ArrayForm form = ArrayForm.of(JavaType.BYTE, java.util.List.of(InputCopies.LIMIT + 1));
        run.inputs.put("a", new RunInput.OfFile(form, large));
        run.complete(folder);

        assertThat(folder.resolve("inputs")).doesNotExist();
        assertThat(StoredRun.open(folder).manifest().inputs().get("a"))
                .isEqualTo(new InputRecord.File(
                        form,
                        InputCopies.LIMIT + 1,
                        Optional.of(ContentHash.of(large).sha256())));
    }

    @Test
    void hashesAreThoseOfOtherPrograms() {
        // FIPS 180-4's example: the SHA-256 of "abc".
        assertThat(ContentHash.of("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    // ---- verdict

    @Test
    void theVerdictFollowsFromTheJournal() throws Exception {
        try (RunFolder begun = run.begin(folder)) {
            begun.journal().done(SmallRun.row(0, 0));
            begun.journal().done(SmallRun.row(1, 2));
            RunResults results = run.finish(begun);

            assertThat(results.verdict()).isEqualTo(RunState.DIFFERENT);
            assertThat(results.outputs().get("c"))
                    .returns(6L, OutputResult::elements)
                    .returns(6L, OutputResult::compared)
                    .returns(2L, OutputResult::mismatches)
                    .returns(2.0, OutputResult::maxAbsolute);
        }
        assertThat(StoredRun.open(folder).manifest().state()).isEqualTo(RunState.DIFFERENT);
    }

    @Test
    void aRunThatComparedNothingIsUnverified() throws Exception {
        try (RunFolder begun = run.begin(folder)) {
            for (int row = 0; row < 2; row++) {
                GroupOutput compared = SmallRun.row(row, 0).outputs().get("c");
                begun.journal()
                        .done(new GroupRecord(
                                row, Map.of("c", GroupOutput.of(compared.slice(), compared.crc32c(), null))));
            }
            run.finish(begun);
        }
        assertThat(StoredRun.open(folder).manifest().state()).isEqualTo(RunState.UNVERIFIED);
    }

    @Test
    void aRunWithMissingGroupsIsNotCompleted() throws Exception {
        try (RunFolder begun = run.begin(folder)) {
            begun.journal().done(SmallRun.row(0, 0));

            assertThatFails(() -> run.finish(begun), FolderFault.UNFINISHED)
                    .hasMessageContaining("1 of 2 groups of tiles are finished; continue with --resume");
        }
        assertThat(StoredRun.open(folder).complete()).isFalse();
    }

    @Test
    void aRunWhoseInputChangedMeanwhileIsNotCompleted() throws Exception {
        try (RunFolder begun = run.begin(folder)) {
            begun.journal().done(SmallRun.row(0, 0));
            begun.journal().done(SmallRun.row(1, 0));
            Files.setLastModifiedTime(run.inputFile(), FileTime.fromMillis(0));

            assertThatFails(() -> run.finish(begun), FolderFault.CHANGED)
                    .hasMessageContaining("input 'a' was changed while the run read it");
        }
    }

    // ---- a new folder

    @Test
    void aFolderWithAnEarlierRunIsNotOverwritten() throws Exception {
        run.complete(folder);
        run.interrupted(place.resolve("other"));

        assertThatFails(() -> run.begin(folder), FolderFault.OCCUPIED)
                .hasMessageContaining("holds an earlier run of twice (equal); choose another --out");
        assertThatFails(() -> run.begin(place.resolve("other")), FolderFault.OCCUPIED)
                .hasMessageContaining("(incomplete); continue it with --resume, or choose another --out");
    }

    @Test
    void aFolderWithOtherFilesIsNotUsed() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("thesis.tex"), "");

        assertThatFails(() -> run.begin(folder), FolderFault.OCCUPIED)
                .hasMessageContaining("is not empty (it holds thesis.tex)");
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Files.writeString(folder, "");

        assertThatFails(() -> run.begin(folder), FolderFault.OCCUPIED).hasMessageContaining("is a file");
    }

    @Test
    void aRunThatCannotBeginLeavesTheFolderEmpty() throws Exception {
        Path input = run.inputFile();
        Path away = input.resolveSibling("away.npy");
        Files.move(input, away);
        assertThatFails(() -> run.begin(folder), FolderFault.UNREADABLE).hasMessageContaining("a.npy: cannot be read");

        Files.move(away, input);
        run.begin(folder).close();
    }

    // ---- the lock

    @Test
    void nobodyElseWritesAFolderMeanwhile() throws Exception {
        try (RunFolder begun = run.begin(folder)) {
            assertThat(FolderLock.isHeld(new Layout(folder))).isTrue();
            assertThatFails(() -> RunFolder.reopen(folder, run.setup()), FolderFault.IN_USE)
                    .hasMessageContaining("another run is writing this folder");
            assertThat(begun.path()).isEqualTo(folder);
        }
        assertThat(FolderLock.isHeld(new Layout(folder))).isFalse();
    }

    @Test
    void aLockFileThatIsLeftBehindMeansNothing() throws Exception {
        run.interrupted(folder);

        assertThat(folder.resolve("run.lock")).exists();
        RunFolder.reopen(folder, run.setup()).close();
    }

    // ---- reading

    @Test
    void whatIsNoRunIsSaid() throws Exception {
        assertThatFails(() -> StoredRun.open(folder), FolderFault.NOT_A_RUN)
                .hasMessageContaining("there is no such folder");
        Files.createDirectories(folder);
        assertThatFails(() -> StoredRun.open(folder), FolderFault.NOT_A_RUN)
                .hasMessageContaining("there is no manifest.json in it");
        assertThatFails(() -> StoredRun.open(run.inputFile()), FolderFault.NOT_A_RUN)
                .hasMessageContaining("is a file; give the folder of a run");
    }

    @Test
    void aNewerFormatIsSaidWhateverElseTheManifestHolds() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("manifest.json"), "{\"format\": 2, \"gatesmith\": \"9.0\", \"news\": true}");

        assertThatFails(() -> StoredRun.open(folder), FolderFault.NEWER_FORMAT)
                .hasMessageContaining("was written in format 2 by Gatesmith 9.0")
                .hasMessageContaining("use a newer Gatesmith");
    }

    @Test
    void damageToTheManifestIsNamedByItsPlace() throws Exception {
        run.complete(folder);
        Path manifest = folder.resolve("manifest.json");
        String text = Files.readString(manifest);

        Files.writeString(manifest, text.replace("\"groups\" : 2,", "\"groups\" : 2"));
        assertThatFails(() -> StoredRun.open(folder), FolderFault.DAMAGED)
                .hasMessageContaining("manifest.json:" + (lineOf(text, "\"groups\"") + 1) + ":");
        Files.writeString(manifest, text.replace("\"groups\" : 2", "\"groups\" : \"two\""));
        assertThatFails(() -> StoredRun.open(folder), FolderFault.DAMAGED).hasMessageContaining("groups: ");
        Files.writeString(manifest, text.replace("  \"groups\" : 2,\n", ""));
        assertThatFails(() -> StoredRun.open(folder), FolderFault.DAMAGED).hasMessageContaining("groups");
        Files.writeString(manifest, text.replace("\"origin\" : \"generated\"", "\"origin\" : \"dreamt\""));
        assertThatFails(() -> StoredRun.open(folder), FolderFault.DAMAGED).hasMessageContaining("inputs.b");
        Files.writeString(manifest, text.replace("\"groups\" : 2,", "\"groups\" : 2, \"colour\" : 1,"));
        assertThatFails(() -> StoredRun.open(folder), FolderFault.DAMAGED)
                .hasMessageEndingWith("is damaged: colour: \"colour\" is not part of this format");
        Files.writeString(manifest, text.replaceFirst("\"type\" : \"int\"", "\"type\" : \"word\""));
        assertThatFails(() -> StoredRun.open(folder), FolderFault.DAMAGED)
                .hasMessageEndingWith("inputs.a.array: there are no elements of type \"word\"");
        Files.writeString(manifest, text.replace("\"device\" : \"csim\"", "\"device\" : null"));
        assertThatFails(() -> StoredRun.open(folder), FolderFault.DAMAGED)
                .hasMessageEndingWith("is damaged: \"device\" has no value");
        Files.writeString(manifest, text.replace("\"format\" : 1,", ""));
        assertThatFails(() -> StoredRun.open(folder), FolderFault.DAMAGED)
                .hasMessageContaining("\"format\", the version of the folder's layout, is missing");
        Files.write(manifest, new byte[] {'{', (byte) 0xff});
        assertThatFails(() -> StoredRun.open(folder), FolderFault.DAMAGED).hasMessageContaining("not UTF-8");
    }

    private static long lineOf(String text, String part) {
        return text.substring(0, text.indexOf(part)).lines().count();
    }

    // ---- what a test compares

    private static Map<String, String> reproducible(Path folder) throws Exception {
        Map<String, String> contents = contents(folder);
        contents.keySet().removeAll(OF_THIS_RUN);
        return contents;
    }

    private static Map<String, String> contents(Path folder) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
