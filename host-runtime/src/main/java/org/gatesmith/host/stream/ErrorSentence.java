package org.gatesmith.host.stream;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Puts into words what wrong elements have in common. A pattern is named only if wrong elements that are spread by chance would
 * show it once in 128 times at most: a few errors show any pattern.
 */
final class ErrorSentence {

    private static final double EVIDENCE_BITS = 7;

    /** A bit that is flipped in so many of the wrong elements is worth naming. */
    private static final double NOTABLE_SHARE = 0.9;

    private final long compared;
    private final long count;
    private final List<IndexTally> indices;
    private final ValueTally values;

    /**
     * @param compared elements that were compared
     * @param count elements that are wrong, at least one
     * @param indices of the wrong elements, by dimension
     */
    ErrorSentence(long compared, long count, List<IndexTally> indices, ValueTally values) {
        this.compared = compared;
        this.count = count;
        this.indices = indices;
        this.values = values;
    }

    String text() {
        String where = where();
        String what = what();
        return what.isEmpty() ? where : where + "; " + what;
    }

    private String where() {
        if (count == 1) {
            return "one element is wrong";
        }
        if (count == compared) {
            return "every element that was compared is wrong";
        }
        List<String> places = new ArrayList<>();
        for (int d = 0; d < indices.size(); d++) {
            String place = place(d);
            if (!place.isEmpty()) {
                places.add(place);
            }
        }
        if (!places.isEmpty()) {
            return "all wrong elements are " + String.join(" and ", places);
        }
        return count == boxVolume() ? "the wrong elements are one block: " + box() : "no pattern within " + box();
    }

    private String place(int d) {
        IndexTally index = indices.get(d);
        String each = name(d);
        if (index.lowest() == index.highest()) {
            return index.extent() == 1 ? "" : "in " + each + " " + index.lowest();
        }
        if (index.isOnlyInLastTile() && isEvident(index.lastTileShare())) {
            return "in the last tile of the " + each + "s (" + range(d) + ")";
        }
        String edge = edge(index, each);
        return edge.isEmpty() ? congruence(index, each) : edge;
    }

    private String edge(IndexTally index, String each) {
        double one = 1.0 / index.largestTile();
        if (index.isOnlyAtTileStart() && isEvident(one)) {
            return "in the first " + each + " of a tile";
        }
        if (index.isOnlyAtTileEnd() && isEvident(one)) {
            return "in the last " + each + " of a tile";
        }
        return index.isOnlyAtTileEdge() && isEvident(2 * one) ? "in the first or last " + each + " of a tile" : "";
    }

    private String congruence(IndexTally index, String each) {
        int bits = index.commonLowBits();
        if (bits == 0 || !isEvident(Math.scalb(1.0, -bits))) {
            return "";
        }
        long modulus = 1L << bits;
        return "in " + each + "s that leave " + index.lowest() % modulus + " when divided by " + modulus;
    }

    /** Whether a place that takes this share of the array would hold all wrong elements by chance only seldom. */
    private boolean isEvident(double share) {
        return share < 1 && (count - 1) * -Math.log(share) / Math.log(2) >= EVIDENCE_BITS;
    }

    private long boxVolume() {
        return indices.stream()
                .mapToLong(index -> index.highest() - index.lowest() + 1)
                .reduce(1, (a, b) -> a * b);
    }

    private String box() {
        List<String> ranges = new ArrayList<>();
        for (int d = 0; d < indices.size(); d++) {
            ranges.add(range(d));
        }
        return String.join(", ", ranges);
    }

    private String range(int d) {
        IndexTally index = indices.get(d);
        return index.lowest() == index.highest()
                ? name(d) + " " + index.lowest()
                : name(d) + "s " + index.lowest() + " to " + index.highest();
    }

    private String name(int d) {
        return switch (indices.size() - d) {
            case 1 -> indices.size() == 1 ? "element" : "column";
            case 2 -> "row";
            default -> indices.size() == 3 ? "plane" : "index-" + d + " plane";
        };
    }

    private String what() {
        if (count == 1) {
            return "";
        }
        if (values.isOnlyZero()) {
            return "each of them is zero, as if it was never written";
        }
        long flips = values.commonFlips();
        if (Long.bitCount(flips) == 1) {
            return "each differs in bit " + Long.numberOfTrailingZeros(flips) + " alone";
        }
        double difference = values.commonDifference();
        if (Double.isFinite(difference)) {
            return "each is too " + (difference > 0 ? "large" : "small") + " by "
                    + new BigDecimal(Math.abs(difference)).stripTrailingZeros().toPlainString();
        }
        if (flips != 0) {
            return String.format(Locale.ROOT, "in each the same bits differ (0x%x)", flips);
        }
        int bit = values.mostFlipped();
        return values.share(bit) >= NOTABLE_SHARE
                ? String.format(Locale.ROOT, "bit %d differs in %.0f%% of them", bit, 100 * values.share(bit))
                : "";
    }
}
