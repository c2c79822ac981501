package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatesmith.board.NearestName;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.UsageException;
import org.gatesmith.host.memory.MemoryPorts;
import org.gatesmith.vendor.BankPlan;

/** Plans how a problem of any size flows through a kernel. */
public final class TilePlanner {

    /** Problems up to this many bytes take milliseconds to move: one call is simplest and nothing is gained by cutting. */
    static final long SMALL_PROBLEM = 16L << 20;

    /** Double buffering. */
    private static final int USUAL_DEPTH = 2;

    private final PlanRequest request;
    private final KernelSignature signature;
    private final BankPlan banks;
    private final PlanCosts costs;
    private final PlanLimits limits;
    private final List<Unsplit> unsplit = new ArrayList<>();

    private TilePlanner(PlanRequest request) throws UsageException {
        this.request = request;
        this.signature = request.kernel().signature();
        this.banks = MemoryPorts.banks(request.kernel(), request.board());
        this.costs =
                new PlanCosts(banks, LinkTimes.of(request.board()), new BankTraffic(signature, banks), request.place());
        this.limits = new PlanLimits(signature, costs, request.hostBytes());
    }

    /**
     * Plans.
     *
     * @throws UsageException no plan respects the limits, or the user fixed something that cannot be; the message says why and
     *     what could be done
     */
    public static TilePlan plan(PlanRequest request) throws UsageException {
        return new TilePlanner(request).plan();
    }

    private TilePlan plan() throws UsageException {
        checkFixed();
        int depth = request.depth().orElse(USUAL_DEPTH);
        List<SplitDimension> candidates = candidates();
        TileNest whole = TileNest.of(signature, request.size(), List.of(), depth);
        if (request.tiles().isEmpty() && isSmall(whole) && limits.permit(whole)) {
            return plan(whole, List.of());
        }
        List<GranularDimension> dimensions = permitted(candidates);
        Map<String, Long> fixed = fixedSteps(dimensions);
        Optional<TileNest> best = new PlanSearch(signature, request.size(), limits, depth).best(dimensions, fixed);
        if (best.isEmpty()) {
            throw new UsageException(new PlanTrouble(signature, limits, unsplit).describe(smallest(dimensions, fixed)));
        }
        return plan(best.get(), dimensions);
    }

    /** Dimensions that the shapes permit to cut. */
    private List<SplitDimension> candidates() {
        List<SplitDimension> candidates = new ArrayList<>();
        for (Splitting splitting : ShapeAnalysis.of(signature, request.size().scalars())) {
            switch (splitting) {
                case Splitting.Possible possible -> candidates.add(possible.dimension());
                case Splitting.Impossible impossible ->
                    unsplit.add(new Unsplit(impossible.scalar(), impossible.reason()));
            }
        }
        return candidates;
    }

    private static boolean isSmall(TileNest whole) {
        return whole.arrays().stream().mapToDouble(TiledArray::bytesMoved).sum() <= SMALL_PROBLEM;
    }

    /** Those that the kernel permits as well, each alone and all together; parallel ones and large ones come first. */
    private List<GranularDimension> permitted(List<SplitDimension> candidates) {
        SplitProbe probe = new SplitProbe(request.kernel(), request.size());
        List<GranularDimension> permitted = new ArrayList<>();
        List<SplitDimension> ordered = candidates.stream()
                .filter(dimension -> dimension.units() > 1)
                .sorted(Comparator.comparing(SplitDimension::kind)
                        .thenComparing(
                                Comparator.comparingLong(SplitDimension::units).reversed()))
                .toList();
        for (SplitDimension dimension : ordered) {
            Optional<String> obstacle = conflict(dimension, permitted);
            if (obstacle.isEmpty()) {
                obstacle = tested(probe, dimension, permitted);
            }
            obstacle.ifPresent(reason -> unsplit.add(new Unsplit(dimension.scalar(), reason)));
        }
        return permitted;
    }

    /** Adds a dimension if it passes; what was found otherwise. */
    private static Optional<String> tested(
            SplitProbe probe, SplitDimension dimension, List<GranularDimension> permitted) {
        return switch (probe.test(dimension)) {
            case SplitProbe.Refused refused -> Optional.of(refused.reason());
            case SplitProbe.Permitted alone -> {
                List<GranularDimension> together = new ArrayList<>(permitted);
                together.add(alone.dimension());
                Optional<String> trouble = together.size() == 1 ? Optional.empty() : probe.testTogether(together);
                if (trouble.isEmpty()) {
                    permitted.add(alone.dimension());
                }
                yield trouble;
            }
        };
    }

