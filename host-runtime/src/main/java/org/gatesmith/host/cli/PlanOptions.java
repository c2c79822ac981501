package org.gatesmith.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.run.RunOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How large a problem is, and how it is cut. */
final class PlanOptions {

    @Option(
            names = "--size",
            paramLabel = "NAME=N",
            arity = "1..*",
            description = "Values of scalar parameters, such as m=256 n=64. Repeatable.")
    private Map<String, String> sizes = new LinkedHashMap<>();

    @Option(
            names = "--tile",
            paramLabel = "NAME=N",
            arity = "1..*",
            description = "Sizes of a tile, such as m=256; the planner chooses the others. Repeatable.")
    private Map<String, Long> tiles = new LinkedHashMap<>();

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Tiles under way between two stages; the planner chooses if it is not given.")
    private @Nullable Integer depth;

    @Option(
            names = "--memory",
            paramLabel = "BYTES",
            description = "Most that buffers may take of the host's memory, such as 512M (256M).")
    private @Nullable String memory;

    Map<String, String> sizes() {
        return sizes;
    }

    /** The options with these choices. */
    RunOptions applied(RunOptions options) throws UsageException {
        return options.withTiles(tiles)
                .withDepth(depth())
                .withHostBytes(memory == null ? options.hostBytes() : ByteCount.parse("--memory", memory));
    }

    private OptionalInt depth() throws UsageException {
        if (depth != null && depth < 1) {
            throw new UsageException("--depth " + depth + ": at least one tile is under way");
        }
        return depth == null ? OptionalInt.empty() : OptionalInt.of(depth);
    }

    /** The options as they can be given again. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        sizes.forEach((name, value) -> arguments.addAll(List.of("--size", name + "=" + value)));
        tiles.forEach((name, value) -> arguments.addAll(List.of("--tile", name + "=" + value)));
        if (depth != null) {
            arguments.addAll(List.of("--depth", depth.toString()));
        }
        if (memory != null) {
            arguments.addAll(List.of("--memory", memory));
        }
        return arguments;
    }
}
