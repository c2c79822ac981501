package org.gatesmith.hls.ir;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An on-chip array with constant extents, outermost first. Written {@code i8[16][128]}.
 *
 * @param extents one or more positive extents, in elements
 */
public record ArrayType(ScalarType element, List<Integer> extents) implements Type {

    public ArrayType {
        extents = List.copyOf(extents);
        if (extents.isEmpty() || extents.stream().anyMatch(extent -> extent < 1)) {
            throw new IllegalArgumentException("array extents must be positive: " + extents);
        }
    }

    /** Number of elements. */
    public long elements() {
        return extents.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    public int rank() {
        return extents.size();
    }

    @Override
    public String toString() {
        return extents.stream()
                .map(extent -> "[" + extent + "]")
                .collect(Collectors.joining("", element.toString(), ""));
    }
}
