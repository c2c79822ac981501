package org.gatesmith.host.stream;

import java.util.List;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.SliceRuns;

/**
 * A whole array in memory, as source, sink or both: a Java array of primitives, or elements such as those of a decoded image.
 * An array that is both source and sink of a port changes group by group; if the run does not complete, part of it has changed.
 */
public final class ArrayInMemory implements TileSource, TileSink {

    private final Contents contents;
    private final List<Long> shape;

    private ArrayInMemory(Contents contents, List<Long> shape) {
        this.contents = contents;
        this.shape = List.copyOf(shape);
    }

    /**
     * A Java array of primitives, shared and not copied.
     *
     * @param shape extents, outermost first; their product is the array's length
     */
    public static ArrayInMemory of(Object array, List<Long> shape) {
        return new ArrayInMemory(
                array instanceof boolean[] flags ? new Flags(flags) : new Shared(Elements.over(array)), shape);
    }

    /** Elements in row-major order, shared and not copied. */
    public static ArrayInMemory of(Elements elements, List<Long> shape) {
        return new ArrayInMemory(new Shared(elements), shape);
    }

    @Override
    public void read(Slice slice, Elements target) {
        SliceRuns runs = new SliceRuns(slice, shape);
        for (long run = 0; run < runs.count(); run++) {
            contents.read(runs.start(run), target.slice(run * runs.length(), runs.length()));
        }
    }

    @Override
    public void write(Slice slice, Elements elements) {
        SliceRuns runs = new SliceRuns(slice, shape);
        for (long run = 0; run < runs.count(); run++) {
            contents.write(runs.start(run), elements.slice(run * runs.length(), runs.length()));
        }
    }

    @Override
    public void finish() {
        // the elements are where they belong
    }

    @Override
    public void close() {
        // the array is the caller's
    }

    /** Consecutive elements by their index in the whole array. */
    private sealed interface Contents {

        void read(long first, Elements target);

        void write(long first, Elements source);
    }

    private record Shared(Elements elements) implements Contents {

        @Override
        public void read(long first, Elements target) {
            target.copyFrom(elements.slice(first, target.count()));
        }

        @Override
        public void write(long first, Elements source) {
            elements.slice(first, source.count()).copyFrom(source);
        }
    }

    /** The only primitive arrays that cannot be seen as memory. */
    @SuppressWarnings("ArrayRecordComponent") // shared with the caller on purpose, and never compared
    private record Flags(boolean[] flags) implements Contents {

        @Override
        public void read(long first, Elements target) {
            for (int i = 0; i < target.count(); i++) {
                target.setBits(i, flags[Math.toIntExact(first + i)] ? 1 : 0);
            }
        }

        @Override
        public void write(long first, Elements source) {
            for (int i = 0; i < source.count(); i++) {
                flags[Math.toIntExact(first + i)] = source.bits(i) != 0;
            }
        }
    }
}
