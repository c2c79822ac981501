package org.gatesmith.host.folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.host.tile.Slice;

/** Whether slices cover an array: every element once, none outside. */
final class SliceCover {

    private static final Comparator<Map.Entry<Long, Slice>> BY_FIRST_ROW =
            Comparator.comparingLong(entry -> first(entry.getValue()));

    private SliceCover() {}

    /**
     * What is wrong with a cover.
     *
     * @param slices by group
     */
    static List<String> faults(String output, ArrayForm array, Map<Long, Slice> slices) {
        List<String> faults = new ArrayList<>();
        long elements = 0;
        for (Map.Entry<Long, Slice> slice : slices.entrySet()) {
            if (!isWithin(slice.getValue(), array.shape())) {
                faults.add("group " + slice.getKey() + " lies outside " + output + ": " + text(slice.getValue()));
                return faults;
            }
            elements += slice.getValue().count();
        }
        overlaps(output, slices, faults);
        if (elements != array.elements()) {
            faults.add("the groups produce " + elements + " elements of " + output + ", which has " + array.elements());
        }
        return faults;
    }

    /** Sorted by their first row, a slice can overlap only those that begin before its last row. */
    private static void overlaps(String output, Map<Long, Slice> slices, List<String> faults) {
        List<Map.Entry<Long, Slice>> sorted = new ArrayList<>(new TreeMap<>(slices).entrySet());
        sorted.sort(BY_FIRST_ROW);
        for (int i = 0; i < sorted.size(); i++) {
            Slice slice = sorted.get(i).getValue();
            for (int j = i + 1; j < sorted.size() && first(sorted.get(j).getValue()) < end(slice); j++) {
                if (overlap(slice, sorted.get(j).getValue())) {
                    faults.add("groups " + sorted.get(i).getKey() + " and "
                            + sorted.get(j).getKey() + " both produce elements of " + output + ": " + text(slice)
                            + " and " + text(sorted.get(j).getValue()));
                }
            }
        }
    }

    private static long first(Slice slice) {
        return slice.origin().isEmpty() ? 0 : slice.origin().getFirst();
    }

    private static long end(Slice slice) {
        return slice.origin().isEmpty() ? 1 : first(slice) + slice.extents().getFirst();
    }

    private static boolean isWithin(Slice slice, List<Long> shape) {
        if (slice.origin().size() != shape.size()) {
            return false;
        }
        for (int d = 0; d < shape.size(); d++) {
            long from = slice.origin().get(d);
            long extent = slice.extents().get(d);
            if (from < 0 || extent < 0 || extent > shape.get(d) - from) {
                return false;
            }
        }
        return true;
    }

    private static boolean overlap(Slice a, Slice b) {
        for (int d = 0; d < a.origin().size(); d++) {
            long from = Math.max(a.origin().get(d), b.origin().get(d));
            long to = Math.min(
                    a.origin().get(d) + a.extents().get(d),
                    b.origin().get(d) + b.extents().get(d));
            if (from >= to) {
                return false;
            }
        }
        return true;
    }

    /** As in {@code [0..63][128..191]}. */
    static String text(Slice slice) {
        StringBuilder text = new StringBuilder();
        for (int d = 0; d < slice.origin().size(); d++) {
            long from = slice.origin().get(d);
            text.append('[')
                    .append(from)
                    .append("..")
                    .append(from + slice.extents().get(d) - 1)
                    .append(']');
        }
        return text.toString();
    }
}
