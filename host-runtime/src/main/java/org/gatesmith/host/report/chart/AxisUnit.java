package org.gatesmith.host.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What the values of a linear axis are, and how its ticks are labelled. */
public enum AxisUnit {
    /** Seconds, labelled with the prefix that suits the largest. */
    SECONDS {
        @Override
        String text(double value) {
            return Quantities.si(value, "s");
        }

        @Override
        String label(BigDecimal value, BigDecimal largest) {
            int thousands = Quantities.thousands(largest);
            return Decimal.text(value.movePointLeft(3 * thousands)) + '\u00a0' + Quantities.prefix(thousands) + "s";
        }
    },
    /** Clock cycles. */
    CYCLES {
        @Override
        String text(double value) {
            return Quantities.count(Math.round(value), "cycle");
        }

        @Override
        String label(BigDecimal value, BigDecimal largest) {
            return value.stripTrailingZeros().scale() <= 0 ? Quantities.count(value.longValue()) : Decimal.text(value);
        }
    };

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    /** A value with its unit, for texts. */
    abstract String text(double value);

    abstract String label(BigDecimal value, BigDecimal largest);

    /** Ticks at whole multiples of 1, 2 or 5 times a power of ten: at most {@code most} + 1 of them, at least one if the span has a length. */
    List<Tick> ticks(Span span, int most) {
        BigDecimal step = step(span.length() / most);
        BigDecimal low = BigDecimal.valueOf(span.low()).divide(step, 0, RoundingMode.CEILING);
        BigDecimal high = BigDecimal.valueOf(span.high()).divide(step, 0, RoundingMode.FLOOR);
        BigDecimal largest = high.abs().max(low.abs()).multiply(step);
        List<Tick> ticks = new ArrayList<>();
        for (BigDecimal i = low; i.compareTo(high) <= 0; i = i.add(BigDecimal.ONE)) {
            BigDecimal value = i.multiply(step);
            ticks.add(new Tick(value.doubleValue(), label(value, largest)));
        }
        return ticks;
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below {@code least}. */
    private static BigDecimal step(double least) {
        if (!(least > 0)) {
            return BigDecimal.ONE;
        }
        BigDecimal wanted = BigDecimal.valueOf(least);
        BigDecimal power = BigDecimal.ONE.movePointRight(wanted.precision() - wanted.scale() - 1);
        for (BigDecimal factor : List.of(BigDecimal.ONE, TWO, FIVE)) {
            if (power.multiply(factor).compareTo(wanted) >= 0) {
                return power.multiply(factor);
            }
        }
        return power.multiply(BigDecimal.TEN);
    }
}
