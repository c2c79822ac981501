package org.gatesmith.host.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gatesmith.host.report.chart.AxisUnit;
import org.gatesmith.host.report.chart.GanttChart;
import org.gatesmith.host.report.chart.GanttChart.Lane;
import org.gatesmith.host.report.chart.GanttChart.Track;
import org.gatesmith.host.report.chart.GanttChart.Weight;
import org.gatesmith.host.report.chart.Markup;
import org.gatesmith.host.report.chart.Span;

/** Draws bars of stages, one lane for each stage that has any. */
record TimelineCharts(Timeline timeline) {

    private static final double NANOS_PER_SECOND = 1e9;

    /** The run from its begin to its end, with the prediction as thin bars below those measured. */
    Markup together(String title, String description) {
        List<StageBar> all = new ArrayList<>(timeline.measured());
        all.addAll(timeline.predicted());
        List<Lane> lanes = lanesOf(all).stream()
                .map(stage -> new Lane(
                        stage.title(),
                        List.of(
                                track(stage, Weight.FULL, "", timeline.measured()),
                                track(stage, Weight.THIN, " predicted", timeline.predicted()))))
                .toList();
        return chart(title, description, new Span(0, seconds(end(all))), lanes);
    }

    /** Bars of one kind from begin to end. */
    static Markup alone(String title, String description, List<StageBar> bars, String style) {
        return chart(title, description, new Span(0, seconds(end(bars))), lanes(bars, style));
    }

    /** The time from the first begin to the last end of the {@code count} tiles, or bars, with the lowest numbers. */
    static Markup firstTiles(String title, String description, List<StageBar> bars, long count) {
        // A run that was resumed does not begin at tile 0.
        List<Long> lowest = bars.stream()
                .map(StageBar::tile)
                .distinct()
                .sorted()
                .limit(count)
                .toList();
        List<StageBar> first =
                bars.stream().filter(bar -> lowest.contains(bar.tile())).toList();

        long start = first.stream().mapToLong(StageBar::startNanos).min().orElse(0);
        long end = end(first);
        List<StageBar> shown = bars.stream()
                .filter(bar -> bar.startNanos() <= end && bar.endNanos() >= start)
                .toList();
        return chart(title, description, new Span(seconds(start), seconds(end)), lanes(shown, ""));
    }

    private static List<Lane> lanes(List<StageBar> bars, String style) {
        return lanesOf(bars).stream()
                .map(stage -> new Lane(stage.title(), List.of(track(stage, Weight.FULL, style, bars))))
                .toList();
    }

    private static Markup chart(String title, String description, Span window, List<Lane> lanes) {
        return new GanttChart(title, description, window, AxisUnit.SECONDS, lanes).svg();
    }

    private static List<Stage> lanesOf(List<StageBar> bars) {
        return Arrays.stream(Stage.values())
                .filter(stage -> bars.stream().anyMatch(bar -> bar.stage() == stage))
                .toList();
    }

    private static Track track(Stage stage, Weight weight, String style, List<StageBar> bars) {
        return new Track(
                styleClass(stage) + style,
                weight,
                bars.stream()
                        .filter(bar -> bar.stage() == stage)
                        .map(TimelineCharts::bar)
                        .toList());
    }

    private static GanttChart.Bar bar(StageBar bar) {
        return new GanttChart.Bar(
                seconds(bar.startNanos()), seconds(bar.endNanos()), "tile " + bar.tile(), Long.toString(bar.tile()));
    }

    /** Colour tells who works: the host, the link or the kernel. */
    static String styleClass(Stage stage) {
        return switch (stage) {
            case LOAD, VERIFY, STORE -> "host";
            case TRANSFER, TRANSFER_BACK -> "link";
            case RUN -> "kernel";
        };
    }

    static long end(List<StageBar> bars) {
        return bars.stream().mapToLong(StageBar::endNanos).max().orElse(0);
    }

    private static double seconds(long nanos) {
        return nanos / NANOS_PER_SECOND;
    }
}
