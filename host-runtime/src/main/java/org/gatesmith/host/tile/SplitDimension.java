package org.gatesmith.host.tile;

import java.util.Map;

/**
 * A scalar parameter whose extents can be cut. Its units are what the tiles divide among themselves: for a parallel dimension
 * the elements of the outputs, for a reduction those of the inputs, each divided by the stride.
 *
 * @param units number of units of the whole problem
 * @param shift units minus scalar: the kernel is called with {@code units - shift}
 * @param cuts how each array that has the scalar is cut, by name
 */
public record SplitDimension(String scalar, LoopKind kind, long units, long shift, Map<String, Cut> cuts) {

    public SplitDimension {
        cuts = Map.copyOf(cuts);
    }

    /** What the kernel is called with for so many units. */
    long scalarFor(long tileUnits) {
        return Math.subtractExact(tileUnits, shift);
    }
}
