package org.gatesmith.host.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal text of numbers, without exponent or trailing zeros, the same in every locale. */
final class Decimal {

    private Decimal() {}

    /** Rounded to so many digits after the point. */
    static String text(double value, int decimals) {
        return text(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** Rounded to so many digits in all. */
    static BigDecimal significant(BigDecimal value, int digits) {
        return value.round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
