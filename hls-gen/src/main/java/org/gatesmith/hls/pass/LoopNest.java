package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatesmith.hls.dependence.TripCounts;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;
import org.gatesmith.hls.range.Ranges;

/**
 * Loops each of which holds the next one, and no other, the last one being pipelined.
 *
 * @param loops outermost first, two or more
 * @param inside every value that is defined in the nest
 * @param round number of iterations of the innermost loop, if it is a constant
 */
record LoopNest(List<Op.For> loops, Set<Value> inside, Optional<BigInteger> round) {

    /** Bits of the counter of all iterations, up to which a nest is flattened; the addition must fit a clock cycle. */
    private static final int MAX_COUNTER = 64;

    LoopNest {
        loops = List.copyOf(loops);
    }

    Op.For outermost() {
        return loops.getFirst();
    }

    Op.For innermost() {
        return loops.getLast();
    }

    /** The pipelined loops of a region, at any depth. */
    static List<Op.For> pipelined(Region region) {
        List<Op.For> found = new ArrayList<>();
        for (Op op : region.ops()) {
            if (op instanceof Op.For loop && Cores.isPipelined(loop)) {
                found.add(loop);
            } else {
                op.regions().forEach(inner -> found.addAll(pipelined(inner)));
            }
        }
        return found;
    }

    /** Whether a region holds a pipelined loop inside another one. */
    static boolean mayExist(Region region, boolean inLoop) {
        return region.ops().stream().anyMatch(op -> {
            boolean inside = inLoop || op instanceof Op.For;
            return (inLoop && Cores.isPipelined(op))
                    || op.regions().stream().anyMatch(inner -> mayExist(inner, inside));
        });
    }

    /** The nest that begins with {@code outer}, if it can become one loop. */
    static Optional<LoopNest> of(Op.For outer, Definitions definitions, Ranges ranges) {
        List<Op.For> loops = new ArrayList<>();
        loops.add(outer);
        while (!Cores.isPipelined(loops.getLast())) {
            Optional<Op.For> inner = inner(loops.getLast());
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            loops.add(inner.get());
        }
        if (loops.size() < 2 || hasLoops(loops.getLast().body())) {
            return Optional.empty();
        }
        return new Conditions(loops, definitions, ranges).nest();
    }

    /** The one loop in the body of another, if all else there is straight. */
    private static Optional<Op.For> inner(Op.For loop) {
        List<Op> others =
                loop.body().ops().stream().filter(op -> !isStraight(op)).toList();
        return others.size() == 1 && others.getFirst() instanceof Op.For inner ? Optional.of(inner) : Optional.empty();
    }

    private static boolean isStraight(Op op) {
        return switch (op) {
            case Op.For _, Op.While _, Op.Call _, Op.AllocArray _, Op.AllocFifo _ -> false;
            case Op.If branch ->
                branch.regions().stream().allMatch(r -> r.ops().stream().allMatch(LoopNest::isStraight));
            default -> true;
        };
    }

    private static boolean hasLoops(Region region) {
        return region.ops().stream()
                .anyMatch(op -> op instanceof Op.For
                        || op instanceof Op.While
                        || op.regions().stream().anyMatch(LoopNest::hasLoops));
    }

    /** Whether an operation only computes. */
    static boolean isPure(Op op) {
        return op instanceof Op.Constant
                || op instanceof Op.Compute
                || op instanceof Op.Assume
                || op instanceof Op.TableRef;
    }

    /** Where values stand in a list. */
    static Map<Value, Integer> places(List<Value> values) {
        Map<Value, Integer> places = new IdentityHashMap<>();
        for (int place = 0; place < values.size(); place++) {
            places.put(values.get(place), place);
        }
        return places;
    }

    /** A number of iterations that a loop does not exceed. */
    static BigInteger mostTrips(Op.For loop, Ranges ranges) {
        return ranges.trips(loop)
                .orElseGet(() -> BigInteger.TWO.pow(loop.counter().intType().width()));
    }

    /** What must hold of the loops of a nest. */
    private static final class Conditions {
        private final List<Op.For> loops;
        private final Definitions definitions;
        private final Ranges ranges;
        private final Set<Value> inside = Collections.newSetFromMap(new IdentityHashMap<>());

        Conditions(List<Op.For> loops, Definitions definitions, Ranges ranges) {
            this.loops = loops;
            this.definitions = definitions;
            this.ranges = ranges;
            collect(loops.getFirst().body());
        }

        private void collect(Region region) {
            inside.addAll(region.parameters());
            for (Op op : region.ops()) {
                inside.addAll(op.results());
                op.regions().forEach(this::collect);
            }
        }

        Optional<LoopNest> nest() {
            boolean fits = loops.stream().allMatch(loop -> isRegular(loop) && isCountable(loop))
                    && counterBits() <= MAX_COUNTER
                    && (isPerfect() || innerLoops().allMatch(this::runsAtLeastOnce));
            Optional<BigInteger> round = TripCounts.constant(loops.getLast(), definitions::integer);
            return fits ? Optional.of(new LoopNest(loops, inside, round)) : Optional.empty();
        }

        private Stream<Op.For> innerLoops() {
            return loops.stream().skip(1);
        }

        /** Whether the limits are the same each time, and the counter never wraps around. */
        private boolean isRegular(Op.For loop) {
            return isHoistable(loop.lower())
                    && isHoistable(loop.bound())
                    && TripCounts.neverWraps(loop, range(loop.bound()));
        }

        private boolean isHoistable(Value value) {
            if (!inside.contains(value)) {
                return true;
            }
            return switch (definitions.of(value).orElse(null)) {
                case Op.Constant _ -> true;
                case Op.Compute compute ->
                    Totality.isTotal(compute, definitions)
                            && compute.operands().stream().allMatch(this::isHoistable);
                case null, default -> false;
            };
        }

        private IntRange range(Value value) {
            return definitions.integer(value).map(IntRange::constant).orElseGet(() -> ranges.of(value));
        }

        /** Whether the number of iterations takes no division. */
        private boolean isCountable(Op.For loop) {
            return Long.bitCount(Math.abs(loop.step())) == 1
                    || TripCounts.constant(loop, definitions::integer).isPresent();
        }

        private int counterBits() {
            return loops.stream()
                            .mapToInt(loop -> mostTrips(loop, ranges).bitLength())
                            .sum()
                    + 1;
        }

        private boolean runsAtLeastOnce(Op.For loop) {
            IntRange lower = range(loop.lower());
            IntRange bound = range(loop.bound());
            if (lower.isEmpty() || bound.isEmpty()) {
                return false;
            }
            int order = loop.step() > 0
                    ? bound.min().compareTo(lower.max())
                    : lower.min().compareTo(bound.max());
            return TripCounts.isInclusive(loop) ? order >= 0 : order > 0;
        }

        /**
         * Whether nothing happens in an outer iteration whose inner loop has none: it has no effects, and all it hands on are the
         * results of the inner loop, which is then what that one got.
         */
        private boolean isPerfect() {
            for (int i = 0; i + 1 < loops.size(); i++) {
                Op.For outer = loops.get(i);
                Op.For inner = loops.get(i + 1);
                boolean isQuiet = outer.body().ops().stream().allMatch(op -> op == inner || isPure(op));
                if (!isQuiet || !passesThrough(outer, inner)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean passesThrough(Op.For outer, Op.For inner) {
            Map<Value, Integer> places = places(inner.results());
            for (int i = 0; i < outer.carried().size(); i++) {
                Integer place = places.get(outer.body().yields().get(i));
                if (place == null
                        || inner.initial().get(place) != outer.carried().get(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
