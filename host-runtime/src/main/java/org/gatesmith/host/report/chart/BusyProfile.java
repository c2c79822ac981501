package org.gatesmith.host.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * How busy a track is over time, in equal parts of its window.
 *
 * @param levels for each part the mean number of bars at once, in {@value #FULL} parts of the largest number anywhere; 1
 *     at least where there is any bar
 */
record BusyProfile(List<Integer> levels) {

    private static final int MOST_PARTS = 200;

    /** A part needs some bars, or its level depends on how its edges cut them. */
    private static final int BARS_PER_PART = 8;

    /** The level of a part that is busy throughout. */
    static final int FULL = 8;

    /** The profile of bars that are sorted by their start. */
    static BusyProfile of(List<GanttChart.Bar> bars, Span window) {
        int parts = Math.clamp(bars.size() / BARS_PER_PART, 1, MOST_PARTS);
        // All bars at one instant are in the first part.
        double part = window.length() == 0 ? 1 : window.length() / parts;
        double[] busy = new double[parts];
        boolean[] touched = new boolean[parts];
        for (GanttChart.Bar bar : bars) {
            double start = (Math.clamp(bar.start(), window.low(), window.high()) - window.low()) / part;
            double end = (Math.clamp(bar.end(), window.low(), window.high()) - window.low()) / part;
            int first = Math.min((int) start, parts - 1);
            for (int i = first; i < parts && (i == first || i < end); i++) {
                busy[i] += Math.max(0, Math.min(end, i + 1) - Math.max(start, i));
                touched[i] = true;
            }
        }
        return new BusyProfile(levels(busy, touched, Math.max(1, mostAtOnce(bars))));
    }

    private static List<Integer> levels(double[] busy, boolean[] touched, int most) {
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < busy.length; i++) {
            int level = (int) Math.round(busy[i] / most * FULL);
            levels.add(touched[i] ? Math.clamp(level, 1, FULL) : 0);
        }
        return levels;
    }

    /** The largest number of bars that overlap. */
    static int mostAtOnce(List<GanttChart.Bar> bars) {
        double[] starts =
                bars.stream().mapToDouble(GanttChart.Bar::start).sorted().toArray();
        double[] ends = bars.stream().mapToDouble(GanttChart.Bar::end).sorted().toArray();
        int most = 0;
        int ended = 0;
        for (int started = 0; started < starts.length; started++) {
            while (ended < started && ends[ended] <= starts[started]) {
                ended++;
            }
            most = Math.max(most, started + 1 - ended);
        }
        return most;
    }

    /** The whole height as ground, and on its base a rectangle for each run of parts with the same level. */
    List<Element> elements(double y, double height) {
        List<Element> elements = new ArrayList<>();
        elements.add(Frame.rectangle(0, y, 100, height).with("class", "ground"));
        double part = 100.0 / levels.size();
        for (int from = 0; from < levels.size(); ) {
            int to = from + 1;
            while (to < levels.size() && levels.get(to).equals(levels.get(from))) {
                to++;
            }
            if (levels.get(from) > 0) {
                double high = height * levels.get(from) / FULL;
                elements.add(Frame.rectangle(from * part, y + height - high, (to - from) * part, high));
            }
            from = to;
        }
        return elements;
    }
}
