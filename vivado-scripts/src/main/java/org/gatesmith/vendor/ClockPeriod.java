package org.gatesmith.vendor;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A kernel clock as the tools take it. */
final class ClockPeriod {
    private ClockPeriod() {}

    /** The period in ns to a picosecond, rounded down, so that the kernel is never slower than asked for. */
    static String nanoseconds(double megahertz) {
        return BigDecimal.valueOf(1000)
                .divide(BigDecimal.valueOf(megahertz), 3, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The frequency in whole Hz. */
    static String hertz(double megahertz) {
        return BigDecimal.valueOf(megahertz)
                .movePointRight(6)
                .setScale(0, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
