package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.Tile;
import org.gatesmith.host.tile.TileOperand;
import org.gatesmith.host.tile.TileSequence;

/**
 * Tiles of a given size, in the order of the scalars: the last one runs fastest. Scalars that no written array depends on are
 * reductions and come last.
 */
final class SplitSequence implements TileSequence {

    private final List<Tile> tiles = new ArrayList<>();
    private final Map<String, Integer> buffers = new HashMap<>();
    private final Map<String, Long> largest = new HashMap<>();
    private final int depth;

    /**
     * @param size scalars of the problem
     * @param steps scalars of a full tile
     * @param keep how many tiles a slice may go unused before it is given up; the next tile to need it loads it again
     */
    SplitSequence(TestKernel kernel, Map<String, Long> size, Map<String, Long> steps, int depth, int keep) {
        this.depth = depth;
        List<Map<String, Long>> origins = origins(kernel, size, steps);
        Set<String> reductions = reductions(kernel, size.keySet());
        long group = -1;
        Map<String, Long> previous = Map.of();
        List<Map<String, Slice>> slices = new ArrayList<>();
        List<Long> groups = new ArrayList<>();
        for (Map<String, Long> origin : origins) {
            Map<String, Long> key = new LinkedHashMap<>(origin);
            key.keySet().removeAll(reductions);
            group += key.equals(previous) ? 0 : 1;
            previous = key;
            groups.add(group);
            Map<String, Slice> needed = new HashMap<>();
            Map<String, Long> scalars = scalars(origin, size, steps);
            kernel.signature().arrays().forEach(array -> needed.put(array.name(), slice(array, origin, scalars)));
            slices.add(needed);
        }
        Map<String, List<TileOperand>> operands = new HashMap<>();
        kernel.signature()
                .arrays()
                .forEach(array -> operands.put(
                        array.name(),
                        // what is written stays for its group, whose tiles follow each other
                        operands(array.name(), slices, array.direction().isWritten() ? origins.size() : keep)));
        for (int i = 0; i < origins.size(); i++) {
            int tile = i;
            Map<String, TileOperand> needed = new HashMap<>();
            operands.forEach((name, all) -> needed.put(name, all.get(tile)));
            tiles.add(new Tile(
                    i,
                    groups.get(i),
                    i == 0 || !groups.get(i).equals(groups.get(i - 1)),
                    i == origins.size() - 1 || !groups.get(i).equals(groups.get(i + 1)),
                    scalars(origins.get(i), size, steps),
                    needed));
        }
    }

    private static List<Map<String, Long>> origins(TestKernel kernel, Map<String, Long> size, Map<String, Long> steps) {
        List<Map<String, Long>> origins = new ArrayList<>(List.of(new LinkedHashMap<>()));
        kernel.signature().scalars().map(Parameter::name).forEach(name -> {
            List<Map<String, Long>> finer = new ArrayList<>();
            for (Map<String, Long> outer : origins) {
                for (long at = 0; at < size.get(name); at += steps.get(name)) {
                    Map<String, Long> inner = new LinkedHashMap<>(outer);
                    inner.put(name, at);
                    finer.add(inner);
                }
            }
            origins.clear();
            origins.addAll(finer);
        });
        return origins;
    }

    private static Set<String> reductions(TestKernel kernel, Set<String> scalars) {
        Set<String> reductions = new java.util.HashSet<>(scalars);
        kernel.signature()
                .arrays()
                .filter(array -> array.direction().isWritten())
                .forEach(array -> array.shape().forEach(extent -> reductions.removeAll(extent.names())));
        return reductions;
    }

    private static Map<String, Long> scalars(
            Map<String, Long> origin, Map<String, Long> size, Map<String, Long> steps) {
        Map<String, Long> scalars = new HashMap<>();
        origin.forEach((name, at) -> scalars.put(name, Math.min(steps.get(name), size.get(name) - at)));
        return scalars;
    }

    private static Slice slice(Parameter.Array array, Map<String, Long> origin, Map<String, Long> scalars) {
        List<Long> from = new ArrayList<>();
        List<Long> extents = new ArrayList<>();
        for (Formula extent : array.shape()) {
            from.add(origin.get(extent.names().iterator().next()));
            extents.add(extent.evaluate(scalars));
        }
        return new Slice(from, extents);
    }

    /** Numbers the copies of one array, and counts how many are held at once. */
    private List<TileOperand> operands(String array, List<Map<String, Slice>> slices, int keep) {
        int count = slices.size();
        long[] copies = new long[count];
        Map<Slice, Integer> lastUse = new HashMap<>();
        Map<Long, Long> lastTiles = new HashMap<>();
        long next = 0;
        for (int i = 0; i < count; i++) {
            Slice slice = slices.get(i).get(array);
            Integer before = lastUse.put(slice, i);
            copies[i] = before != null && i - before <= keep ? copies[before] : next++;
            lastTiles.put(copies[i], (long) i);
            largest.merge(array, slice.count(), Math::max);
        }
        List<TileOperand> operands = new ArrayList<>();
        int most = 0;
        for (int i = 0; i < count; i++) {
            operands.add(new TileOperand(slices.get(i).get(array), copies[i], lastTiles.get(copies[i])));
            long at = i;
            long held = operands.stream()
                    .filter(operand -> operand.lastTile() >= at)
                    .map(TileOperand::copy)
                    .distinct()
                    .count();
            most = Math.max(most, (int) held);
        }
        buffers.put(array, most + depth - 1);
        return operands;
    }

    @Override
    public long tiles() {
        return tiles.size();
    }

    @Override
    public long groups() {
        return tiles.isEmpty() ? 0 : tiles.getLast().group() + 1;
    }

    @Override
    public Tile tile(long index) {
        return tiles.get((int) index);
    }

    @Override
    public int depth() {
        return depth;
    }

    @Override
    public int buffers(String array) {
        return buffers.getOrDefault(array, 0);
    }

    @Override
    public long largestSlice(String array) {
        return largest.getOrDefault(array, 0L);
    }
}
