package org.gatesmith.host.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Places values on a logarithmic axis.
 *
 * @param lowExponent the axis begins at 10 to this power
 * @param highExponent and ends at 10 to this power
 * @param start place of the begin
 * @param end place of the end
 */
record LogScale(int lowExponent, int highExponent, double start, double end) {

    /** The axis from power of ten to power of ten that holds the values, at least two decades long. */
    static LogScale around(double lowest, double highest, double start, double end) {
        int low = (int) Math.floor(Math.log10(lowest));
        int high = Math.max((int) Math.ceil(Math.log10(highest)), low + 2);
        return new LogScale(low, high, start, end);
    }

    double low() {
        return Math.pow(10, lowExponent);
    }

    double high() {
        return Math.pow(10, highExponent);
    }

    double at(double value) {
        double fraction = (Math.log10(value) - lowExponent) / (highExponent - lowExponent);
        return start + fraction * (end - start);
    }

    /** Ticks at powers of ten; where they would be more than {@code most}, at every second one, third one and so on. */
    List<Tick> ticks(int most, Function<Double, String> label) {
        int step = Math.ceilDiv(highExponent - lowExponent, most);
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = lowExponent; exponent <= highExponent; exponent += step) {
            double value = BigDecimal.ONE.scaleByPowerOfTen(exponent).doubleValue();
            ticks.add(new Tick(value, label.apply(value)));
        }
        return ticks;
    }
}
