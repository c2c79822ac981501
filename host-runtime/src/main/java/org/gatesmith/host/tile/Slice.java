package org.gatesmith.host.tile;

import java.util.List;

/**
 * A box of elements within an array.
 *
 * @param origin indices of its first element, outermost dimension first
 * @param extents its size in every dimension
 */
public record Slice(List<Long> origin, List<Long> extents) {

    public Slice {
        origin = List.copyOf(origin);
        extents = List.copyOf(extents);
        if (origin.size() != extents.size()) {
            throw new IllegalArgumentException("a slice from " + origin + " cannot have the extents " + extents);
        }
    }

    /** Number of elements. */
    public long count() {
        return extents.stream().reduce(1L, Math::multiplyExact);
    }
}
