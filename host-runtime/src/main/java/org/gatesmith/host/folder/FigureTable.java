package org.gatesmith.host.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gatesmith.board.TextColumns;
import org.gatesmith.board.TextColumns.Align;

/** Figures of two runs side by side, with their ratio and whether it means anything. */
final class FigureTable {

    private final TextColumns columns = new TextColumns(Align.RIGHT);
    private final List<String> judgements = new ArrayList<>(List.of(""));

    FigureTable() {
        columns.row(List.of("", "A", "B", "B / A"));
    }

    /** Adds times, each with the spread of its samples. */
    void times(Map<String, Timing> a, Map<String, Timing> b) {
        for (String name : names(a, b)) {
            Timing before = a.get(name);
            Timing after = b.get(name);
            if (before == null || after == null) {
                row(
                        name,
                        before == null ? "-" : time(before.seconds()),
                        after == null ? "-" : time(after.seconds()),
                        "-",
                        "");
            } else {
                row(
                        name,
                        time(before.seconds()),
                        time(after.seconds()),
                        ratio(before.seconds(), after.seconds()),
                        judgement(before, after));
            }
        }
    }

    /** Adds counts, as far as they differ. */
    void counts(Map<String, Long> a, Map<String, Long> b) {
        for (String name : names(a, b)) {
            Long before = a.get(name);
            Long after = b.get(name);
            if (before == null || after == null) {
                row(name, before == null ? "-" : count(before), after == null ? "-" : count(after), "-", "");
            } else if (!before.equals(after)) {
                row(name, count(before), count(after), ratio(before, after), after > before ? "more" : "fewer");
            }
        }
    }

    private void row(String name, String before, String after, String ratio, String judgement) {
        columns.row(List.of(name, before, after, ratio));
        judgements.add(judgement);
    }

    /** The table; nothing if it has no rows. */
    List<String> lines() {
        if (judgements.size() == 1) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        columns.text().lines().forEach(line -> lines.add((line + "  " + judgements.get(lines.size())).stripTrailing()));
        return lines;
    }

    /** Times of one sample say nothing about their noise; ranges of samples that overlap say that the difference may be noise. */
    private static String judgement(Timing a, Timing b) {
        String direction = a.seconds() == b.seconds() ? "equal" : b.seconds() > a.seconds() ? "slower" : "faster";
        if (a.samples() < 2 || b.samples() < 2) {
            return direction + "; one sample, noise unknown";
        }
        boolean overlap = a.least() <= b.most() && b.least() <= a.most();
        String spread = time(a.least()) + "–" + time(a.most()) + " and " + time(b.least()) + "–" + time(b.most());
        return overlap ? "within noise: samples " + spread : direction + ": samples " + spread;
    }

    private static String ratio(double a, double b) {
        if (a <= 0) {
            return "-";
        }
        // Two digits that count, however small the ratio.
        return String.format(Locale.ROOT, b / a < 0.1 ? "%.2g" : "%.2f", b / a);
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String time(double seconds) {
        if (seconds >= 1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return seconds >= 1e-3
                ? String.format(Locale.ROOT, "%.2f ms", seconds * 1e3)
                : String.format(Locale.ROOT, "%.1f µs", seconds * 1e6);
    }

    private static Iterable<String> names(Map<String, ?> a, Map<String, ?> b) {
        SortedSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        return names;
    }
}
