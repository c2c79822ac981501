package org.gatesmith.hls.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Against a bit for every cycle. */
final class StandstillsTest {

    private static final int LAST = 1000;

    @Property(seed = "27")
    void spansAreTheCyclesThatWereAdded(
            @ForAll @Size(max = 12) java.util.List<@IntRange(max = 99) Integer> starts,
            @ForAll @IntRange(max = 30) int length,
            @ForAll @IntRange(max = 120) int cycle,
            @ForAll @IntRange(max = 40) int moves) {
        Standstills standstills = new Standstills();
        BitSet still = new BitSet();
        for (int i = 0; i < starts.size(); i++) {
            int end = starts.get(i) + length * (i % 3) / 2;
            standstills.add(starts.get(i), end);
            still.set(starts.get(i), Math.max(starts.get(i), end));
        }
        int at = cycle;
        for (int left = moves; left > 0 && at < LAST; at++) {
            left -= still.get(at) ? 0 : 1;
        }

        assertThat(standstills.free(cycle)).isEqualTo(still.nextClearBit(cycle));
        assertThat(standstills.after(cycle, moves)).isEqualTo(at);
    }
}
