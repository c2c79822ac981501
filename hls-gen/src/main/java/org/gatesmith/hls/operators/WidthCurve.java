package org.gatesmith.hls.operators;

import java.util.List;

/**
 * Delay of a combinational operator over a quantity such as its width, given at some points and interpolated between them, and its LUTs
 * where its logic does not tell them.
 *
 * @param source key of {@link OperatorLibrary#sources}
 * @param points the quantity, nanoseconds, LUTs if they are given; ascending
 */
record WidthCurve(String source, List<List<Double>> points) {

    /** Positions in a point. */
    private static final int AT = 0;

    private static final int NANOSECONDS = 1;
    private static final int LUTS = 2;

    WidthCurve {
        points = points.stream().map(List::copyOf).toList();
    }

    double nanoseconds(double at) {
        return Math.max(0, interpolated(at, NANOSECONDS));
    }

    long luts(double at) {
        return Math.max(1, Math.round(interpolated(at, LUTS)));
    }

    /** Linear between points and beyond the last; before the first one LUTs go down to none and delay stays. */
    private double interpolated(double at, int column) {
        double first = value(0, AT);
        if (at <= first) {
            return column == LUTS ? value(0, column) * at / first : value(0, column);
        }
        int upper = 1;
        while (upper < points.size() - 1 && value(upper, AT) < at) {
            upper++;
        }
        double from = value(upper - 1, AT);
        double share = (at - from) / (value(upper, AT) - from);
        return value(upper - 1, column) + share * (value(upper, column) - value(upper - 1, column));
    }

    private double value(int point, int column) {
        return points.get(point).get(column);
    }
}
