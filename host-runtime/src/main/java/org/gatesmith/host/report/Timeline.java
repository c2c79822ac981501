package org.gatesmith.host.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When each stage worked on each tile. Bars may come in any order and may overlap, also within a stage that has several
 * workers.
 *
 * @param measured what happened; empty if the run never started
 * @param predicted what the plan expected, perhaps of the first tiles only; empty if there was no plan
 * @param prediction what the plan expected of all tiles; empty if there was no plan
 */
public record Timeline(List<StageBar> measured, List<StageBar> predicted, Optional<Prediction> prediction) {

    public Timeline {
        measured = List.copyOf(measured);
        predicted = List.copyOf(predicted);
    }

    /** A prediction whose bars are those of all tiles. */
    public Timeline(List<StageBar> measured, List<StageBar> predicted) {
        this(measured, predicted, predicted.isEmpty() ? Optional.empty() : Optional.of(Prediction.of(predicted)));
    }

    /**
     * What a plan expects of the whole problem.
     *
     * @param tiles how many there are
     * @param wallNanos from the begin to the end, the stages working at the same time
     * @param busyNanos how long each stage works
     */
    public record Prediction(long tiles, long wallNanos, Map<Stage, Long> busyNanos) {

        public Prediction {
            busyNanos = Map.copyOf(busyNanos);
        }

        private static Prediction of(List<StageBar> bars) {
            Map<Stage, Long> busy = new EnumMap<>(Stage.class);
            StageWork.ofEach(bars).forEach((stage, work) -> busy.put(stage, work.busyNanos()));
            return new Prediction(TimelineWords.tiles(bars), TimelineCharts.end(bars), busy);
        }
    }

    /** Whether all tiles were measured, so that the prediction is of the same work. */
    boolean isWhole() {
        return prediction.isPresent()
                && TimelineWords.tiles(measured) == prediction.get().tiles();
    }
}
