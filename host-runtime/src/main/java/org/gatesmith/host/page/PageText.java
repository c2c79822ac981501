package org.gatesmith.host.page;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatesmith.host.report.chart.Quantities;
import org.gatesmith.host.run.RunReport;

/** Figures in words, the same in every locale. */
final class PageText {

    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final String[] RATE_UNITS = {"", "k", "M", "G", "T", "P"};

    private PageText() {}

    /** For example {@code 1.5 GiB}. */
    static String bytes(double bytes) {
        return scaled(bytes, 1024, BYTE_UNITS, " ");
    }

    /** For example {@code 12.3 Gop}. */
    static String operations(double count) {
        return scaled(count, 1000, RATE_UNITS, " ") + "op";
    }

    /** For example {@code 13.6 µs}. */
    static String seconds(double seconds) {
        if (seconds >= 120) {
            return String.format(Locale.ROOT, "%.1f min", seconds / 60);
        }
        if (seconds >= 1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds >= 1e-3
                ? String.format(Locale.ROOT, "%.3g ms", seconds * 1e3)
                : String.format(Locale.ROOT, "%.3g µs", seconds * 1e6);
    }

    static String count(long count) {
        return Quantities.count(count);
    }

    /** The scalars of a run, as {@code m=3 n=4}. */
    static String scalars(RunReport report) {
        return report.scalars().entrySet().stream()
                .map((Map.Entry<String, Object> scalar) -> scalar.getKey() + "=" + scalar.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String scaled(double value, int base, String[] units, String gap) {
        int unit = 0;
        double scaled = value;
        while (scaled >= base && unit < units.length - 1) {
            scaled /= base;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 && base == 1024 ? "%.0f" : "%.3g", scaled) + gap + units[unit];
    }
}