    /** An extent can be cut by one scalar only. */
    private static Optional<String> conflict(SplitDimension dimension, List<GranularDimension> permitted) {
        for (GranularDimension other : permitted) {
            for (Map.Entry<String, Cut> cut : dimension.cuts().entrySet()) {
                Cut same = other.dimension().cuts().get(cut.getKey());
                if (same != null && same.dimension() == cut.getValue().dimension()) {
                    return Optional.of("one extent of '" + cut.getKey() + "' depends on it and on " + other.scalar()
                            + ", which is cut");
                }
            }
        }
        return Optional.empty();
    }

    private void checkFixed() throws UsageException {
        List<String> known = signature
                .scalars()
                .filter(scalar -> ShapeAnalysis.isExtent(signature, scalar))
                .map(Parameter::name)
                .toList();
        for (Map.Entry<String, Long> tile : request.tiles().entrySet()) {
            if (!known.contains(tile.getKey())) {
                throw new UsageException("--tile " + tile.getKey() + "=" + tile.getValue() + ": no extent depends on \""
                        + tile.getKey() + "\"" + NearestName.hint(tile.getKey(), known)
                        + "; those that can be given are "
                        + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
            if (tile.getValue() < 1) {
                throw new UsageException(
                        "--tile " + tile.getKey() + "=" + tile.getValue() + ": a tile has at least one element");
            }
        }
    }

    /** Units per tile that the user chose. */
    private Map<String, Long> fixedSteps(List<GranularDimension> dimensions) throws UsageException {
        Map<String, Long> steps = new LinkedHashMap<>();
        for (Map.Entry<String, Long> tile : new java.util.TreeMap<>(request.tiles()).entrySet()) {
            String scalar = tile.getKey();
            long value = tile.getValue();
            if (value >= Objects.requireNonNull(request.size().scalars().get(scalar))) {
                steps.put(scalar, Long.MAX_VALUE);
                continue;
            }
            GranularDimension dimension = dimensions.stream()
                    .filter(d -> d.scalar().equals(scalar))
                    .findFirst()
                    .orElseThrow(() -> new UsageException(
                            "--tile " + scalar + "=" + value + ": " + scalar + " cannot be cut: " + reason(scalar)));
            if (value % dimension.granule() != 0) {
                throw new UsageException(
                        "--tile " + scalar + "=" + value + ": the kernel's results stay the same only for"
                                + " tiles of a multiple of " + dimension.granule() + "; take "
                                + Math.ceilDiv(value, dimension.granule()) * dimension.granule());
            }
            steps.put(scalar, value);
        }
        return steps;
    }

    private String reason(String scalar) {
        return unsplit.stream()
                .filter(not -> not.scalar().equals(scalar))
                .map(Unsplit::reason)
                .collect(Collectors.joining());
    }

    /** The plan that takes least memory. */
    private TileNest smallest(List<GranularDimension> dimensions, Map<String, Long> fixed) {
        List<TileLoop> loops = dimensions.stream()
                .map(dimension -> new TileLoop(
                        dimension.dimension(), fixed.getOrDefault(dimension.scalar(), dimension.granule())))
                .sorted(Comparator.comparing(TileLoop::kind))
                .toList();
        return TileNest.of(signature, request.size(), loops, request.depth().orElse(USUAL_DEPTH));
    }

    private TilePlan plan(TileNest nest, List<GranularDimension> dimensions) {
        return new TilePlan(
                signature.name(),
                nest,
                nest.arrays().stream()
                        .map(array -> operand(array, nest.depth()))
                        .toList(),
                costs.banks(nest),
                costs.hostBytes(nest),
                dimensions,
                unsplit,
                costs.stages(nest),
                costs.seconds(nest));
    }

    private OperandPlan operand(TiledArray tiled, int depth) {
        Direction direction = tiled.array().direction();
        double once = (double) request.size().elements(tiled.array())
                * tiled.array().type().bytes();
        return new OperandPlan(
                tiled.array().name(),
                direction,
                banks.ofArgument(tiled.array().name()).orElseThrow().bank().name(),
                tiled.sliceBytes(),
                tiled.held(),
                tiled.buffers(depth),
                tiled.transfers(),
                direction.isRead() ? tiled.bytesMoved() : 0,
                direction.isWritten() ? tiled.bytesMoved() : 0,
                once * ((direction.isRead() ? 1 : 0) + (direction.isWritten() ? 1 : 0)));
    }
}
