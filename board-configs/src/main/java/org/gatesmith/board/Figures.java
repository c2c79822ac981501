package org.gatesmith.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Figures {
    private static final List<String> BINARY_UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

    private Figures() {}

    /** A number without exponent or trailing zeros: {@code 300}, {@code 106.7}. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A count with thousands separated: {@code 1 303 680}. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    /** A size in the largest binary unit that keeps it whole: {@code 256 MiB}. */
    static String bytes(long bytes) {
        int unit = 0;
        long value = bytes;
        while (unit < BINARY_UNITS.size() - 1 && value >= 1024 && value % 1024 == 0) {
            value /= 1024;
            unit++;
        }
        return value + " " + BINARY_UNITS.get(unit);
    }

    /** A bandwidth in decimal gigabytes per second: {@code 14.4 GB/s}. */
    static String bandwidth(long bytesPerSecond) {
        BigDecimal giga = BigDecimal.valueOf(bytesPerSecond)
                .movePointLeft(9)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return giga.toPlainString() + " GB/s";
    }
}
