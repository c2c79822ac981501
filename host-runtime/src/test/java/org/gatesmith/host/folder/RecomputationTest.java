package org.gatesmith.host.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatesmith.host.folder.FolderExceptionAssert.assertThatFails;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.NpyWriter;
import org.gatesmith.host.stream.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real kernels, streamed into folders: continued after a cancellation, checked, and computed again from the folder alone. */
final class RecomputationTest {

    private static final Verification ALL = new Verification.All();

    @TempDir
    private Path place;

    // ---- streamed into a folder

    @Test
    void aRunThatIsCancelledAndContinuedEndsLikeOneThatIsNot() throws Exception {
        StreamedRun run = gemm();
        Path whole = run.complete(place.resolve("whole"));
        Path parts = run.cancelled(place.resolve("parts"), 2);
        assertThat(StoredRun.open(parts).complete()).isFalse();
        assertThat(JournalText.read(new Layout(parts).journal()).groups().size())
                .isBetween(2, (int) run.groups() - 1);

        run.resume(parts);

        assertThat(parts.resolve("manifest.json")).hasSameBinaryContentAs(whole.resolve("manifest.json"));
        assertThat(parts.resolve("journal.jsonl")).hasSameBinaryContentAs(whole.resolve("journal.jsonl"));
        assertThat(parts.resolve("outputs/c.npy")).hasSameBinaryContentAs(whole.resolve("outputs/c.npy"));
        assertThat(wrong(parts)).isEmpty();
    }

    @Test
    void aProcessThatDiesLosesNothingThatItsJournalClaims() throws Exception {
        Path folder = place.resolve("dead");
        assertThat(ChildRun.dying(folder).waitFor()).isEqualTo(137);
        List<Check> checks = FolderChecks.of(StoredRun.open(folder));
        assertThat(checks)
                .filteredOn(check -> check.outcome() == Check.Outcome.WRONG)
                .extracting(Check::name)
                .containsExactly("groups", "verdict");

        StreamedRun run = ChildRun.run();
        run.resume(folder);

        Path whole = run.complete(place.resolve("whole"));
        assertThat(folder.resolve("manifest.json")).hasSameBinaryContentAs(whole.resolve("manifest.json"));
    }

