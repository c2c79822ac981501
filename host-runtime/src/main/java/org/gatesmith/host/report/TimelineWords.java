package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.count;
import static org.gatesmith.host.report.chart.Quantities.nanoseconds;
import static org.gatesmith.host.report.chart.Quantities.percent;
import static org.gatesmith.host.report.chart.Quantities.times;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says in sentences what a timeline shows. */
final class TimelineWords {

    private TimelineWords() {}

    /** What the plan of a run says that never started. */
    static String ofPlan(List<StageBar> bars) {
        return "Nothing was measured. The plan predicts " + nanoseconds(TimelineCharts.end(bars)) + " for "
                + count(tiles(bars), "tile") + ".";
    }

    /** What a run shows. */
    static List<String> of(Timeline timeline, Map<Stage, StageWork> works) {
        long wall = TimelineCharts.end(timeline.measured());
        List<String> sentences = new ArrayList<>();
        sentences.add(overlap(works, tiles(timeline.measured()), wall));
        sentences.add(busiest(works, wall));
        timeline.prediction().ifPresent(prediction -> sentences.add(predicted(prediction, timeline.isWhole(), wall)));
        return sentences;
    }

    private static String predicted(Timeline.Prediction prediction, boolean whole, long wall) {
        long predicted = prediction.wallNanos();
        return whole
                ? "The plan predicted " + nanoseconds(predicted) + "; the run took " + times(fraction(wall, predicted))
                        + " that."
                : "The plan predicted " + nanoseconds(predicted) + " for all " + count(prediction.tiles(), "tile")
                        + ".";
    }

    private static String overlap(Map<Stage, StageWork> works, long tiles, long wall) {
        long serial = works.values().stream().mapToLong(StageWork::totalNanos).sum();
        return count(tiles, "tile") + " in " + nanoseconds(wall) + ". All stages one after the other would take "
                + nanoseconds(serial)
                + (serial < wall
                        ? ": less, as waiting between them cost more than overlap saved."
                        : ": overlap makes the run " + times(fraction(serial, wall)) + " as fast.");
    }

    private static String busiest(Map<Stage, StageWork> works, long wall) {
        Map.Entry<Stage, StageWork> busiest = works.entrySet().stream()
                .max(Comparator.comparingLong(work -> work.getValue().busyNanos()))
                .orElseThrow();
        return "The busiest stage is " + busiest.getKey().title() + ": at work for "
                + percent(fraction(busiest.getValue().busyNanos(), wall)) + " of the time.";
    }

    static long tiles(List<StageBar> bars) {
        Map<Long, Long> tiles = new HashMap<>();
        bars.forEach(bar -> tiles.merge(bar.tile(), bar.tiles(), Math::max));
        return tiles.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Infinite if the whole is zero and the part is not, which {@code times} shows as a dash. */
    static double fraction(long part, long whole) {
        return part == 0 ? 0 : (double) part / whole;
    }
}
