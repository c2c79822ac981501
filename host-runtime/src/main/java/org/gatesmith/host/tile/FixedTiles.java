package org.gatesmith.host.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.problem.ProblemSize;

/**
 * Tile sizes that the user fixed.
 *
 * @param tiles units per tile by scalar
 */
record FixedTiles(KernelSignature signature, ProblemSize size, Map<String, Long> tiles) {

    FixedTiles {
        tiles = new TreeMap<>(tiles);
    }

    boolean isEmpty() {
        return tiles.isEmpty();
    }

    /** Refuses names that are no extents, and tiles of nothing. */
    void check() throws UsageException {
        List<String> known = signature
                .scalars()
                .filter(scalar -> ShapeAnalysis.isExtent(signature, scalar))
                .map(Parameter::name)
                .toList();
        for (Map.Entry<String, Long> tile : tiles.entrySet()) {
            if (!known.contains(tile.getKey())) {
                throw new UsageException(option(tile) + "no extent depends on \"" + tile.getKey() + "\""
                        + NearestName.hint(tile.getKey(), known) + "; those that can be given are "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
            if (tile.getValue() < 1) {
                throw new UsageException(option(tile) + "a tile has at least one element");
            }
        }
    }

    /**
     * Units per tile for the search; a tile that holds everything is no cut.
     *
     * @throws UsageException a dimension cannot be cut, or not into such tiles
     */
    Map<String, Long> steps(List<GranularDimension> dimensions, List<Unsplit> unsplit) throws UsageException {
        Map<String, Long> steps = new LinkedHashMap<>();
        for (Map.Entry<String, Long> tile : tiles.entrySet()) {
            if (tile.getValue() >= Objects.requireNonNull(size.scalars().get(tile.getKey()))) {
                steps.put(tile.getKey(), Long.MAX_VALUE);
                continue;
            }
            GranularDimension dimension = dimensions.stream()
                    .filter(other -> other.scalar().equals(tile.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            option(tile) + tile.getKey() + " cannot be cut: " + reason(tile.getKey(), unsplit)));
            if (tile.getValue() % dimension.granule() != 0) {
                throw new UsageException(
                        option(tile) + "the kernel's results stay the same only for tiles of a multiple of "
                                + dimension.granule() + "; take " + dimension.step(tile.getValue(), signature));
            }
            steps.put(tile.getKey(), tile.getValue());
        }
        return steps;
    }

    private static String option(Map.Entry<String, Long> tile) {
        return "--tile " + tile.getKey() + "=" + tile.getValue() + ": ";
    }

    private static String reason(String scalar, List<Unsplit> unsplit) {
        return unsplit.stream()
                .filter(not -> not.scalar().equals(scalar))
                .map(Unsplit::reason)
                .collect(Collectors.joining());
    }
}
