package org.gatesmith.hls.operators;

import java.util.List;

/**
 * Delay and LUTs of a combinational operator over a quantity such as its width, given at some points and interpolated between
 * them.
 *
 * @param source key of {@link OperatorLibrary#sources}
 * @param points the quantity, nanoseconds, LUTs; ascending
 */
record WidthCurve(String source, List<List<Double>> points) {

    WidthCurve {
        points = points.stream().map(List::copyOf).toList();
    }

    private enum Column {
        AT,
        NANOSECONDS,
        LUTS
    }

    double nanoseconds(double at) {
        return Math.max(0, interpolated(at, Column.NANOSECONDS));
    }

    long luts(double at) {
        return Math.max(1, Math.round(interpolated(at, Column.LUTS)));
    }

    /** Linear between points and beyond the last; before the first one LUTs go down to none and delay stays. */
    private double interpolated(double at, Column column) {
        double first = value(0, Column.AT);
        if (at <= first) {
            return column == Column.LUTS ? value(0, column) * at / first : value(0, column);
        }
        int upper = 1;
        while (upper < points.size() - 1 && value(upper, Column.AT) < at) {
            upper++;
        }
        double from = value(upper - 1, Column.AT);
        double share = (at - from) / (value(upper, Column.AT) - from);
        return value(upper - 1, column) + share * (value(upper, column) - value(upper - 1, column));
    }

    private double value(int point, Column column) {
        return points.get(point).get(column.ordinal());
    }
}
