package org.gatesmith.host.data;

import java.util.List;

/**
 * What a comparison of two arrays found.
 *
 * @param elements number of elements compared
 * @param mismatches number of elements outside the tolerance
 * @param first the first of them, as many as were asked for
 * @param maxUlp largest error in units in the last place of the expected value, over all elements
 * @param maxRelative largest error relative to the expected value
 * @param maxAbsolute largest absolute error
 */
public record Comparison(
        long elements, long mismatches, List<Mismatch> first, double maxUlp, double maxRelative, double maxAbsolute) {

    public Comparison {
        first = List.copyOf(first);
    }

    /** Whether every element is within the tolerance. */
    public boolean passed() {
        return mismatches == 0;
    }
}
