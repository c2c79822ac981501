package org.gatesmith.host.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws one track of a Gantt chart: bar by bar where they are few, else as a profile of how busy it is.
 *
 * @param lane name of its lane, for the texts of bars
 */
record GanttTrack(String lane, GanttChart.Track track, LinearScale across, AxisUnit unit) {

    /** More bars than this are finer than eyes and printers tell apart on usual widths. */
    static final int MOST_BARS = 160;

    /** More rows than this are too thin to read. */
    private static final int MOST_ROWS = 4;

    /** A bar that is narrower would be lost, a mark in one that is narrower than the second would not fit. */
    private static final double NARROWEST = 0.15;

    private static final double NARROWEST_WITH_MARK = 4;
    private static final int SMALLEST_HEIGHT_WITH_MARK = 12;
    private static final int MARK_BASELINE = 4;
    private static final double ROW_GAP = 1;

    Element at(double y) {
        List<GanttChart.Bar> bars = track.bars().stream()
                .filter(bar -> across.span().overlaps(bar.start(), bar.end()))
                .sorted(Comparator.comparingDouble(GanttChart.Bar::start).thenComparingDouble(GanttChart.Bar::end))
                .toList();
        Element group = Element.of("g", track.styleClass());
        if (bars.size() <= MOST_BARS) {
            Rows rows = Rows.of(bars);
            if (rows.count() <= MOST_ROWS) {
                return group.add(each(bars, rows, y));
            }
        }
        return group.add(
                BusyProfile.of(bars, across.span()).elements(y, track.weight().height()));
    }

    private List<Element> each(List<GanttChart.Bar> bars, Rows rows, double y) {
        double pitch = (double) track.weight().height() / Math.max(1, rows.count());
        double height = rows.count() == 1 ? pitch : pitch - ROW_GAP;
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            double top = y + rows.of().get(i) * pitch;
            draw(bars.get(i), i, top, height, elements);
        }
        return elements;
    }

    private void draw(GanttChart.Bar bar, int index, double top, double height, List<Element> elements) {
        double from = across.percentInside(bar.start());
        double width = Math.max(across.percentInside(bar.end()) - from, NARROWEST);
        elements.add(Frame.rectangle(Math.min(from, 100 - NARROWEST), top, width, height)
                // Neighbours differ in shade, so that bars without a gap are told apart.
                .with("class", index % 2 == 0 ? "even" : "odd")
                .tooltip(tooltip(bar)));
        if (!bar.mark().isEmpty() && width >= NARROWEST_WITH_MARK && height >= SMALLEST_HEIGHT_WITH_MARK) {
            elements.add(
                    Frame.label(from + width / 2, top + height / 2 + MARK_BASELINE, Frame.Anchor.MIDDLE, bar.mark())
                            .with("class", "mark"));
        }
    }

    private String tooltip(GanttChart.Bar bar) {
        return lane + ", " + bar.name() + ": " + unit.text(bar.start()) + " to " + unit.text(bar.end()) + ", "
                + unit.text(bar.end() - bar.start());
    }

    /**
     * The rows on which bars do not overlap.
     *
     * @param of row of each bar
     * @param count number of rows
     */
    private record Rows(List<Integer> of, int count) {

        /** Each bar goes to the first row that is free at its start; {@code bars} are sorted by it. */
        static Rows of(List<GanttChart.Bar> bars) {
            List<Double> freeFrom = new ArrayList<>();
            List<Integer> rows = new ArrayList<>();
            for (GanttChart.Bar bar : bars) {
                int row = 0;
                while (row < freeFrom.size() && freeFrom.get(row) > bar.start()) {
                    row++;
                }
                if (row == freeFrom.size()) {
                    freeFrom.add(bar.end());
                } else {
                    freeFrom.set(row, bar.end());
                }
                rows.add(row);
            }
            return new Rows(rows, freeFrom.size());
        }
    }
}
