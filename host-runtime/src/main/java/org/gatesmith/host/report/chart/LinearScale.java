package org.gatesmith.host.report.chart;

/** Places values of a span in per cent of the plot's width. */
record LinearScale(Span span) {

    /** The place of a value. If the span is a single value, that is at the left. */
    double percent(double value) {
        return span.length() == 0 ? 0 : (value - span.low()) / span.length() * 100;
    }

    /** The place of a value, or of the nearest value in the span. */
    double percentInside(double value) {
        return percent(Math.clamp(value, span.low(), span.high()));
    }
}
