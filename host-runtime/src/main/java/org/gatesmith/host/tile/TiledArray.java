package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gatesmith.hls.signature.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * An array under a nest of loops.
 *
 * <p>Its slices stay on the device while the loops from {@code level} on run: those loops that cut the array enumerate the
 * slices that are held, the others use them again. The loops before {@code level} replace them.
 */
public final class TiledArray {

    private static final int NONE = -1;

    private final Parameter.Array array;
    private final List<Long> shape;
    private final List<TileLoop> loops;
    private final int level;

    /** How each loop cuts the array, null where it does not. */
    private final @Nullable Cut[] cuts;

    /** Number of tiles of each loop. */
    private final long[] trips;

    /** Which loop cuts each dimension. */
    private final int[] loopOfDimension;

    private TiledArray(TiledArray other, int level) {
        this.array = other.array;
        this.shape = other.shape;
        this.loops = other.loops;
        this.level = level;
        this.cuts = other.cuts;
        this.trips = other.trips;
        this.loopOfDimension = other.loopOfDimension;
    }

    /**
     * The array under these loops.
     *
     * @param shape extents of the whole array
     * @param loops the nest, outermost first
     * @param level from 0, all of its slices stay, to the number of loops, every tile brings its own
     */
    TiledArray(Parameter.Array array, List<Long> shape, List<TileLoop> loops, int level) {
        this.array = array;
        this.shape = List.copyOf(shape);
        this.loops = List.copyOf(loops);
        this.level = level;
        this.cuts = new Cut[loops.size()];
        this.trips = loops.stream().mapToLong(TileLoop::trips).toArray();
        this.loopOfDimension = new int[shape.size()];
        Arrays.fill(loopOfDimension, NONE);
        for (int loop = 0; loop < cuts.length; loop++) {
            Cut cut = loops.get(loop).dimension().cuts().get(array.name());
            cuts[loop] = cut;
            if (cut != null) {
                loopOfDimension[cut.dimension()] = loop;
            }
        }
    }

    public Parameter.Array array() {
        return array;
    }

    /** Which loops replace its slices: those before this one. */
    public int level() {
        return level;
    }

    /** Whether a loop cuts it. */
    public boolean isCutBy(int loop) {
        return cuts[loop] != null;
    }

    TiledArray withLevel(int other) {
        return new TiledArray(this, other);
    }

    /**
     * The levels worth considering, the one that holds least first: just inside of each loop that cuts the array and just
     * outside of one that does not.
     */
    List<Integer> levels() {
        return IntStream.iterate(trips.length, level -> level >= 0, level -> level - 1)
                .filter(level -> level == 0 || isCutBy(level - 1))
                .filter(level -> level == trips.length || !isCutBy(level))
                .boxed()
                .toList();
    }

    /** The elements that a tile needs. */
    Slice slice(long[] tile) {
        List<Long> origin = new ArrayList<>();
        List<Long> extents = new ArrayList<>();
        for (int dimension = 0; dimension < shape.size(); dimension++) {
            int loop = loopOfDimension[dimension];
            origin.add(loop == NONE ? 0 : cut(loop).origin(loops.get(loop).start(tile[loop])));
            extents.add(
                    loop == NONE
                            ? shape.get(dimension)
                            : cut(loop).extent(loops.get(loop).units(tile[loop])));
        }
        return new Slice(origin, extents);
    }

    /** How often a slice crosses the link. */
    long transfers() {
        return product(0, level, true) * held();
    }

    /** How many slices stay on the device at once. */
    long held() {
        return product(level, trips.length, false);
    }

    /** How many slices the device needs room for when so many tiles are under way. */
    long buffers(int depth) {
        return Math.min(transfers(), held() + depth - 1);
    }

    /** The number, in order of first use, of the copy that a tile uses. */
    long copy(long[] tile) {
        long copy = 0;
        for (int loop = 0; loop < trips.length; loop++) {
            if (loop < level || isCutBy(loop)) {
                copy = copy * trips[loop] + tile[loop];
            }
        }
        return copy;
    }

    /** Indices of the last tile that uses the same copy. */
    long[] lastUse(long[] tile) {
        long[] last = tile.clone();
        for (int loop = level; loop < trips.length; loop++) {
            if (!isCutBy(loop)) {
                last[loop] = trips[loop] - 1;
            }
        }
        return last;
    }

    /** Whether no earlier tile uses the same copy. */
    boolean isFirstUse(long[] tile) {
        for (int loop = level; loop < trips.length; loop++) {
            if (!isCutBy(loop) && tile[loop] > 0) {
                return false;
            }
        }
        return true;
    }

    /** Elements of the largest slice, the first; {@link Long#MAX_VALUE} if there are more. */
    long largestSlice() {
        double elements = 1;
        for (int dimension = 0; dimension < shape.size(); dimension++) {
            int loop = loopOfDimension[dimension];
            elements *= loop == NONE
                    ? shape.get(dimension)
                    : cut(loop).extent(loops.get(loop).largest());
        }
        return (long) elements;
    }

    /** Elements of all transfers together. */
    private double elementsMoved() {
        double elements = 1;
        for (int dimension = 0; dimension < shape.size(); dimension++) {
            int loop = loopOfDimension[dimension];
            elements *= loop == NONE ? shape.get(dimension) : extentsAlong(loop);
        }
        return elements * repetitions();
    }

    /** How often the loops that do not cut the array bring all of its slices. */
    private long repetitions() {
        long repetitions = 1;
        for (int loop = 0; loop < level; loop++) {
            repetitions *= !isCutBy(loop) ? trips[loop] : 1;
        }
        return repetitions;
    }

    /** Sum of the extents of all tiles along one loop. */
    private long extentsAlong(int loop) {
        Cut cut = cut(loop);
        return cut.stride() * loops.get(loop).dimension().units() + cut.halo() * trips[loop];
    }

    /** Bytes of all transfers together. */
    double bytesMoved() {
        return elementsMoved() * array.type().bytes();
    }

    /** Bytes of the largest slice. */
    long sliceBytes() {
        return Math.multiplyExact(largestSlice(), array.type().bytes());
    }

    private Cut cut(int loop) {
        Cut cut = cuts[loop];
        if (cut == null) {
            throw new IllegalStateException(array.name() + " is not cut by loop " + loop);
        }
        return cut;
    }

    /** Product of the trips of the loops in a range, of all or only of those that cut the array. */
    private long product(int from, int to, boolean all) {
        long product = 1;
        for (int loop = from; loop < to; loop++) {
            product *= all || isCutBy(loop) ? trips[loop] : 1;
        }
        return product;
    }
}
