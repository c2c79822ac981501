package org.gatesmith.host.tile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.memory.MemoryPorts;
import org.gatesmith.vendor.BankPlan;

/** Plans how a problem of any size flows through a kernel. */
public final class TilePlanner {

    /** Problems up to this many bytes take milliseconds to move: one call is simplest and nothing is gained by cutting. */
    static final long SMALL_PROBLEM = 16L << 20;

    /** Double buffering. */
    private static final int USUAL_DEPTH = 2;

    private static final int MOST_DEPTH = 8;

    /** A deeper ring must save more than one per cent. */
    private static final double DEEPER_HELPS = 1.01;

    /** Units of a tile whose time stands for that of others. */
    private static final long USUAL_TILE = 512;

    private final PlanRequest request;
    private final KernelSignature signature;
    private final BankPlan banks;
    private final LinkTimes link;
    private final TileRunTime ideal;
    private final PlanCosts costs;
    private final PlanLimits limits;
    private final Divisibility divisibility;
    private final int depth;

    private TilePlanner(PlanRequest request, long hostBytes) throws UsageException {
        this.request = request;
        this.signature = request.kernel().signature();
        this.banks = MemoryPorts.banks(request.kernel(), request.board());
        this.link = LinkTimes.of(request.board());
        this.ideal = new BankTraffic(signature, banks);
        double megahertz = request.board().clocks().kernelDefault();
        this.costs = costs(new KernelTime(request.kernel(), banks, megahertz));
        this.limits = new PlanLimits(signature, costs, hostBytes);
        this.divisibility = new Divisibility(request.kernel(), request.size());
        this.depth = request.depth().orElse(USUAL_DEPTH);
    }

    /**
     * Plans.
     *
     * @throws UsageException no plan respects the limits, or the user fixed something that cannot be; the message says why and
     *     what could be done
     */
    public static TilePlan plan(PlanRequest request) throws UsageException {
        TilePlanner usual = new TilePlanner(request, request.hostBytes().orElse(PlanRequest.DEFAULT_HOST_BYTES));
        if (request.hostBytes().isPresent() || request.place() == DevicePlace.BOARD) {
            return usual.plan();
        }
        try {
            return usual.plan();
        } catch (UsageException tooLarge) {
            return planLarge(request, tooLarge);
        }
    }

    /** A kernel that cannot be cut needs what it needs; an emulator may have half of the machine for it. */
    private static TilePlan planLarge(PlanRequest request, UsageException tooLarge) throws UsageException {
        try {
            return new TilePlanner(request, MachineMemory.bytes() / 2).plan();
        } catch (UsageException _) {
            throw tooLarge;
        }
    }

    private TilePlan plan() throws UsageException {
        FixedTiles fixed = new FixedTiles(signature, request.size(), request.tiles());
        fixed.check();
        TileNest whole = TileNest.of(signature, request.size(), List.of(), depth);
        if (fixed.isEmpty() && isSmall(whole) && limits.permit(whole)) {
            return plan(whole, List.of());
        }
        List<GranularDimension> dimensions = divisibility.tested();
        return plan(search(dimensions, fixed.steps(dimensions, divisibility.unsplit())), dimensions);
    }

    private static boolean isSmall(TileNest whole) {
        return whole.arrays().stream().mapToDouble(TiledArray::bytesMoved).sum() <= SMALL_PROBLEM;
    }

    private TileNest search(List<GranularDimension> dimensions, Map<String, Long> fixed) throws UsageException {
        TileNest smallest = nest(dimensions, fixed, 1);
        TileNest usual = nest(dimensions, fixed, USUAL_TILE);
        TileNest sample = limits.callTrouble(usual).isEmpty() ? usual : smallest;
        if (limits.callTrouble(sample).isPresent()) {
            throw trouble(smallest);
        }
        PlanLimits rough = new PlanLimits(signature, costs(proportional(sample)), limits.hostBytes());
        return new PlanSearch(signature, request.size(), rough, depth)
                .best(dimensions, fixed, costs)
                .orElseThrow(() -> trouble(smallest));
    }

    private UsageException trouble(TileNest smallest) {
        return new UsageException(new PlanTrouble(signature, limits, divisibility.unsplit()).describe(smallest));
    }

    private PlanCosts costs(TileRunTime runTime) {
        return new PlanCosts(banks, link, runTime, request.place());
    }

    private TileRunTime proportional(TileNest sample) {
        Map<String, Long> scalars = sample.tile(0).scalars();
        List<String> cut = sample.loops().stream().map(TileLoop::scalar).toList();
        return new ProportionalTime(ideal, cut, scalars, costs.runTime(scalars));
    }

    /** Loops over tiles of at least so many units, as far as kernel and user permit. */
    private TileNest nest(List<GranularDimension> dimensions, Map<String, Long> fixed, long units) {
        List<TileLoop> loops = dimensions.stream()
                .map(dimension -> new TileLoop(
                        dimension.dimension(),
                        fixed.getOrDefault(dimension.scalar(), dimension.step(units, signature))))
                .sorted(Comparator.comparing(TileLoop::kind))
                .toList();
        return TileNest.of(signature, request.size(), loops, depth);
    }

    private TilePlan plan(TileNest chosen, List<GranularDimension> dimensions) {
        Timeline timeline = Timeline.of(chosen, costs);
        TileNest nest = request.depth().isPresent() ? chosen : chosen.withDepth(bestDepth(chosen, timeline));
        return new TilePlan(
                signature.name(),
                nest,
                nest.arrays().stream()
                        .map(array -> operand(array, nest.depth()))
                        .toList(),
                costs.banks(nest),
                costs.hostBytes(nest),
                dimensions,
                divisibility.unsplit(),
                times(nest, timeline));
    }

    /** The smallest depth that is hardly slower than any other for which there is room. */
    private int bestDepth(TileNest nest, Timeline timeline) {
        List<Integer> possible = IntStream.rangeClosed(USUAL_DEPTH, MOST_DEPTH)
                .filter(ring -> limits.memoryTrouble(nest.withDepth(ring)).isEmpty())
                .boxed()
                .toList();
        double fastest = possible.stream().mapToDouble(timeline::seconds).min().orElse(Double.MAX_VALUE);
        return possible.stream()
                .filter(ring -> timeline.seconds(ring) <= DEEPER_HELPS * fastest)
                .findFirst()
                .orElse(USUAL_DEPTH);
    }

    private PlanTimes times(TileNest nest, Timeline timeline) {
        StageTimes stages = costs.stages(nest);
        return new PlanTimes(
                stages,
                costs.linkSeconds(nest),
                timeline.seconds(nest.depth()),
                timeline.serial(),
                stages.slowest(),
                costs.runLimit(nest),
                costs(ideal).stages(nest).run(),
                link.areMeasured());
    }

    private OperandPlan operand(TiledArray tiled, int ring) {
        Direction direction = tiled.array().direction();
        int directions = (direction.isRead() ? 1 : 0) + (direction.isWritten() ? 1 : 0);
        double once = (double) request.size().elements(tiled.array())
                * tiled.array().type().bytes();
        return new OperandPlan(
                tiled.array().name(),
                direction,
                banks.ofArgument(tiled.array().name()).orElseThrow().bank().name(),
                tiled.sliceBytes(),
                tiled.held(),
                tiled.buffers(ring),
                tiled.transfers(),
                direction.isRead() ? tiled.bytesMoved() : 0,
                direction.isWritten() ? tiled.bytesMoved() : 0,
                once * directions);
    }
}
