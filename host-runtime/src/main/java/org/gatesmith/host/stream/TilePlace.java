package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatesmith.hls.signature.Formula;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.Tile;

/** Says which part of the problem a tile is, by the scalars that stand alone as an extent of an array. */
final class TilePlace {

    private TilePlace() {}

    /** For example {@code tile 17 (m 256..511, n 0..511)}: first and last index in every dimension. */
    static String of(Tile tile, KernelSignature signature) {
        Map<String, String> ranges = new TreeMap<>();
        signature
                .arrays()
                .forEach(array -> addRanges(array, tile.operand(array.name()).slice(), ranges));
        List<String> inOrder = new ArrayList<>();
        signature
                .scalars()
                .map(Parameter::name)
                .filter(ranges::containsKey)
                .forEach(name -> inOrder.add(name + " " + ranges.get(name)));
        return "tile " + tile.index() + (inOrder.isEmpty() ? "" : " (" + String.join(", ", inOrder) + ")");
    }

    private static void addRanges(Parameter.Array array, Slice slice, Map<String, String> ranges) {
        for (int d = 0; d < array.shape().size(); d++) {
            if (array.shape().get(d) instanceof Formula.Name(String name)) {
                long from = slice.origin().get(d);
                ranges.putIfAbsent(name, from + ".." + (from + slice.extents().get(d) - 1));
            }
        }
    }
}
