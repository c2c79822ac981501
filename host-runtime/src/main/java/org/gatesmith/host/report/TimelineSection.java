package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.count;
import static org.gatesmith.host.report.chart.Quantities.nanoseconds;
import static org.gatesmith.host.report.chart.Quantities.percent;
import static org.gatesmith.host.report.chart.Quantities.times;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatesmith.host.report.chart.InlineBar;
import org.gatesmith.host.report.chart.Markup;

/** Stages over time, measured and predicted, and how busy each was. */
final class TimelineSection {

    /** A run with more tiles than this has its first ones drawn large, as many as are told apart in a glance. */
    private static final long READABLE_TILES = 8;

    private static final long FIRST_TILES = 4;

    /** Where measured and predicted times differ by more than this factor, one axis would hide the shorter. */
    private static final double COMPARABLE = 4;

    private TimelineSection() {}

    /**
     * What the template lays out.
     *
     * @param sentences what the charts show, in words
     * @param hasPrediction whether the table has a column for it
     */
    public record View(List<String> sentences, List<Figure> figures, boolean hasPrediction, List<Row> rows) {}

    /** A chart with its caption. */
    public record Figure(Markup chart, String caption) {}

    /** A stage in the table. */
    public record Row(
            String stage,
            String meaning,
            String busy,
            String share,
            Markup bar,
            String mean,
            String longest,
            String predicted) {}

    static Optional<Section> of(RunPage page) {
        return page.timeline()
                .filter(timeline ->
                        !timeline.measured().isEmpty() || !timeline.predicted().isEmpty())
                .map(timeline -> Section.of("timeline", "Timeline", view(timeline)));
    }

    private static View view(Timeline timeline) {
        boolean hasPrediction = !timeline.predicted().isEmpty();
        return timeline.measured().isEmpty()
                ? new View(planned(timeline), onlyPredicted(timeline), false, rows(timeline.predicted(), List.of()))
                : new View(
                        sentences(timeline),
                        figures(timeline),
                        hasPrediction,
                        rows(timeline.measured(), timeline.predicted()));
    }

    // ---- words

    private static List<String> planned(Timeline timeline) {
        List<StageBar> bars = timeline.predicted();
        return List.of("Nothing was measured. The plan predicts " + nanoseconds(TimelineCharts.end(bars)) + " for "
                + count(tiles(bars), "tile") + ".");
    }

    private static List<String> sentences(Timeline timeline) {
        List<StageBar> bars = timeline.measured();
        long wall = TimelineCharts.end(bars);
        List<String> sentences = new ArrayList<>();
        sentences.add(overlap(bars, wall));
        busiest(bars)
                .ifPresent(stage -> sentences.add("The busiest stage is "
                        + stage.title()
                        + ": at work for "
                        + percent(fraction(StageWork.of(stage, bars).busyNanos(), wall))
                        + " of the time."));
        if (!timeline.predicted().isEmpty()) {
            long predicted = TimelineCharts.end(timeline.predicted());
            sentences.add("The plan predicted " + nanoseconds(predicted) + "; the run took "
                    + times(fraction(wall, predicted)) + " that.");
        }
        return sentences;
    }

    private static String overlap(List<StageBar> bars, long wall) {
        long serial = bars.stream().mapToLong(StageBar::nanos).sum();
        return count(tiles(bars), "tile") + " in " + nanoseconds(wall)
                + ". All stages one after the other would take " + nanoseconds(serial) + ": overlap makes the run "
                + times(fraction(serial, wall)) + " as fast.";
    }

    private static Optional<Stage> busiest(List<StageBar> bars) {
        return Arrays.stream(Stage.values())
                .max(Comparator.comparingLong(stage -> StageWork.of(stage, bars).busyNanos()));
    }

    private static long tiles(List<StageBar> bars) {
        return bars.stream().mapToLong(StageBar::tile).distinct().count();
    }

    /** Infinite if the whole is zero and the part is not, which {@code times} shows as a dash. */
    private static double fraction(long part, long whole) {
        return part == 0 ? 0 : (double) part / whole;
    }

    // ---- charts

    private static List<Figure> onlyPredicted(Timeline timeline) {
        return List.of(new Figure(
                TimelineCharts.alone("Predicted timeline", "", timeline.predicted(), " predicted"),
                "What the plan predicts."));
    }

    private static List<Figure> figures(Timeline timeline) {
        List<Figure> figures = new ArrayList<>();
        String words = String.join(" ", sentences(timeline));
        if (comparable(timeline)) {
            figures.add(new Figure(
                    new TimelineCharts(timeline).together("Timeline of the stages", words),
                    "Measured" + (timeline.predicted().isEmpty() ? "." : "; below each lane, thin, as predicted.")
                            + profileNote(timeline)));
        } else {
            figures.add(new Figure(
                    TimelineCharts.alone("Timeline of the stages, measured", words, timeline.measured(), ""),
                    "Measured." + profileNote(timeline)));
            figures.add(new Figure(
                    TimelineCharts.alone("Timeline of the stages, predicted", "", timeline.predicted(), " predicted"),
                    "Predicted, on an axis of its own, as the times are far apart."));
        }
        if (tiles(timeline.measured()) > READABLE_TILES) {
            figures.add(new Figure(
                    TimelineCharts.firstTiles(
                            "The first " + FIRST_TILES + " tiles", "", timeline.measured(), FIRST_TILES),
                    "Enlarged: until the first " + FIRST_TILES + " tiles are done. Numbers are those of tiles."));
        }
        return figures;
    }

    private static String profileNote(Timeline timeline) {
        return tiles(timeline.measured()) > READABLE_TILES
                ? " Where bars would be too fine to see, their height shows how busy the stage was."
                : "";
    }

    private static boolean comparable(Timeline timeline) {
        double ratio = (double) TimelineCharts.end(timeline.measured()) / TimelineCharts.end(timeline.predicted());
        return timeline.predicted().isEmpty() || (ratio <= COMPARABLE && ratio >= 1 / COMPARABLE);
    }

    // ---- table

    private static List<Row> rows(List<StageBar> bars, List<StageBar> predicted) {
        long wall = TimelineCharts.end(bars);
        return Arrays.stream(Stage.values())
                .filter(stage -> bars.stream().anyMatch(bar -> bar.stage() == stage))
                .map(stage -> row(stage, StageWork.of(stage, bars), StageWork.of(stage, predicted), wall))
                .toList();
    }

    private static Row row(Stage stage, StageWork work, StageWork predicted, long wall) {
        double share = fraction(work.busyNanos(), wall);
        return new Row(
                stage.title(),
                stage.meaning(),
                nanoseconds(work.busyNanos()),
                percent(share),
                InlineBar.of(
                                stage.title() + " is busy " + percent(share) + " of the time",
                                TimelineCharts.styleClass(stage),
                                share,
                                1)
                        .svg(),
                nanoseconds(work.meanNanos()),
                nanoseconds(work.longestNanos()),
                predicted.bars() == 0 ? "–" : nanoseconds(predicted.busyNanos()));
    }
}
