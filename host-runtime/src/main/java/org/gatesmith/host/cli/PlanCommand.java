package org.gatesmith.host.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.problem.ProblemSize;
import org.gatesmith.host.run.Devices;
import org.gatesmith.host.tile.DevicePlace;
import org.gatesmith.host.tile.PlanRequest;
import org.gatesmith.host.tile.TilePlan;
import org.gatesmith.host.tile.TilePlanner;
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

    @Mixin
    private PlanOptions planOptions = new PlanOptions();

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Board board = boardOption.board();
        DevicePlace place = place();
        CompiledKernel kernel = kernelOptions.compile();
        new Messages(spec.commandLine().getErr()).print(kernel.warnings(), kernel.sources());
        ProblemSize size = ProblemSize.of(kernel.signature(), planOptions.sizes(), Map.of(), SEED);
        TilePlan plan = TilePlanner.plan(new PlanRequest(
                kernel, board, size, place, planOptions.tiles(), planOptions.depth(), planOptions.hostBytes()));
        PlanText text = new PlanText(
                plan, kernel.signature(), board, planOptions.hostBytes().orElse(PlanRequest.DEFAULT_HOST_BYTES));
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
}
