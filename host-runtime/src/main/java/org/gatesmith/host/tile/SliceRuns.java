package org.gatesmith.host.tile;

import java.util.List;

/**
 * A slice of a row-major array as runs of consecutive elements, as long as they can be: rows that are taken in full merge with
 * their neighbours.
 */
public final class SliceRuns {

    private final long[] origin;
    private final long[] extents;
    private final long[] strides;

    /** The dimensions before this one are counted through; from it on, the elements of the slice are consecutive. */
    private final int outer;

    private final long length;
    private final long count;

    /**
     * @param shape extents of the array, outermost first
     * @throws IllegalArgumentException the slice is not within the array
     */
    public SliceRuns(Slice slice, List<Long> shape) {
        int rank = shape.size();
        if (slice.origin().size() != rank) {
            throw new IllegalArgumentException(slice + " is no slice of an array of shape " + shape);
        }
        origin = slice.origin().stream().mapToLong(Long::longValue).toArray();
        extents = slice.extents().stream().mapToLong(Long::longValue).toArray();
        strides = new long[rank];
        long stride = 1;
        for (int d = rank - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= shape.get(d);
            if (origin[d] < 0 || origin[d] + extents[d] > shape.get(d)) {
                throw new IllegalArgumentException(slice + " exceeds an array of shape " + shape);
            }
        }
        int inner = Math.max(0, rank - 1);
        while (inner > 0 && extents[inner] == shape.get(inner)) {
            inner--;
        }
        outer = inner;
        length = product(inner, rank);
        count = length == 0 ? 0 : product(0, inner);
    }

    private long product(int from, int to) {
        long product = 1;
        for (int d = from; d < to; d++) {
            product *= extents[d];
        }
        return product;
    }

    /** Number of runs. */
    public long count() {
        return count;
    }

    /** Elements of each run; within the slice, run r begins at element {@code r * length()}. */
    public long length() {
        return length;
    }

    /** Row-major index in the whole array of the first element of a run. */
    public long start(long run) {
        long index = 0;
        for (int d = origin.length - 1; d >= outer; d--) {
            index += origin[d] * strides[d];
        }
        long rest = run;
        for (int d = outer - 1; d >= 0; d--) {
            index += (origin[d] + rest % extents[d]) * strides[d];
            rest /= extents[d];
        }
        return index;
    }
}
