package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.host.problem.ProblemSize;

/**
 * Finds tile sizes, an order of the loops and what stays on the device, such that the predicted time is least, then the bytes
 * moved, then the calls. Tile sizes are powers of two times the granule, and even divisions of the whole.
 */
final class PlanSearch {

    /** Plans whose times differ by less are as good as each other; the prediction is not better than that. */
    private static final double SAME_TIME = 1.03;

    /** Parts into which a dimension is divided evenly. */
    private static final List<Long> DIVISIONS = List.of(2L, 3L, 4L, 5L, 6L, 7L, 8L, 10L, 12L, 16L);

    /** With fewer parts there is little to verify beside the run, to show as progress, or to keep when a run is interrupted. */
    private static final long FEWEST_GROUPS = 16;

    /** How many plans are judged again with precise costs. */
    private static final int FINALISTS = 64;

    /** Beyond this many tiles no plan can be good: a transfer takes microseconds. */
    private static final double MOST_TILES = 1e9;

    private final KernelSignature signature;
    private final ProblemSize size;
    private final PlanLimits limits;
    private final PlanCosts costs;
    private final int depth;

    /** The best so far, the very best first. */
    private final List<Candidate> finalists = new ArrayList<>();

    PlanSearch(KernelSignature signature, ProblemSize size, PlanLimits limits, int depth) {
        this.signature = signature;
        this.size = size;
        this.limits = limits;
        this.costs = limits.costs();
        this.depth = depth;
    }

    /**
     * A plan with what it is judged by. Among plans of about the same time the one that moves least is best, then the one that
     * cuts fewest reductions, whose partial sums make the kernel load and store its results again, then the one with fewest
     * calls, but not too few.
     */
    private record Candidate(TileNest nest, double seconds, double bytes, long reductions, long tiles, long memory) {

        private static final Comparator<Candidate> THRIFT = Comparator.comparingDouble(Candidate::bytes)
                .thenComparingLong(Candidate::reductions)
                .thenComparingLong(Candidate::missingGroups)
                .thenComparingLong(Candidate::tiles)
                .thenComparingLong(Candidate::memory);

        /** The time in steps of {@link #SAME_TIME}, then thrift. */
        private static final Comparator<Candidate> ORDER =
                Comparator.comparingLong(Candidate::timeClass).thenComparing(THRIFT);

        static Candidate of(TileNest nest, PlanCosts costs) {
            return new Candidate(
                    nest,
                    costs.seconds(nest),
                    PlanCosts.bytesIn(nest) + PlanCosts.bytesOut(nest),
                    nest.loops().stream()
                            .filter(loop -> loop.kind() == LoopKind.REDUCTION)
                            .count(),
                    nest.tiles(),
                    costs.boardBytes(nest) + costs.hostBytes(nest));
        }

        private long missingGroups() {
            return Math.max(0, FEWEST_GROUPS - nest.groups());
        }

        private long timeClass() {
            return Math.round(Math.log(seconds) / Math.log(SAME_TIME));
        }
    }

    /**
     * The best plan; empty if none respects the limits.
     *
     * @param fixed units per tile that the user chose, by scalar
     * @param precise costs by which the best few are judged again
     */
    Optional<TileNest> best(List<GranularDimension> dimensions, Map<String, Long> fixed, PlanCosts precise) {
        finalists.clear();
        choose(dimensions, fixed, new ArrayList<>(), 1);
        List<Candidate> judged = finalists.stream()
                .map(candidate -> Candidate.of(candidate.nest(), precise))
                .toList();
        double fastest = judged.stream().mapToDouble(Candidate::seconds).min().orElse(0);
        return judged.stream()
                .filter(candidate -> candidate.seconds() <= SAME_TIME * fastest)
                .min(Candidate.THRIFT)
                .map(Candidate::nest);
    }

