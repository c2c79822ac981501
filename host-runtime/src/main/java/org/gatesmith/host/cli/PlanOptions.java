package org.gatesmith.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.tile.PlanRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How large a problem is, and how it is cut. */
final class PlanOptions {

    private static final Pattern BYTES = Pattern.compile("(\\d{1,12})([KMG]?)");

    @Option(
            names = "--size",
            paramLabel = "NAME=N",
            arity = "1..*",
            description = "Values of scalar parameters, such as m=16384 n=64. Repeatable.")
    private Map<String, String> sizes = new LinkedHashMap<>();

    @Option(
            names = "--tile",
            paramLabel = "NAME=N",
            arity = "1..*",
            description = "Tile sizes that are not to be chosen, such as m=256. Repeatable.")
    private Map<String, String> tiles = new LinkedHashMap<>();

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Tiles under way between two stages; 2 is double buffering. Chosen if not given.")
    private @Nullable Integer depth;

    @Option(
            names = "--memory",
            paramLabel = "BYTES",
            description = "Most that the ring of buffers may take of the host's memory, such as 64M or 2G (256M).")
    private @Nullable String memory;

    /** Scalars as the user wrote them. */
    Map<String, String> sizes() {
        return sizes;
    }

    /** Extents per tile that the user fixed. */
    Map<String, Long> tiles() throws UsageException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, String> tile : tiles.entrySet()) {
            try {
                numbers.put(tile.getKey(), Long.valueOf(tile.getValue().replace("_", "")));
            } catch (NumberFormatException e) {
                throw new UsageException(
                        "--tile " + tile.getKey() + "=" + tile.getValue() + ": takes NAME=N with a whole number");
            }
        }
        return numbers;
    }

    OptionalInt depth() throws UsageException {
        if (depth == null) {
            return OptionalInt.empty();
        }
        if (depth < 1 || depth > PlanRequest.MOST_DEPTH) {
            throw new UsageException("--depth " + depth + ": takes 1 to " + PlanRequest.MOST_DEPTH);
        }
        return OptionalInt.of(depth);
    }

    OptionalLong hostBytes() throws UsageException {
        if (memory == null) {
            return OptionalLong.empty();
        }
        Matcher matcher = BYTES.matcher(memory);
        if (!matcher.matches()) {
            throw new UsageException("--memory " + memory + ": takes a number of bytes, such as 64M or 2G");
        }
        int shift = switch (matcher.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        return OptionalLong.of(Long.parseLong(matcher.group(1)) << shift);
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
