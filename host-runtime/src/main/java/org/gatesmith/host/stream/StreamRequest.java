package org.gatesmith.host.stream;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.tile.TileSequence;

/**
 * What to stream. Sources, sinks and the device belong to the caller, who closes them.
 *
 * @param signature of the kernel
 * @param shapes extents of every array by name, outermost first
 * @param tiles of the problem
 * @param sources one per array that the kernel reads, by name
 * @param sinks one per array that it writes, by name
 * @param verification which results to compare
 * @param expectation what to compare with; may be empty only if nothing is verified
 * @param seed chooses the groups of a sample
 */
public record StreamRequest(
        KernelSignature signature,
        Map<String, List<Long>> shapes,
        TileSequence tiles,
        Map<String, ? extends TileSource> sources,
        Map<String, ? extends TileSink> sinks,
        Verification verification,
        Optional<Expectation> expectation,
        long seed,
        StreamOptions options) {

    public StreamRequest {
        shapes = Map.copyOf(shapes);
        sources = Map.copyOf(sources);
        sinks = Map.copyOf(sinks);
        if (expectation.isEmpty() && !(verification instanceof Verification.None)) {
            throw new IllegalArgumentException("nothing to verify with");
        }
        for (Parameter.Array array : signature.arrays().toList()) {
            requireEnds(array, sources, sinks);
        }
    }

    private static void requireEnds(Parameter.Array array, Map<String, ?> sources, Map<String, ?> sinks) {
        boolean noSource = array.direction().isRead() && !sources.containsKey(array.name());
        if (noSource || (array.direction().isWritten() && !sinks.containsKey(array.name()))) {
            throw new IllegalArgumentException("'" + array.name() + "' has no " + (noSource ? "source" : "sink"));
        }
    }

    /** Extents of an array. */
    List<Long> shape(Parameter.Array array) {
        return Objects.requireNonNull(shapes.get(array.name()), array.name());
    }
}