    private void choose(
            List<GranularDimension> dimensions, Map<String, Long> fixed, List<TileLoop> chosen, double tiles) {
        if (chosen.size() == dimensions.size()) {
            tryOrders(chosen);
            return;
        }
        GranularDimension next = dimensions.get(chosen.size());
        Long step = fixed.get(next.scalar());
        for (long candidate : step == null ? steps(next) : List.of(step)) {
            TileLoop loop = new TileLoop(next.dimension(), candidate);
            if (tiles * loop.trips() <= MOST_TILES) {
                chosen.add(loop);
                choose(dimensions, fixed, chosen, tiles * loop.trips());
                chosen.removeLast();
            }
        }
    }

    /** Units per tile worth trying. */
    static List<Long> steps(GranularDimension dimension) {
        long units = dimension.dimension().units();
        long granule = dimension.granule();
        TreeSet<Long> steps = new TreeSet<>();
        for (long step = granule; step < units && step > 0; step *= 2) {
            steps.add(step);
        }
        for (long parts : DIVISIONS) {
            steps.add(Math.max(1, Math.ceilDiv(Math.ceilDiv(units, parts), granule)) * granule);
        }
        steps.removeIf(step -> step >= units);
        steps.add(Math.max(1, units));
        return List.copyOf(steps);
    }

    private void tryOrders(List<TileLoop> chosen) {
        List<TileLoop> parallel = cut(chosen, LoopKind.PARALLEL);
        List<TileLoop> reductions = cut(chosen, LoopKind.REDUCTION);
        TileNest any = nest(parallel, reductions);
        if (limits.permit(any)) {
            for (List<TileLoop> order : permutations(parallel)) {
                judge(withResidents(nest(order, reductions)));
            }
        }
    }

    private static List<TileLoop> cut(List<TileLoop> loops, LoopKind kind) {
        return loops.stream()
                .filter(loop -> loop.kind() == kind && loop.trips() > 1)
                .toList();
    }

    private TileNest nest(List<TileLoop> parallel, List<TileLoop> reductions) {
        List<TileLoop> loops = new ArrayList<>(parallel);
        loops.addAll(reductions);
        return TileNest.of(signature, size, loops, depth);
    }

    /** Lets inputs stay on the device as far as there is room, those first that save most per byte of room. */
    TileNest withResidents(TileNest start) {
        TileNest nest = start;
        for (Optional<TileNest> better = improved(nest); better.isPresent(); better = improved(nest)) {
            nest = better.get();
        }
        return nest;
    }

    private Optional<TileNest> improved(TileNest nest) {
        Optional<TileNest> found = Optional.empty();
        double most = 0;
        for (TiledArray array : nest.arrays()) {
            if (array.array().direction().isWritten()) {
                continue;
            }
            for (int level : array.levels()) {
                TiledArray changed = array.withLevel(level);
                double saved = array.bytesMoved() - changed.bytesMoved();
                double room = Math.max(1, (double) (changed.held() - array.held()) * array.sliceBytes());
                if (saved / room > most && changed.held() < Integer.MAX_VALUE / 2) {
                    TileNest candidate = nest.withLevel(array, level);
                    if (limits.memoryTrouble(candidate).isEmpty()) {
                        most = saved / room;
                        found = Optional.of(candidate);
                    }
                }
            }
        }
        return found;
    }

    /** Keeps a plan if it is among the best. */
    private void judge(TileNest nest) {
        Candidate candidate = Candidate.of(nest, costs);
        if (finalists.size() == FINALISTS && Candidate.ORDER.compare(candidate, finalists.getLast()) >= 0) {
            return;
        }
        int place = 0;
        while (place < finalists.size() && Candidate.ORDER.compare(finalists.get(place), candidate) <= 0) {
            place++;
        }
        finalists.add(place, candidate);
        if (finalists.size() > FINALISTS) {
            finalists.removeLast();
        }
    }

    private static List<List<TileLoop>> permutations(List<TileLoop> loops) {
        if (loops.size() < 2) {
            return List.of(loops);
        }
        List<List<TileLoop>> all = new ArrayList<>();
        for (TileLoop first : loops) {
            List<TileLoop> rest = new ArrayList<>(loops);
            rest.remove(first);
            for (List<TileLoop> tail : permutations(rest)) {
                List<TileLoop> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            }
        }
        return all;
    }
}
