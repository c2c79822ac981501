package org.gatesmith.host.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class StageWorkTest {

    @Test
    void timeInWhichSeveralWorkersWorkCountsOnceAsBusy() {
        StageWork work = StageWork.of(Stage.RUN, List.of(run(0, 0, 10), run(1, 5, 12), run(2, 6, 8), run(3, 20, 25)));
        assertThat(work.busyNanos()).isEqualTo(17);
        assertThat(work.totalNanos()).isEqualTo(24);
        assertThat(work.longestNanos()).hasValue(10);
        assertThat(work.meanNanos()).isEqualTo(6);
    }

    @Test
    void otherStagesDoNotCount() {
        StageWork work = StageWork.of(Stage.LOAD, List.of(run(0, 0, 10)));
        assertThat(work).isEqualTo(new StageWork(0, 0, 0, OptionalLong.empty()));
        assertThat(work.meanNanos()).isZero();
    }

    @Test
    void aBarCannotEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(3, 20, 10))
                .withMessageContaining("RUN of tile 3 from 20 to 10 ns");
    }

    private static StageBar run(long tile, long start, long end) {
        return new StageBar(Stage.RUN, tile, start, end);
    }
}