    @Test
    void twoProcessesDoNotWriteOneFolder() throws Exception {
        Path folder = place.resolve("run");
        Process other = ChildRun.waiting(folder);
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("begun");
            assertThatFails(() -> RunFolder.reopen(folder, ChildRun.run().setup()), FolderFault.IN_USE);
        } finally {
            other.getOutputStream().close();
        }
        assertThat(other.waitFor()).isZero();
        RunFolder.reopen(folder, ChildRun.run().setup()).close();
    }

    @Test
    void everyGroupOfARunHasItsSliceAndItsChecksum() throws Exception {
        StreamedRun run = gemm();
        Path folder = run.complete(place.resolve("run"));

        assertThat(wrong(folder)).isEmpty();
        assertThat(StoredRun.open(folder).results().orElseThrow())
                .returns(run.groups(), RunResults::groups)
                .returns(run.groups(), RunResults::groupsCompared)
                .returns(RunState.EQUAL, RunResults::verdict);
    }

    // ---- computed again

    @Test
    void resultsThatAreRightAreFoundRight() throws Exception {
        Path folder = gemm().complete(place.resolve("run"));

        assertThat(recompute(folder, ALL))
                .isEqualTo(Check.of(
                        "recompute",
                        "1 of 1 groups of tiles computed again on the JVM, 1536 elements compared",
                        List.of()));
    }

    @Test
    void aResultThatIsWrongIsNamedEvenIfEveryHashWasAdapted() throws Exception {
        Path folder = gemm().complete(place.resolve("run"));
        flipLastByte(folder.resolve("outputs/c.npy"));

        Check check = recompute(folder, ALL);
        assertThat(check.outcome()).isEqualTo(Check.Outcome.WRONG);
        assertThat(check.differences()).singleElement().asString().startsWith("c[47][31]: expected ");
    }

    @Test
    void manyWrongResultsAreCounted() throws Exception {
        Path folder = gemm().complete(place.resolve("run"));
        NpyWriter.write(folder.resolve("outputs/c.npy"), Elements.copyOf(new int[48 * 32]), List.of(48L, 32L));

        assertThat(recompute(folder, ALL).differences())
                .hasSize(9)
                .last()
                .asString()
                .matches("… and \\d+ more in c");
    }

    @Test
    void aSampleOfALargeRunIsCutAnew() throws Exception {
        StreamedRun run = StreamedRun.of("vector_add", Map.of("n", "3000000"), Map.of());
        Path folder = run.complete(place.resolve("run"));

        Check sample = recompute(folder, new Verification.Sample(0.1));
        assertThat(sample.outcome()).isEqualTo(Check.Outcome.RIGHT);
        assertThat(sample.summary())
                .matches("\\d+ of \\d\\d+ groups of tiles computed again on the JVM, \\d+ elements compared");
    }

    @Test
    void sourcesOfSeveralFilesConstantsAndScheduleAreTakenFromTheFolder() throws Exception {
        StreamedRun run = StreamedRun.of(
                "posit_dot",
                Map.of("N", 3L),
                Optional.of("{\"tunables\": {\"WM\": 20}}"),
                Map.of("count", "100"),
                Map.of());
        Path folder = run.complete(place.resolve("run"));

        assertThat(StoredRun.open(folder).manifest().filesIn(Layout.SOURCES)).hasSizeGreaterThan(1);
        assertThat(recompute(folder, ALL).outcome()).isEqualTo(Check.Outcome.RIGHT);
    }

    @Test
    void anotherKernelGivesOtherResults() throws Exception {
        Path folder = gemm().complete(place.resolve("run"));
        Path source = folder.resolve("sources/org/gatesmith/library/linalg/GemmInt8.java");
        String text = Files.readString(source);
        assertThat(text).contains("+ x * bTiles");
        Files.writeString(source, text.replace("+ x * bTiles", "- x * bTiles"));

        assertThat(recompute(folder, ALL).outcome()).isEqualTo(Check.Outcome.WRONG);
    }

    @Test
    void sourcesThatDoNotCompileAreNamed() throws Exception {
        Path folder = gemm().complete(place.resolve("run"));
        Path source = folder.resolve("sources/org/gatesmith/library/linalg/GemmInt8.java");
        Files.writeString(source, "!", StandardOpenOption.APPEND);

        Check check = recompute(folder, ALL);
        assertThat(check.outcome()).isEqualTo(Check.Outcome.WRONG);
        assertThat(check.summary()).isEqualTo("the stored sources cannot be compiled");
        assertThat(check.differences()).isNotEmpty();
    }

    @Test
    void aFileThatIsNotAtHandIsSkipped() throws Exception {
        Path file = place.resolve("a.npy");
        float[] contents = new float[5_000_000];
        contents[1] = 1;
        NpyWriter.write(file, Elements.copyOf(contents), List.of(5_000_000L));
        Path folder = StreamedRun.of("vector_add", Map.of("n", "5000000"), Map.of())
                .input("a", file)
                .complete(place.resolve("run"));
        assertThat(recompute(folder, new Verification.Sample(0.01)).outcome()).isEqualTo(Check.Outcome.RIGHT);

        Files.delete(file);
        assertThat(recompute(folder, ALL)).isEqualTo(Check.skipped("recompute", "inputs are not at hand: a"));
    }

    @Test
    void anIncompleteRunIsSkipped() throws Exception {
        Path folder = gemm().cancelled(place.resolve("run"), 1);

        assertThat(recompute(folder, ALL)).isEqualTo(Check.skipped("recompute", "the run is incomplete"));
    }

    /** Six groups of tiles. */
    private static StreamedRun gemm() throws Exception {
        return ChildRun.run();
    }

    private static Check recompute(Path folder, Verification sample) throws FolderException {
        return FolderChecks.recompute(StoredRun.open(folder), sample, 1);
    }

    private static List<Check> wrong(Path folder) throws FolderException {
        return FolderChecks.of(StoredRun.open(folder)).stream()
                .filter(check -> check.outcome() != Check.Outcome.RIGHT)
                .toList();
    }

    private static void flipLastByte(Path file) throws Exception {
        byte[] contents = Files.readAllBytes(file);
        contents[contents.length - 1] ^= 1;
        Files.write(file, contents);
    }
}
