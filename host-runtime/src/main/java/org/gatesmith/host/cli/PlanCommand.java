package org.gatesmith.host.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.run.Devices;
import org.gatesmith.host.tile.DevicePlace;
import org.gatesmith.host.tile.PlanRequest;
import org.gatesmith.host.tile.TilePlan;
import org.gatesmith.host.tile.TilePlanner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gatesmith plan}. */
@Command(
        name = "plan",
        description = "Shows how a problem is cut into tiles for a board, what is moved, and how long it takes.",
        footer = {
            "",
            "Scalars that are not given are 64 where they are extents of an array. Which dimensions may be cut follows from the",
            "shapes and from tests of the Java method at small sizes. Times of the kernel are lower bounds."
        })
final class PlanCommand implements Callable<Integer> {

    private static final String BOARD = "board";

    /** Seed of scalars that are neither given nor extents, as {@code run} has it. */
    private static final long SEED = 1;

    private static final Pattern BYTES = Pattern.compile("(\\d{1,12})([KMG]?)");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Mixin
    private BoardOption boardOption = new BoardOption();

    @Option(
            names = "--on",
            paramLabel = "DEVICE",
            defaultValue = BOARD,
            description =
                    "Where the kernel is to run: board (${DEFAULT-VALUE}), jvm or csim. The buffers of the latter two"
                            + " count as memory of the host.")
    private String device = BOARD;

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
            defaultValue = "256M",
            description =
                    "Most that the ring of buffers may take of the host's memory, such as 64M or 2G (${DEFAULT-VALUE}).")
    private String memory = "256M";

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Board board = boardOption.board();
        DevicePlace place = place();
        Map<String, Long> fixed = tiles(tiles);
        long hostBytes = bytes(memory);
        CompiledKernel kernel = kernelOptions.compile();
        new Messages(spec.commandLine().getErr()).print(kernel.warnings(), kernel.sources());
        ProblemSize size = ProblemSize.of(kernel.signature(), sizes, Map.of(), SEED);
        TilePlan plan = TilePlanner.plan(new PlanRequest(kernel, board, size, place, fixed, depth(), hostBytes));
        PlanText text = new PlanText(plan, kernel.signature(), board, hostBytes);
        spec.commandLine().getOut().println(json ? text.json() : text.plain());
        return 0;
    }

    private DevicePlace place() throws UsageException {
        if (device.equals(BOARD)) {
            return DevicePlace.BOARD;
        }
        Devices.requireKnown(device);
        return DevicePlace.HOST;
    }

    private OptionalInt depth() throws UsageException {
        if (depth == null) {
            return OptionalInt.empty();
        }
        if (depth < 1 || depth > PlanRequest.MOST_DEPTH) {
            throw new UsageException("--depth " + depth + ": takes 1 to " + PlanRequest.MOST_DEPTH);
        }
        return OptionalInt.of(depth);
    }

    private static Map<String, Long> tiles(Map<String, String> given) throws UsageException {
        Map<String, Long> tiles = new LinkedHashMap<>();
        for (Map.Entry<String, String> tile : given.entrySet()) {
            try {
                tiles.put(tile.getKey(), Long.valueOf(tile.getValue().replace("_", "")));
            } catch (NumberFormatException e) {
                throw new UsageException(
                        "--tile " + tile.getKey() + "=" + tile.getValue() + ": takes NAME=N with a whole number");
            }
        }
        return tiles;
    }

    private static long bytes(String text) throws UsageException {
        Matcher matcher = BYTES.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException("--memory " + text + ": takes a number of bytes, such as 64M or 2G");
        }
        int shift = switch (matcher.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        return Long.parseLong(matcher.group(1)) << shift;
    }
}
