package org.gatesmith.host.tile;

import java.util.List;
import org.gatesmith.host.data.Elements;

/** Copies a box of elements between an array and a dense buffer of its own. */
public final class SliceCopy {

    private final Elements whole;
    private final List<Long> shape;
    private final Slice slice;
    private final Elements dense;

    private SliceCopy(Elements whole, List<Long> shape, Slice slice, Elements dense) {
        if (dense.count() != slice.count()) {
            throw new IllegalArgumentException(dense + " cannot hold " + slice);
        }
        this.whole = whole;
        this.shape = shape;
        this.slice = slice;
        this.dense = dense;
    }

    /** Where the elements go. */
    private enum Way {
        GATHER,
        SCATTER
    }

    /** Copies the slice of an array of this shape into a dense buffer. */
    public static void gather(Elements whole, List<Long> shape, Slice slice, Elements dense) {
        new SliceCopy(whole, shape, slice, dense).copy(Way.GATHER);
    }

    /** Copies a dense buffer into the slice of an array of this shape. */
    public static void scatter(Elements dense, Elements whole, List<Long> shape, Slice slice) {
        new SliceCopy(whole, shape, slice, dense).copy(Way.SCATTER);
    }

    private void copy(Way way) {
        if (slice.count() > 0) {
            copy(way, 0, 0, 0);
        }
    }

    /** Copies what lies at one index of every dimension before this one. */
    private void copy(Way way, int dimension, long inWhole, long inDense) {
        if (isContiguousFrom(dimension)) {
            long count = product(slice.extents(), dimension);
            Elements a = whole.slice(inWhole + offset(dimension), count);
            Elements b = dense.slice(inDense, count);
            if (way == Way.GATHER) {
                b.copyFrom(a);
            } else {
                a.copyFrom(b);
            }
            return;
        }
        long wholeRow = product(shape, dimension + 1);
        long denseRow = product(slice.extents(), dimension + 1);
        for (long i = 0; i < slice.extents().get(dimension); i++) {
            copy(way, dimension + 1, inWhole + (slice.origin().get(dimension) + i) * wholeRow, inDense + i * denseRow);
        }
    }

    /** Whether all dimensions inside of this one are taken whole. */
    private boolean isContiguousFrom(int dimension) {
        for (int i = dimension + 1; i < shape.size(); i++) {
            if (!slice.extents().get(i).equals(shape.get(i))) {
                return false;
            }
        }
        return true;
    }

    private long offset(int dimension) {
        return dimension < shape.size() ? slice.origin().get(dimension) * product(shape, dimension + 1) : 0;
    }

    private static long product(List<Long> extents, int from) {
        return extents.subList(Math.min(from, extents.size()), extents.size()).stream()
                .reduce(1L, Math::multiplyExact);
    }
}
