package org.gatesmith.host.tile;

import java.util.List;
import org.gatesmith.host.data.Elements;

/** Copies a box of elements between an array and a dense buffer of its own. */
public final class SliceCopy {

    private SliceCopy() {}

    /** Copies the slice of an array of this shape into a dense buffer. */
    public static void gather(Elements whole, List<Long> shape, Slice slice, Elements dense) {
        SliceRuns runs = runs(slice, shape, dense);
        for (long run = 0; run < runs.count(); run++) {
            dense.slice(run * runs.length(), runs.length()).copyFrom(whole.slice(runs.start(run), runs.length()));
        }
    }

    /** Copies a dense buffer into the slice of an array of this shape. */
    public static void scatter(Elements dense, Elements whole, List<Long> shape, Slice slice) {
        SliceRuns runs = runs(slice, shape, dense);
        for (long run = 0; run < runs.count(); run++) {
            whole.slice(runs.start(run), runs.length()).copyFrom(dense.slice(run * runs.length(), runs.length()));
        }
    }

    private static SliceRuns runs(Slice slice, List<Long> shape, Elements dense) {
        if (dense.count() != slice.count()) {
            throw new IllegalArgumentException(dense + " cannot hold " + slice);
        }
        return new SliceRuns(slice, shape);
    }
}
