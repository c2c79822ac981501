package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gatesmith.host.tile.Slice;

/** Where an element of a slice is in the whole array. */
final class SlicePosition {

    private SlicePosition() {}

    /**
     * The indices of an element, outermost first.
     *
     * @param index row-major index within the slice
     */
    static List<Long> of(Slice slice, long index) {
        List<Long> position = new ArrayList<>();
        long rest = index;
        for (int d = slice.extents().size() - 1; d >= 0; d--) {
            long extent = slice.extents().get(d);
            position.add(slice.origin().get(d) + rest % extent);
            rest /= extent;
        }
        Collections.reverse(position);
        return position;
    }

    /** The row-major index of the element with these indices. */
    static long index(List<Long> position, List<Long> shape) {
        long index = 0;
        for (int d = 0; d < shape.size(); d++) {
            index = index * shape.get(d) + position.get(d);
        }
        return index;
    }
}
