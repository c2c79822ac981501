package org.gatesmith.host.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What one stage did over all tiles.
 *
 * @param tiles number of tiles
 * @param busyNanos time in which at least one worker of the stage was at work
 * @param totalNanos time of all workers together
 * @param longestNanos time of the slowest tile, if known
 */
record StageWork(long tiles, long busyNanos, long totalNanos, OptionalLong longestNanos) {

    /** The work of each stage that has any, in the order of the stages. */
    static Map<Stage, StageWork> ofEach(List<StageBar> bars) {
        Map<Stage, StageWork> works = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            StageWork work = of(stage, bars);
            if (work.tiles() > 0) {
                works.put(stage, work);
            }
        }
        return works;
    }

    static StageWork of(Stage stage, List<StageBar> all) {
        List<StageBar> bars = all.stream()
                .filter(bar -> bar.stage() == stage)
                .sorted(Comparator.comparingLong(StageBar::startNanos))
                .toList();
        long tiles = bars.stream().mapToLong(StageBar::tiles).sum();
        long total = bars.stream().mapToLong(StageBar::busyNanos).sum();
        // Of tiles that share a bar it is not known which one took how long.
        OptionalLong longest = bars.stream().allMatch(bar -> bar.tiles() == 1)
                ? bars.stream().mapToLong(StageBar::busyNanos).max()
                : OptionalLong.empty();
        return new StageWork(tiles, Math.min(covered(bars), total), total, longest);
    }

    /** The length of the union of bars that are sorted by their start. */
    private static long covered(List<StageBar> bars) {
        long covered = 0;
        long until = 0;
        for (StageBar bar : bars) {
            covered += Math.max(0, bar.endNanos() - Math.max(bar.startNanos(), until));
            until = Math.max(until, bar.endNanos());
        }
        return covered;
    }

    long meanNanos() {
        return tiles == 0 ? 0 : Math.round((double) totalNanos / tiles);
    }
}
