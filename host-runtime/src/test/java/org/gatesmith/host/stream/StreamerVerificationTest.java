package org.gatesmith.host.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.Mismatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device that computes something wrong in the middle of a run. */
@Timeout(60)
class StreamerVerificationTest {

    /** Adds one to an element of the result of a tile, given by its number in the order of the calls. */
    private static TestDevice wrongIn(TestKernel kernel, Map<Integer, Long> elementByTile) {
        return new TestDevice(kernel) {
            @Override
            void after(int run, Map<String, Elements> arrays) {
                Long element = elementByTile.get(run);
                if (element != null) {
                    arrays.get("c").setBits(element, arrays.get("c").bits(element) + 1);
                }
            }
        };
    }

    @Test
    void aMismatchIsReportedWithItsPlaceInTheWholeArrayAndItsTile() throws Exception {
        StreamCase problem = StreamCase.gemm();
        // 3×3 tiles per group of 2; tile 9 is the second of the group at rows 3..5, columns 3..5.
        StreamResult result = problem.on(wrongIn(problem.kernel, Map.of(9, 5L))).run();

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.COMPLETE);
        assertThat(result.passed()).isFalse();
        assertThat(result.verified()).isEqualTo(12);
        OutputComparison c = result.outputs().get("c");
        assertThat(c.comparison().elements()).isEqualTo(80);
        assertThat(c.comparison().mismatches()).isEqualTo(1);
        assertThat(c.comparison().maxAbsolute()).isEqualTo(1);
        int expected = ((int[]) problem.untiled().get("c"))[4 * 8 + 5];
        TileMismatch first = c.first().getFirst();
        assertThat(first.tile()).isEqualTo(9);
        assertThat(first.mismatch().position()).containsExactly(4L, 5L);
        assertThat(first.mismatch().index()).isEqualTo(4 * 8 + 5);
        assertThat(first.mismatch().describe()).startsWith("[4][5]: expected " + expected + " (");
        assertThat(((int[]) problem.outputs.get("c"))[4 * 8 + 5])
                .as("what the device computed is stored all the same")
                .isEqualTo(expected + 1);
    }

    @Test
    void anErrorInAnEarlierTileOfAGroupIsSeenInItsResult() throws Exception {
        StreamCase problem = StreamCase.gemm();
        StreamResult result = problem.on(wrongIn(problem.kernel, Map.of(8, 0L))).run();

        assertThat(result.outputs().get("c").first())
                .singleElement()
                .satisfies(first -> assertThat(first.mismatch().position()).containsExactly(3L, 3L));
    }

    @Test
    void theFirstMismatchesAreThoseWithTheSmallestIndexWhateverTheirTiles() throws Exception {
        StreamCase problem = StreamCase.gemm();
        problem.options = new StreamOptions(
                problem.options.timeLimit(), 2, 3, StreamOptions.OnMismatch.CONTINUE, problem.options.timelineBars());
        // Element 8 of group 0 is [2][2]; element 0 of groups 1, 2 and 3 is [0][3], [0][6] and [3][0].
        StreamResult result = problem.on(wrongIn(problem.kernel, Map.of(1, 8L, 3, 0L, 5, 0L, 7, 0L)))
                .run();

        Comparison comparison = result.outputs().get("c").comparison();
        assertThat(comparison.mismatches()).isEqualTo(4);
        assertThat(comparison.first())
                .extracting(Mismatch::position)
                .containsExactly(List.of(0L, 3L), List.of(0L, 6L), List.of(2L, 2L));
        assertThat(result.outputs().get("c").errors().tiles()).isEqualTo(Map.of(1L, 1L, 3L, 1L, 5L, 1L, 7L, 1L));
    }

    @Test
    void aRunThatStopsAtAMismatchHasStoredEverythingUpToIt() throws Exception {
        StreamCase problem = StreamCase.gemm();
        Map<Long, GroupOutcome> outcomes = new HashMap<>();
        problem.ledger = new GroupLedger() {
            @Override
            public boolean isDone(long group) {
                return false;
            }

            @Override
            public void done(long group, GroupOutcome outcome) {
                outcomes.put(group, outcome);
            }
        };
        problem.options = problem.options.with(StreamOptions.OnMismatch.STOP);

        StreamResult result =
                problem.on(wrongIn(problem.kernel, Map.of(9, 5L, 11, 1L))).run();

        assertThat(result.ending()).isEqualTo(StreamResult.Ending.STOPPED);
        assertThat(result.finished()).isEqualTo(5);
        assertThat(result.outputs().get("c").comparison().mismatches()).isEqualTo(1);
        assertThat(outcomes).containsOnlyKeys(0L, 1L, 2L, 3L, 4L);
        assertThat(outcomes.get(4L).mismatches()).isEqualTo(Map.of("c", 1L));
        assertThat(outcomes.get(3L).mismatches()).isEqualTo(Map.of("c", 0L));
        assertThat(outcomes.values()).allMatch(GroupOutcome::verified);
    }

    @Test
    void whatIsNotVerifiedIsNotReportedAsEqual() throws Exception {
        StreamCase problem = StreamCase.gemm();
        problem.verification = new Verification.None();

        StreamResult result = problem.on(wrongIn(problem.kernel, Map.of(9, 5L))).run();

        assertThat(result.outputs()).isEmpty();
        assertThat(result.verified()).isZero();
    }

    @Test
    void aSampleComparesTheGroupsThatItCovers() throws Exception {
        StreamCase problem = StreamCase.gemm();
        problem.verification = new Verification.Sample(0.25);

        StreamResult result = problem.on(new TestDevice(problem.kernel)).run();

        assertThat(result.verified()).isEqualTo(3);
        long elements = 0;
        for (int group = 0; group < 12; group++) {
            if (problem.verification.covers(group, 12, StreamCase.SEED)) {
                elements += (group / 3 == 3 ? 1L : 3L) * (group % 3 == 2 ? 2 : 3);
            }
        }
        assertThat(result.outputs().get("c").comparison().elements()).isEqualTo(elements);
    }

    @Test
    void sameBytesHaveTheSameChecksumAndOthersDoNot() throws Exception {
        assertThat(checksums(Map.of())).isEqualTo(checksums(Map.of()));
        Map<Long, Long> wrong = checksums(Map.of(9, 5L));
        assertThat(wrong.remove(4L)).isNotEqualTo(checksums(Map.of()).get(4L));
        assertThat(checksums(Map.of())).containsAllEntriesOf(wrong);
    }

    private static Map<Long, Long> checksums(Map<Integer, Long> elementByTile) throws Exception {
        StreamCase problem = StreamCase.gemm();
        Map<Long, Long> checksums = new HashMap<>();
        problem.ledger = new GroupLedger() {
            @Override
            public boolean isDone(long group) {
                return false;
            }

            @Override
            public void done(long group, GroupOutcome outcome) {
                checksums.put(group, outcome.checksums().get("c"));
            }
        };
        problem.on(wrongIn(problem.kernel, elementByTile)).run();
        return checksums;
    }
}
