package org.gatesmith.host.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars in lanes over time or cycles: stages over the time of a run, operations over the cycles of a schedule.
 *
 * <p>A track with few bars shows each; one with many shows how busy it is, so that the drawing stays readable and small
 * for any number of bars.
 *
 * @param title of the chart
 * @param description its message in words
 * @param window what is shown; bars outside are left out, bars across its edge are cut
 * @param unit of the values
 * @param lanes from top to bottom
 */
public record GanttChart(String title, String description, Span window, AxisUnit unit, List<Lane> lanes) {

    private static final int LANE_GAP = 9;
    private static final int TRACK_GAP = 2;
    private static final int LABEL_GAP = 10;
    private static final int AXIS_LABEL_DROP = 16;
    private static final int TICKS = 6;

    /** A lane's name stands in the middle of its first track; half the height of small letters is below it. */
    private static final int BASELINE_BELOW_MIDDLE = 4;

    /** Names longer than this would leave too little room for the bars, and are cut. */
    private static final int LONGEST_NAME = 22;

    private static final double NAME_PIXELS_PER_CHARACTER = 6.3;

    public GanttChart {
        lanes = List.copyOf(lanes);
    }

    /** A row of the chart. */
    public record Lane(String name, List<Track> tracks) {

        public Lane {
            tracks = List.copyOf(tracks);
        }
    }

    /**
     * A strip of a lane.
     *
     * @param styleClass CSS class that gives it its colour
     * @param weight how high it is
     * @param bars in any order; bars that overlap are drawn below each other
     */
    public record Track(String styleClass, Weight weight, List<Bar> bars) {

        public Track {
            bars = List.copyOf(bars);
        }
    }

    /** How much a track stands out. */
    public enum Weight {
        FULL(16),
        THIN(7);

        private final int height;

        Weight(int height) {
            this.height = height;
        }

        int height() {
            return height;
        }
    }

    /**
     * A bar.
     *
     * @param start in the chart's unit
     * @param end not before the start
     * @param name what it stands for, such as {@code tile 3}, shown while the pointer rests on it
     * @param mark shown in the bar if it is wide enough; may be empty
     */
    public record Bar(double start, double end, String name, String mark) {

        public Bar {
            if (!(start <= end)) {
                throw new IllegalArgumentException(name + " from " + start + " to " + end);
            }
        }
    }

    /** The chart as SVG. */
    public Markup svg() {
        LinearScale across = new LinearScale(window);
        List<Element> content = new ArrayList<>();
        double y = 0;
        for (Lane lane : lanes) {
            content.add(name(lane, y));
            y = drawTracks(lane, y, across, content) + LANE_GAP;
        }
        double height = y;
        return new Frame(title, description, height, padding())
                .open()
                .add(axis(across, height))
                .add(content)
                .markup();
    }

    private Frame.Padding padding() {
        int longest = lanes.stream()
                .mapToInt(lane -> shortened(lane.name()).length())
                .max()
                .orElse(0);
        return new Frame.Padding(2, 6, 24, (int) Math.ceil(longest * NAME_PIXELS_PER_CHARACTER) + LABEL_GAP);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static Element name(Lane lane, double y) {
        int height = lane.tracks().isEmpty()
                ? Weight.FULL.height()
                : lane.tracks().getFirst().weight().height();
        return Frame.labelBeside(LABEL_GAP, y + height / 2.0 + BASELINE_BELOW_MIDDLE, shortened(lane.name()))
                .with("class", "lane");
    }

    private double drawTracks(Lane lane, double top, LinearScale across, List<Element> content) {
        double y = top;
        for (Track track : lane.tracks()) {
            content.add(new GanttTrack(lane.name(), track, across, unit).at(y));
            y += track.weight().height() + TRACK_GAP;
        }
        return lane.tracks().isEmpty() ? top + Weight.FULL.height() : y - TRACK_GAP;
    }

    private Element axis(LinearScale across, double height) {
        Element axis = Element.of("g", "axis");
        for (Tick tick : unit.ticks(window, TICKS)) {
            double x = across.percent(tick.value());
            axis.add(Frame.line(x, 0, x, height));
            axis.add(Frame.label(x, height + AXIS_LABEL_DROP, Frame.Anchor.inside(x), tick.label()));
        }
        return axis;
    }
}
