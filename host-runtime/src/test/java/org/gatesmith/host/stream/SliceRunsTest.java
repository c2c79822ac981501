package org.gatesmith.host.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.SliceRuns;
import org.junit.jupiter.api.Test;

class SliceRunsTest {

    /** A slice and the array that it is cut from. */
    record Cut(List<Long> shape, Slice slice) {}

    @Provide
    Arbitrary<Cut> cuts() {
        return Arbitraries.integers()
                .between(0, 4)
                .flatMap(rank -> Combinators.combine(
                                Arbitraries.longs().between(0, 3).list().ofSize(rank),
                                Arbitraries.longs().between(0, 3).list().ofSize(rank),
                                Arbitraries.longs().between(0, 2).list().ofSize(rank))
                        .as((origin, extents, beyond) -> {
                            List<Long> shape = new ArrayList<>();
                            for (int d = 0; d < rank; d++) {
                                shape.add(origin.get(d) + extents.get(d) + beyond.get(d));
                            }
                            return new Cut(shape, new Slice(origin, extents));
                        }));
    }

    @Property(seed = "1")
    void theRunsCoverTheSliceInItsOrder(@ForAll("cuts") Cut cut) {
        SliceRuns runs = new SliceRuns(cut.slice(), cut.shape());
        List<Long> covered = new ArrayList<>();
        for (long run = 0; run < runs.count(); run++) {
            for (long i = 0; i < runs.length(); i++) {
                covered.add(runs.start(run) + i);
            }
        }
        List<Long> wanted = new ArrayList<>();
        for (long i = 0; i < cut.slice().count(); i++) {
            wanted.add(SlicePosition.index(SlicePosition.of(cut.slice(), i), cut.shape()));
        }
        assertThat(covered).isEqualTo(wanted);
    }

    @Test
    void fullRowsAreOneRun() {
        SliceRuns runs = new SliceRuns(new Slice(List.of(1L, 2L, 0L), List.of(1L, 3L, 7L)), List.of(4L, 9L, 7L));

        assertThat(runs.count()).isEqualTo(1);
        assertThat(runs.length()).isEqualTo(21);
        assertThat(runs.start(0)).isEqualTo((9 + 2) * 7);
    }

    @Test
    void partsOfRowsAreRunsOfTheirOwn() {
        SliceRuns runs = new SliceRuns(new Slice(List.of(1L, 2L), List.of(2L, 3L)), List.of(4L, 9L));

        assertThat(runs.count()).isEqualTo(2);
        assertThat(runs.length()).isEqualTo(3);
        assertThat(runs.start(1)).isEqualTo(2 * 9 + 2);
    }

    @Test
    void aSliceBeyondItsArrayIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SliceRuns(new Slice(List.of(3L), List.of(2L)), List.of(4L)));
    }
}
