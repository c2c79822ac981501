package org.gatesmith.host.folder;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.signature.Tolerance;
import org.gatesmith.host.data.ArrayComparison;
import org.gatesmith.host.data.Comparison;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.Mismatch;
import org.gatesmith.host.stream.TileSink;
import org.gatesmith.host.tile.Slice;

/** Takes expected elements and compares them with those of a stored output, slice by slice. */
final class ComparingSink implements TileSink {

    private static final int LISTED = 8;

    private final String name;
    private final StoredArray stored;
    private final Tolerance tolerance;
    private final List<String> first = new ArrayList<>();
    private long compared;
    private long mismatches;

    ComparingSink(String name, StoredArray stored, Tolerance tolerance) {
        this.name = name;
        this.stored = stored;
        this.tolerance = tolerance;
    }

    @Override
    public void write(Slice slice, Elements expected) throws DataException {
        Comparison found = ArrayComparison.of(expected, stored.elements(slice), slice.extents(), tolerance, LISTED);
        compared += found.elements();
        mismatches += found.mismatches();
        for (Mismatch mismatch : found.first()) {
            if (first.size() < LISTED) {
                first.add(name + inWholeArray(mismatch, slice).describe());
            }
        }
    }

    private static Mismatch inWholeArray(Mismatch mismatch, Slice slice) {
        List<Long> position = new ArrayList<>(mismatch.position());
        for (int d = 0; d < position.size(); d++) {
            position.set(d, position.get(d) + slice.origin().get(d));
        }
        return new Mismatch(
                mismatch.index(), position, mismatch.type(), mismatch.expectedBits(), mismatch.actualBits());
    }

    /** Number of elements compared. */
    long compared() {
        return compared;
    }

    /** What differs, in words. */
    List<String> differences() {
        List<String> differences = new ArrayList<>(first);
        if (mismatches > first.size()) {
            differences.add("… and " + (mismatches - first.size()) + " more in " + name);
        }
        return differences;
    }

    @Override
    public void close() throws DataException {
        stored.close();
    }
}
