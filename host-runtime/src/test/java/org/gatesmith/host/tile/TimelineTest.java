package org.gatesmith.host.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Times that can be followed on paper. */
class TimelineTest {

    private static final StageTimes EVEN = new StageTimes(1, 1, 1, 1, 1);

    @Test
    void equalStagesOverlapFully() {
        // The fifth stage ends with the first tile after 5, then one tile every second.
        assertThat(timeline(Collections.nCopies(10, EVEN)).seconds(2)).isEqualTo(5 + 9);
    }

    /** With one buffer between two stages, a stage waits until the next one has emptied it. */
    @Test
    void aRingOfOneTakesTurns() {
        assertThat(timeline(Collections.nCopies(10, EVEN)).seconds(1)).isEqualTo(5 + 9 * 2);
    }

    @Test
    void theSlowestStageSetsThePace() {
        StageTimes tile = new StageTimes(1, 2, 5, 1, 1);

        assertThat(timeline(Collections.nCopies(100, tile)).seconds(2)).isEqualTo(1 + 2 + 100 * 5 + 1 + 1);
    }

    @Test
    void aDeeperRingEvensOutTilesThatDiffer() {
        // Every fourth tile brings a large operand, in the time in which four others run.
        List<StageTimes> tiles = IntStream.range(0, 100)
                .mapToObj(i -> new StageTimes(0, i % 4 == 0 ? 4 : 0, 1, 0, 0))
                .toList();
        Timeline timeline = timeline(tiles);

        assertThat(timeline.seconds(2)).isGreaterThan(timeline.seconds(4));
        assertThat(timeline.seconds(4)).isLessThan(timeline.seconds(1));
    }

    @Test
    void bothDirectionsShareTheLink() {
        StageTimes tile = new StageTimes(0, 1, 0, 1, 0);
        List<StageTimes> tiles = Collections.nCopies(10, tile);

        assertThat(new Timeline(tiles, sum(tiles), 15).seconds(2)).isEqualTo(15);
    }

    @Test
    void longRunsGoOnAtThePaceOfTheirSlowestStage() {
        StageTimes tile = new StageTimes(1, 1, 3, 1, 1);
        List<StageTimes> followed = Collections.nCopies(10, tile);
        StageTimes all = new StageTimes(1000, 1000, 3000, 1000, 1000);

        assertThat(new Timeline(followed, all, 0).seconds(2)).isCloseTo(1 + 1 + 3000 + 1 + 1, within(1e-9));
    }

    @Test
    void oneAfterAnotherIsTheSumOfAll() {
        assertThat(timeline(Collections.nCopies(10, EVEN)).serial()).isEqualTo(50);
    }

    private static Timeline timeline(List<StageTimes> tiles) {
        return new Timeline(tiles, sum(tiles), 0);
    }

    private static StageTimes sum(List<StageTimes> tiles) {
        return tiles.stream().reduce(StageTimes.NONE, StageTimes::plus);
    }
}
