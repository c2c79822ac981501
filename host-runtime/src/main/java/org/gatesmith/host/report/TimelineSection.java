package org.gatesmith.host.report;

import static org.gatesmith.host.report.chart.Quantities.count;
import static org.gatesmith.host.report.chart.Quantities.nanoseconds;
import static org.gatesmith.host.report.chart.Quantities.percent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        return timeline.measured().isEmpty() ? planned(timeline.predicted()) : measured(timeline);
    }

    private static View planned(List<StageBar> bars) {
        return new View(
                List.of(TimelineWords.ofPlan(bars)),
                List.of(new Figure(
                        TimelineCharts.alone("Predicted timeline", "", bars, " predicted"), "What the plan predicts.")),
                false,
                rows(StageWork.ofEach(bars), Map.of(), TimelineCharts.end(bars)));
    }

    private static View measured(Timeline timeline) {
        Map<Stage, StageWork> works = StageWork.ofEach(timeline.measured());
        List<String> sentences = TimelineWords.of(timeline, works);
        return new View(
                sentences,
                figures(timeline, String.join(" ", sentences)),
                timeline.isWhole(),
                rows(
                        works,
                        timeline.prediction()
                                .map(Timeline.Prediction::busyNanos)
                                .orElse(Map.of()),
                        TimelineCharts.end(timeline.measured())));
    }

    // ---- charts

    private static List<Figure> figures(Timeline timeline, String words) {
        List<Figure> figures = new ArrayList<>();
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
                    "Predicted" + firstOnes(timeline) + ", on an axis of its own."));
        }
        if (TimelineWords.tiles(timeline.measured()) > READABLE_TILES) {
            figures.add(new Figure(
                    TimelineCharts.firstTiles(
                            "The first " + FIRST_TILES + " tiles", "", timeline.measured(), FIRST_TILES),
                    "Enlarged: the first tiles of the run. Numbers are those of tiles."));
        }
        return figures;
    }

    private static String profileNote(Timeline timeline) {
        return TimelineWords.tiles(timeline.measured()) > READABLE_TILES
                ? " Where bars would be too fine to see, their height shows how busy the stage was."
                : "";
    }

    /** Which tiles the predicted bars are of, if not of all. */
    private static String firstOnes(Timeline timeline) {
        long drawn = TimelineWords.tiles(timeline.predicted());
        long all = timeline.prediction().map(Timeline.Prediction::tiles).orElse(drawn);
        return drawn < all ? " for the first " + count(drawn) + " of " + count(all, "tile") : "";
    }

    /** Whether measured and predicted bars can be read on one axis. */
    private static boolean comparable(Timeline timeline) {
        if (!timeline.predicted().isEmpty()
                && !(timeline.isWhole() && firstOnes(timeline).isEmpty())) {
            return false;
        }
        double ratio = (double) TimelineCharts.end(timeline.measured()) / TimelineCharts.end(timeline.predicted());
        return timeline.predicted().isEmpty() || (ratio <= COMPARABLE && ratio >= 1 / COMPARABLE);
    }

    // ---- table

    private static List<Row> rows(Map<Stage, StageWork> works, Map<Stage, Long> predicted, long wall) {
        return works.entrySet().stream()
                .map(work -> row(work.getKey(), work.getValue(), predictedBusy(predicted, work.getKey()), wall))
                .toList();
    }

    private static String predictedBusy(Map<Stage, Long> predicted, Stage stage) {
        Long busy = predicted.get(stage);
        return busy == null ? "–" : nanoseconds(busy);
    }

    private static Row row(Stage stage, StageWork work, String predictedBusy, long wall) {
        double share = TimelineWords.fraction(work.busyNanos(), wall);
        String title = stage.title() + " is busy " + percent(share) + " of the time";
        return new Row(
                stage.title(),
                stage.meaning(),
                nanoseconds(work.busyNanos()),
                percent(share),
                InlineBar.of(title, TimelineCharts.styleClass(stage), share, 1).svg(),
                nanoseconds(work.meanNanos()),
                work.longestNanos().isPresent()
                        ? nanoseconds(work.longestNanos().getAsLong())
                        : "–",
                predictedBusy);
    }
}
