package org.gatesmith.host.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them, with their unit, to three digits. Nothing in them breaks across lines: a no-break space
 * stands before the unit, narrow ones between thousands.
 */
public final class Quantities {
    private static final char NARROW_SPACE = '\u202f';
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final int DIGITS = 3;

    /** Prefixes of the International System of Units (BIPM, 9th edition, table 7), for 1000 to the power -4 to 6. */
    private static final String[] SI = {"p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E"};

    private static final int SI_NONE = 4;

    /** Binary prefixes of IEC 80000-13, for powers of 1024. */
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Quantities() {}

    /** With a decimal prefix and always three digits: {@code 1.20 GB/s}. */
    public static String si(double value, String unit) {
        if (!Double.isFinite(value)) {
            return spaced(Double.toString(value), unit);
        }
        BigDecimal rounded = Decimal.significant(BigDecimal.valueOf(value), DIGITS);
        int thousands = thousands(rounded);
        BigDecimal shown = rounded.movePointLeft(3 * thousands);
        int decimals = Math.max(0, DIGITS - Math.max(1, shown.precision() - shown.scale()));
        String text = shown.signum() == 0
                ? "0"
                : shown.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        return spaced(text, prefix(thousands) + unit);
    }

    /** With a decimal prefix and as few digits as do: {@code 10 GB/s}. */
    static String siShort(double value, String unit) {
        BigDecimal rounded = Decimal.significant(BigDecimal.valueOf(value), DIGITS);
        int thousands = thousands(rounded);
        return spaced(Decimal.text(rounded.movePointLeft(3 * thousands)), prefix(thousands) + unit);
    }

    private static String spaced(String number, String unit) {
        return unit.isEmpty() ? number : number + NO_BREAK_SPACE + unit;
    }

    /** The power of 1000 whose prefix leaves one to three digits before the point. */
    static int thousands(BigDecimal value) {
        if (value.signum() == 0) {
            return 0;
        }
        int exponent = value.precision() - value.scale() - 1;
        return Math.clamp(Math.floorDiv(exponent, 3), -SI_NONE, SI.length - 1 - SI_NONE);
    }

    static String prefix(int thousands) {
        return SI[thousands + SI_NONE];
    }

    /** A time: {@code 12.3 ms}. */
    public static String nanoseconds(long nanos) {
        return si(nanos / 1e9, "s");
    }

    /** A size with a binary prefix: {@code 16 MiB}, {@code 1.21 GiB}. */
    public static String bytes(long bytes) {
        int power = 0;
        double value = bytes;
        while (Math.abs(value) >= 1023.5 && power < BINARY.length - 1) {
            value /= 1024;
            power++;
        }
        // Up to 1023 the digits before the point are four.
        int digits = Math.abs(value) >= 999.5 ? DIGITS + 1 : DIGITS;
        return Decimal.text(Decimal.significant(BigDecimal.valueOf(value), digits)) + NO_BREAK_SPACE + BINARY[power];
    }

    /** A whole number with its thousands apart: {@code 1 303 680}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', NARROW_SPACE);
    }

    /** A number and what is counted, in the plural unless it is 1: {@code 1 tile}, {@code 4 096 tiles}. */
    public static String count(long value, String singular) {
        return count(value) + NO_BREAK_SPACE + singular + (value == 1 ? "" : "s");
    }

    /** A fraction of 1 as a percentage, which is 0 or 100 only if the fraction is 0 or 1: {@code 12.3 %}. */
    public static String percent(double fraction) {
        String text;
        if (fraction > 0 && fraction < 0.001) {
            text = "<" + NARROW_SPACE + "0.1";
        } else if (fraction > 0.999 && fraction < 1) {
            text = ">" + NARROW_SPACE + "99.9";
        } else {
            text = fraction == 0 || fraction == 1 ? Decimal.text(fraction * 100, 0) : oneDecimal(fraction * 100);
        }
        return text + NO_BREAK_SPACE + "%";
    }

    private static String oneDecimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** A factor: {@code 1.25×}. */
    public static String times(double factor) {
        if (!Double.isFinite(factor)) {
            return "–";
        }
        if (factor < 1) {
            return Decimal.text(Decimal.significant(BigDecimal.valueOf(factor), DIGITS)) + "×";
        }
        return (factor < 999.5 ? si(factor, "") : count(Math.round(factor))) + "×";
    }
}
