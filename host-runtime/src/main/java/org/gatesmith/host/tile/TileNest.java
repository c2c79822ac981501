package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.problem.ProblemSize;

/**
 * Loops over tiles, outermost first, parallel ones before reductions: the tiles of a group then follow each other, results
 * are added to on the device and cross the link once.
 *
 * @param size the whole problem
 * @param arrays every array of the kernel under these loops, in the order of the parameters
 * @param depth tiles under way between two stages
 */
public record TileNest(ProblemSize size, List<TileLoop> loops, List<TiledArray> arrays, int depth)
        implements TileSequence {

    public TileNest {
        loops = List.copyOf(loops);
        arrays = List.copyOf(arrays);
    }

    /** A nest in which every input holds as little on the device as possible. */
    static TileNest of(KernelSignature signature, ProblemSize size, List<TileLoop> loops, int depth) {
        int groupLoops = groupLoops(loops);
        List<TiledArray> arrays = new ArrayList<>();
        for (Parameter.Array array : signature.arrays().toList()) {
            TiledArray tiled = new TiledArray(array, size.shape(array), loops, groupLoops);
            arrays.add(
                    array.direction().isWritten()
                            ? tiled
                            : tiled.withLevel(tiled.levels().getFirst()));
        }
        return new TileNest(size, loops, arrays, depth);
    }

    private static int groupLoops(List<TileLoop> loops) {
        int parallel = (int)
                loops.stream().filter(loop -> loop.kind() == LoopKind.PARALLEL).count();
        if (loops.subList(0, parallel).stream().anyMatch(loop -> loop.kind() != LoopKind.PARALLEL)) {
            throw new IllegalArgumentException("a reduction outside of a parallel loop");
        }
        return parallel;
    }

    TileNest withLevel(TiledArray changed, int level) {
        return new TileNest(
                size,
                loops,
                arrays.stream()
                        .map(array -> array == changed ? array.withLevel(level) : array)
                        .toList(),
                depth);
    }

    TileNest withDepth(int other) {
        return new TileNest(size, loops, arrays, other);
    }

    @Override
    public long tiles() {
        return trips(0, loops.size());
    }

    @Override
    public long groups() {
        return trips(0, groupLoops(loops));
    }

    private long trips(int from, int to) {
        return loops.subList(from, to).stream().mapToLong(TileLoop::trips).reduce(1, Math::multiplyExact);
    }

    @Override
    public Tile tile(long index) {
        Objects.checkIndex(index, tiles());
        long[] at = position(index);
        long perGroup = tiles() / groups();
        Map<String, Long> scalars = new LinkedHashMap<>(size.scalars());
        for (int i = 0; i < at.length; i++) {
            TileLoop loop = loops.get(i);
            scalars.put(loop.scalar(), loop.dimension().scalarFor(loop.units(at[i])));
        }
        Map<String, TileOperand> operands = new LinkedHashMap<>();
        for (TiledArray array : arrays) {
            operands.put(
                    array.array().name(), new TileOperand(array.slice(at), array.copy(at), index(array.lastUse(at))));
        }
        return new Tile(
                index, index / perGroup, index % perGroup == 0, index % perGroup == perGroup - 1, scalars, operands);
    }

    /** Whether no earlier tile uses the same copy of an array. */
    boolean isFirstUse(TiledArray array, long index) {
        return array.isFirstUse(position(index));
    }

    /**
     * Tiles of one size.
     *
     * @param scalars what the kernel is called with
     * @param count how many there are
     */
    record Kind(Map<String, Long> scalars, double count) {}

    /** The sizes that tiles have: along every loop that of the first and, where it differs, that of the last. */
    List<Kind> kinds() {
        List<Kind> kinds = List.of(new Kind(size.scalars(), 1));
        for (TileLoop loop : loops) {
            List<Kind> more = new ArrayList<>();
            for (Kind kind : kinds) {
                if (loop.smallest() == loop.largest()) {
                    more.add(with(kind, loop, loop.largest(), loop.trips()));
                } else {
                    more.add(with(kind, loop, loop.largest(), loop.trips() - 1));
                    more.add(with(kind, loop, loop.smallest(), 1));
                }
            }
            kinds = more;
        }
        return kinds;
    }

    private static Kind with(Kind kind, TileLoop loop, long units, long count) {
        Map<String, Long> scalars = new LinkedHashMap<>(kind.scalars());
        scalars.put(loop.scalar(), loop.dimension().scalarFor(units));
        return new Kind(scalars, kind.count() * count);
    }

    /** Indices along the loops of the tile at a place in the order. */
    private long[] position(long index) {
        long[] position = new long[loops.size()];
        long rest = index;
        for (int i = loops.size() - 1; i >= 0; i--) {
            position[i] = rest % loops.get(i).trips();
            rest /= loops.get(i).trips();
        }
        return position;
    }

    private long index(long[] position) {
        long index = 0;
        for (int i = 0; i < position.length; i++) {
            index = index * loops.get(i).trips() + position[i];
        }
        return index;
    }

    @Override
    public int buffers(String array) {
        return Math.toIntExact(array(array).buffers(depth));
    }

    @Override
    public long largestSlice(String array) {
        return array(array).largestSlice();
    }

    /** Value of a scalar in the first tile, the largest that any call has. */
    long largest(String scalar) {
        return loops.stream()
                .filter(loop -> loop.scalar().equals(scalar))
                .findFirst()
                .map(loop -> loop.dimension().scalarFor(loop.largest()))
                .orElseGet(() -> Objects.requireNonNull(size.scalars().get(scalar)));
    }

    /** Value of a scalar in the last tile, the smallest that any call has. */
    long smallest(String scalar) {
        return loops.stream()
                .filter(loop -> loop.scalar().equals(scalar))
                .findFirst()
                .map(loop -> loop.dimension().scalarFor(loop.smallest()))
                .orElseGet(() -> Objects.requireNonNull(size.scalars().get(scalar)));
    }

    TiledArray array(String name) {
        return arrays.stream()
                .filter(array -> array.array().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
