package org.gatesmith.host.tile;

import java.util.List;
import java.util.Locale;

/** Numbers of bytes as people read them. */
public final class Bytes {

    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");

    private Bytes() {}

    /** In the largest binary unit of which there is at least one, with at most two digits behind the point. */
    public static String text(long bytes) {
        return text((double) bytes);
    }

    /** In the largest binary unit of which there is at least one, with at most two digits behind the point. */
    public static String text(double bytes) {
        int unit = 0;
        double value = bytes;
        while (unit < UNITS.size() - 1 && value >= 1024) {
            value /= 1024;
            unit++;
        }
        String digits = String.format(Locale.ROOT, "%.2f", value);
        return digits.replaceAll("\\.0+$|(\\.\\d*?)0+$", "$1") + " " + UNITS.get(unit);
    }
}
