package org.gatesmith.host.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.folder.FolderExceptionAssert.assertThatFails;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.NpyWriter;
import org.gatesmith.host.tile.Slice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a run's folder afterwards is found. */
final class FolderChecksTest {

    @TempDir
    private Path place;

    private SmallRun run;
    private Path folder;

    @BeforeEach
    void setUp() throws Exception {
        run = new SmallRun(place.resolve("data"));
        folder = run.complete(place.resolve("run"));
    }

    @Test
    void aRunThatNobodyTouchedIsRight() throws Exception {
        assertThat(checks())
                .allSatisfy((name, check) ->
                        assertThat(check.outcome()).as(check.toString()).isEqualTo(Check.Outcome.RIGHT));
        assertThat(checks().keySet())
                .containsExactlyInAnyOrder("files", "groups", "cover", "checksums", "results", "verdict");
    }

    @Test
    void whatIsNotPartOfTheManifestMayChange() throws Exception {
        Files.writeString(folder.resolve("report.html"), "<p>");
        Files.writeString(folder.resolve("measurements.json"), "{}");
        Files.delete(folder.resolve("origin.json"));

        assertThat(wrong()).isEmpty();
    }

    @Test
    void everyFileThatChangedIsNamed() throws Exception {
        for (Map.Entry<String, FileHash> file :
                StoredRun.open(folder).manifest().files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            byte[] before = Files.readAllBytes(path);
            Files.writeString(path, " ", StandardOpenOption.APPEND);

            long bytes = file.getValue().bytes();
            assertThat(differences("files"))
                    .containsExactly(
                            file.getKey() + " has changed: it has " + (bytes + 1) + " bytes instead of " + bytes);
            Files.write(path, before);
        }
    }

    @Test
    void aFileThatChangedWithoutGrowingIsNamedWithItsHash() throws Exception {
        Files.writeString(folder.resolve("plan.json"), "{\"tiles\": 3}\n");

        assertThat(differences("files"))
                .containsExactly("plan.json has changed: its SHA-256 is "
                        + ContentHash.of("{\"tiles\": 3}\n").sha256() + " instead of "
                        + ContentHash.of("{\"tiles\": 2}\n").sha256());
    }

    @Test
    void filesThatAreMissingOrNewAreNamed() throws Exception {
        Files.delete(folder.resolve("emitted/twice.cpp"));
        Files.writeString(folder.resolve("emitted/thrice.cpp"), "");
        Files.writeString(folder.resolve("outputs/d.npy"), "");
        Files.writeString(folder.resolve("plan.json"), "");

        assertThat(differences("files"))
                .containsExactly(
                        "emitted/thrice.cpp is not part of the run",
                        "emitted/twice.cpp is missing",
                        "outputs/d.npy is not part of the run",
                        "plan.json has changed: it has 0 bytes instead of 13");
    }

    @Test
    void anOutputThatChangedIsToldByItsGroup() throws Exception {
        int[] changed = SmallRun.OUTPUT.clone();
        changed[4]++;
        NpyWriter.write(folder.resolve("outputs/c.npy"), Elements.copyOf(changed), SmallRun.FORM.shape());

        assertThat(wrong()).containsExactlyInAnyOrder("files", "checksums");
        assertThat(differences("checksums")).containsExactly("group 1: c[1..1][0..2] is not what the run wrote");
    }

    @Test
    void anOutputOfAnotherFormIsToldAndNotRead() throws Exception {
        NpyWriter.write(folder.resolve("outputs/c.npy"), Elements.copyOf(new int[2]), List.of(2L));

        assertThat(differences("checksums")).singleElement().asString().contains("has shape (2,)");
    }

    @Test
    void aJournalWithoutAGroupIsIncomplete() throws Exception {
        journal(SmallRun.row(0, 0));

        assertThat(wrong()).containsExactlyInAnyOrder("files", "groups", "results");
        assertThat(differences("groups")).containsExactly("not finished: group 1; continue the run with --resume");
    }

    @Test
    void groupsThatTheRunDoesNotHaveAreNamed() throws Exception {
        journal(SmallRun.row(0, 0), SmallRun.row(1, 0), new GroupRecord(7, Map.of()));

        assertThat(differences("groups")).containsExactly("the journal names group 7, which the run does not have");
    }

