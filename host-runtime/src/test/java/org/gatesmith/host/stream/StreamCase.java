package org.gatesmith.host.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.tile.TileSequence;

/** A problem with random inputs on the heap; tests replace what they are about. */
final class StreamCase {

    static final long SEED = 7;

    final TestKernel kernel;
    final Map<String, Long> size;
    final Map<String, List<Long>> shapes;
    final TileSequence tiles;
    final Map<String, TileSource> sources = new HashMap<>();
    final Map<String, TileSink> sinks = new HashMap<>();

    /** What the sinks of the outputs write, unless replaced. */
    final Map<String, Object> outputs = new LinkedHashMap<>();

    Verification verification = new Verification.All();
    Expectation expectation;
    StreamOptions options = StreamOptions.DEFAULT.withWorkers(2);
    GroupLedger ledger = GroupLedger.inMemory();
    Progress progress = Progress.SILENT;

    StreamCase(TestKernel kernel, Map<String, Long> size, TileSequence tiles) throws DataException {
        this.kernel = kernel;
        this.size = size;
        this.shapes = kernel.shapes(size);
        this.tiles = tiles;
        this.expectation = kernel.expectation();
        for (Parameter.Array array : kernel.signature().arrays().toList()) {
            List<Long> shape = shapes.get(array.name());
            sources.put(array.name(), GeneratedSource.random(array, shape, SEED));
            if (array.direction().isWritten()) {
                Object output = Elements.newArray(array.type(), elements(shape));
                outputs.put(array.name(), output);
                sinks.put(array.name(), ArrayInMemory.of(output, shape));
            }
        }
    }

    /** A matrix product of 4×3 output tiles, each of 2 tiles along k. */
    static StreamCase gemm() throws DataException {
        TestKernel kernel = TestKernel.gemm();
        Map<String, Long> size = Map.of("m", 10L, "n", 8L, "k", 6L);
        return new StreamCase(kernel, size, new SplitSequence(kernel, size, Map.of("m", 3L, "n", 3L, "k", 3L), 2, 6));
    }

    /** As many independent tiles as wanted, each of one element. */
    static StreamCase independent(int tiles, int depth) throws DataException {
        TestKernel kernel = TestKernel.not();
        Map<String, Long> size = Map.of("n", (long) tiles);
        return new StreamCase(kernel, size, new SplitSequence(kernel, size, Map.of("n", 1L), depth, 0));
    }

    private static long elements(List<Long> shape) {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    StreamRequest request() {
        return new StreamRequest(
                kernel.signature(),
                shapes,
                tiles,
                sources,
                sinks,
                verification,
                Optional.of(expectation),
                SEED,
                options);
    }

    Streamer on(Device device) {
        return new Streamer(request(), device, ledger, progress);
    }

    /** The outputs of one call with the whole arrays. */
    Map<String, Object> untiled() throws DataException {
        List<Object> arguments = new ArrayList<>();
        Map<String, Object> results = new LinkedHashMap<>();
        for (Parameter parameter : kernel.signature().parameters()) {
            switch (parameter) {
                case Parameter.Array array -> {
                    List<Long> shape = shapes.get(array.name());
                    Object contents = Elements.newArray(array.type(), elements(shape));
                    if (array.direction().isRead()) {
                        Elements random = Elements.copyOf(contents);
                        GeneratedSource.random(array, shape, SEED).read(whole(shape), random);
                        random.copyTo(contents);
                    }
                    if (array.direction().isWritten()) {
                        results.put(array.name(), contents);
                    }
                    arguments.add(contents);
                }
                case Parameter.Scalar scalar -> arguments.add(size.get(scalar.name()));
            }
        }
        kernel.call(arguments);
        return results;
    }

    static org.gatesmith.host.tile.Slice whole(List<Long> shape) {
        return new org.gatesmith.host.tile.Slice(
                shape.stream().map(extent -> 0L).toList(), shape);
    }
}
