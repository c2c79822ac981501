package org.gatesmith.host.report.chart;

/** The values from {@code low} to {@code high} that a chart shows. */
public record Span(double low, double high) {

    public Span {
        if (!Double.isFinite(low) || !Double.isFinite(high) || high < low) {
            throw new IllegalArgumentException("no span from " + low + " to " + high);
        }
    }

    public double length() {
        return high - low;
    }

    boolean overlaps(double start, double end) {
        return end >= low && start <= high;
    }
}
