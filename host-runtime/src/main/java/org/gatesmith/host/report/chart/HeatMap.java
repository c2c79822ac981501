package org.gatesmith.host.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts over a matrix as shades, darker where there are more. Shades are steps of a logarithmic scale.
 *
 * @param title of the chart
 * @param description its message in words
 * @param what what is counted, such as {@code wrong}
 * @param rows extent of the matrix that the cells divide; 1 for a vector
 * @param columns extent of the matrix that the cells divide
 * @param counts for each row of cells from the top, for each cell from the left
 */
public record HeatMap(String title, String description, String what, long rows, long columns, List<List<Long>> counts) {

    /** Shades, without that of zero. */
    static final int SHADES = 5;

    private static final Frame.Padding PADDING = new Frame.Padding(18, 4, 4, 76);
    private static final double WANTED_HEIGHT = 260;
    private static final double LOWEST_CELL = 4;
    private static final double HIGHEST_CELL = 22;
    private static final int LABEL_GAP = 8;

    /** More texts than this make the page large, and cells that are so many are too small to point at. */
    private static final int MOST_TOOLTIPS = 1024;

    public HeatMap {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** A shade with the counts that it stands for. */
    public record Shade(String styleClass, String text) {}

    /** The shades that occur, lightest first. */
    public List<Shade> legend() {
        Shading shading = shading();
        List<Shade> shades = new ArrayList<>();
        for (int shade = 1; shade <= SHADES; shade++) {
            int wanted = shade;
            long[] sorted = counts.stream()
                    .flatMap(List::stream)
                    .mapToLong(Long::longValue)
                    .filter(count -> shading.of(count) == wanted)
                    .sorted()
                    .toArray();
            if (sorted.length > 0) {
                shades.add(new Shade("h" + shade, range(sorted[0], sorted[sorted.length - 1])));
            }
        }
        return shades;
    }

    private static String range(long low, long high) {
        return low == high ? Quantities.count(low) : Quantities.count(low) + "\u2009–\u2009" + Quantities.count(high);
    }

    /** The chart as SVG. */
    public Markup svg() {
        double cell = Math.clamp(WANTED_HEIGHT / counts.size(), LOWEST_CELL, HIGHEST_CELL);
        double height = cell * counts.size();
        Element svg = new Frame(title, description, height, PADDING).open();
        svg.add(Frame.rectangle(0, 0, 100, height).with("class", "empty"));
        svg.add(cells(cell));
        return svg.add(axes(height)).markup();
    }

    private List<Element> cells(double height) {
        Shading shading = shading();
        boolean tooltips =
                counts.stream().flatMap(List::stream).filter(count -> count > 0).count() <= MOST_TOOLTIPS;
        List<Element> cells = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            List<Long> row = counts.get(i);
            for (int from = 0; from < row.size(); ) {
                int to = from + 1;
                while (to < row.size() && row.get(to).equals(row.get(from))) {
                    to++;
                }
                if (row.get(from) > 0) {
                    Element run = run(i, from, to, height, shading);
                    cells.add(tooltips ? run.tooltip(tooltip(i, from, to)) : run);
                }
                from = to;
            }
        }
        return cells;
    }

    /** Cells side by side with the same count. */
    private Element run(int row, int from, int to, double height, Shading shading) {
        double cells = counts.get(row).size();
        return Frame.rectangle(100 * from / cells, row * height, 100 * (to - from) / cells, height)
                .with("class", "h" + shading.of(counts.get(row).get(from)));
    }

    private String tooltip(int row, int from, int to) {
        String count = Quantities.count(counts.get(row).get(from)) + " " + what;
        return rowsOf(row)
                + range(
                        edge(from, columns, counts.get(row).size()),
                        edge(to, columns, counts.get(row).size()) - 1)
                + ": " + count + (to - from > 1 ? " in each cell" : "");
    }

    /** Where a row of cells is, for the texts of cells; a vector has no rows. */
    private String rowsOf(int row) {
        return rows == 1
                ? "elements "
                : "rows " + range(edge(row, rows, counts.size()), edge(row + 1, rows, counts.size()) - 1)
                        + ", columns ";
    }

    /** The first element of a cell, or the number of all for the cell after the last. */
    private static long edge(int cell, long extent, int cells) {
        return Math.ceilDiv(cell * extent, cells);
    }

    private Element axes(double height) {
        return Element.of("g", "axis")
                .add(Frame.label(0, -6, Frame.Anchor.START, rows == 1 ? "element 0" : "column 0"))
                .add(Frame.label(100, -6, Frame.Anchor.END, Quantities.count(columns - 1)))
                .add(rowLabels(height));
    }

    private List<Element> rowLabels(double height) {
        return rows == 1
                ? List.of()
                : List.of(
                        Frame.labelBeside(LABEL_GAP, 11, "row 0"),
                        Frame.labelBeside(LABEL_GAP, height - 2, Quantities.count(rows - 1)));
    }

    private Shading shading() {
        return new Shading(counts.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
    }

    /** Equal steps of the logarithm up to the largest count. */
    private record Shading(long most) {

        /** 0 for nothing, else 1 to {@link #SHADES}. */
        int of(long count) {
            return count <= 0
                    ? 0
                    : Math.clamp(
                            (int) Math.ceil(SHADES * Math.log1p((double) count) / Math.log1p((double) most)),
                            1,
                            SHADES);
        }
    }
}