    @Test
    void groupsThatOverlapOrLeaveGapsAreNamed() throws Exception {
        GroupOutput first = SmallRun.row(0, 0).outputs().get("c");
        journal(SmallRun.row(0, 0), new GroupRecord(1, Map.of("c", first)));
        assertThat(differences("cover"))
                .containsExactly("groups 0 and 1 both produce elements of c: [0..0][0..2] and [0..0][0..2]");

        Slice part = new Slice(List.of(1L, 0L), List.of(1L, 2L));
        journal(SmallRun.row(0, 0), new GroupRecord(1, Map.of("c", GroupOutput.of(part, "00000000", null))));
        assertThat(differences("cover")).containsExactly("the groups produce 5 elements of c, which has 6");

        Slice outside = new Slice(List.of(1L, 1L), List.of(1L, 3L));
        journal(SmallRun.row(0, 0), new GroupRecord(1, Map.of("c", GroupOutput.of(outside, "00000000", null))));
        assertThat(differences("cover")).containsExactly("group 1 lies outside c: [1..1][1..3]");
        assertThat(differences("checksums")).contains("the journal has slices that are not within c, int[2][3]");
    }

    @Test
    void resultsThatWerePolishedAreFound() throws Exception {
        Path other = place.resolve("other");
        try (RunFolder begun = run.begin(other)) {
            begun.journal().done(SmallRun.row(0, 0));
            begun.journal().done(SmallRun.row(1, 2));
            run.finish(begun);
        }
        folder = other;
        assertThat(wrong()).containsExactly("verdict");
        assertThat(differences("verdict")).containsExactly("the run's results are not the expected ones");

        Path results = folder.resolve("results.json");
        Files.writeString(results, Files.readString(results).replace("\"mismatches\" : 2", "\"mismatches\" : 0"));
        assertThat(differences("results"))
                .containsExactly(
                        "results.json: mismatches in c: 0, but it should be 2",
                        "results.json: the verdict: different, but it should be equal");
        Files.writeString(results, Files.readString(results).replace("different", "equal"));
        assertThat(differences("results")).containsExactly("results.json: mismatches in c: 0, but it should be 2");
        assertThat(differences("verdict")).contains("the manifest says different and results.json equal");
    }

    @Test
    void aVerdictThatWasPolishedIsFound() throws Exception {
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"equal\"", "\"unverified\""));

        assertThat(differences("verdict")).containsExactly("the manifest says unverified and results.json equal");
    }

    @Test
    void anIncompleteRunSaysSo() throws Exception {
        folder = run.interrupted(place.resolve("interrupted"));

        assertThat(wrong()).contains("groups", "verdict");
        assertThat(differences("verdict")).containsExactly("the run was not completed; continue it with --resume");
        try (RunFolder again = RunFolder.reopen(folder, run.setup())) {
            assertThat(again.finished()).isFalse();
            assertThat(differences("verdict")).containsExactly("the run is still under way");
        }
    }

    @Test
    void anInputThatWasTooLargeToCopyIsLookedForWhereItWas() throws Exception {
        Path large = place.resolve("large.bin");
        Files.write(large, new byte[Math.toIntExact(InputCopies.LIMIT + 1)]);
        run.inputs.put("a", new RunInput.OfFile(ArrayForm.of(JavaType.BYTE, List.of(InputCopies.LIMIT + 1)), large));
        folder = run.complete(place.resolve("other"));
        assertThat(checks().get("inputs").summary()).isEqualTo("1 outside the folder");
        assertThat(wrong()).isEmpty();

        Files.write(large, new byte[3]);
        assertThat(differences("inputs"))
                .containsExactly("input a (" + large + ") has changed: it has 3 bytes instead of 16777217");

        Files.delete(large);
        assertThat(checks().get("inputs")).isEqualTo(Check.skipped("inputs", "not on this machine: a"));
    }

    @Test
    void aJournalThatCannotBeReadIsSaid() throws Exception {
        Files.writeString(folder.resolve("journal.jsonl"), "{\"group\": }\n");

        assertThatFails(this::checks, FolderFault.DAMAGED).hasMessageContaining("journal.jsonl:1: is damaged");
    }

    private void journal(GroupRecord... records) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (GroupRecord each : records) {
            lines.append(FolderJson.line(each)).append('\n');
        }
        Files.writeString(folder.resolve("journal.jsonl"), lines);
    }

    private Map<String, Check> checks() throws FolderException {
        Map<String, Check> checks = new TreeMap<>();
        FolderChecks.of(StoredRun.open(folder)).forEach(check -> checks.put(check.name(), check));
        return checks;
    }

    private List<String> wrong() throws FolderException {
        return checks().values().stream()
                .filter(check -> check.outcome() == Check.Outcome.WRONG)
                .map(Check::name)
                .toList();
    }

    private List<String> differences(String check) throws FolderException {
        return checks().get(check).differences();
    }
}
