package org.gatesmith.host.stream;

import java.util.SplittableRandom;
import org.gatesmith.host.UsageException;

/** Which groups of tiles are compared with their expected values. */
public sealed interface Verification {

    /** Every group. */
    record All() implements Verification {}

    /**
     * Some groups, spread evenly over the problem: it is cut into as many stretches as groups are wanted, and a random group of
     * each is taken.
     *
     * @param share of the groups, above 0 and at most 1; at least one group is verified
     */
    record Sample(double share) implements Verification {
        /** 2^64 divided by the golden ratio, made odd, as in SplitMix64: seeds of neighbouring stretches have little in common. */
        private static final long SPREAD = 0x9e3779b97f4a7c15L;

        public Sample {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("a share of " + share);
            }
        }

        private boolean isChosen(long group, long groups, long seed) {
            long wanted = Math.max(1, Math.round(share * groups));
            long stretch = Math.multiplyExact(group, wanted) / groups;
            long from = start(stretch, groups, wanted);
            long size = start(stretch + 1, groups, wanted) - from;
            return group == from + new SplittableRandom(seed + stretch * SPREAD).nextLong(size);
        }

        /** The first group g with {@code g * wanted / groups >= stretch}. */
        private static long start(long stretch, long groups, long wanted) {
            return Math.ceilDiv(Math.multiplyExact(stretch, groups), wanted);
        }
    }

    /** No group. */
    record None() implements Verification {}

    /**
     * Reads {@code all}, {@code none}, or {@code sample:P} with P a share such as {@code 0.05} or {@code 5%}.
     *
     * @throws UsageException it is none of these
     */
    static Verification parse(String text) throws UsageException {
        return switch (text) {
            case "all" -> new All();
            case "none" -> new None();
            default -> new Sample(share(text));
        };
    }

    private static double share(String text) throws UsageException {
        String prefix = "sample:";
        if (text.startsWith(prefix)) {
            boolean percent = text.endsWith("%");
            String number = text.substring(prefix.length(), text.length() - (percent ? 1 : 0));
            try {
                double share = Double.parseDouble(number) / (percent ? 100 : 1);
                if (share > 0 && share <= 1) {
                    return share;
                }
            } catch (NumberFormatException _) {
                // reported below
            }
        }
        throw new UsageException(
                "\"" + text + "\" is no way to verify; use all, none, or sample:P with P a share of the"
                        + " tiles above 0 and at most 1, such as sample:0.05 or sample:5%");
    }

    /**
     * Whether a group is verified; the same for the same seed.
     *
     * @param group from 0 to {@code groups - 1}
     */
    default boolean covers(long group, long groups, long seed) {
        return switch (this) {
            case All _ -> true;
            case None _ -> false;
            case Sample sample -> sample.isChosen(group, groups, seed);
        };
    }
}
