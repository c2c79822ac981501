package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * Whether an array is written as a whole before it is read. Only nests of counted loops with constant limits, which store an
 * element for every index, count as writing the whole. Such a nest may itself read what it has just stored; all else that reads
 * before one is taken for a read of something unwritten.
 */
final class FirstAccess {

    private final Value array;
    private final List<Integer> extents;
    private final Definitions definitions;
    private final Program program;

    /** What a stretch of the program does to an array of which nothing has been written before. */
    private enum Effect {
        /** Some elements may be written, none is read. */
        NONE,
        /** All elements are written; what is read was written before. */
        WRITTEN,
        /** An element may be read that was not written. */
        READ
    }

    FirstAccess(Op.AllocArray alloc, Definitions definitions, Program program) {
        this(alloc.result(), alloc.type().extents(), definitions, program);
    }

    private FirstAccess(Value array, List<Integer> extents, Definitions definitions, Program program) {
        this.array = array;
        this.extents = extents;
        this.definitions = definitions;
        this.program = program;
    }

    /**
     * Whether no element is read unwritten.
     *
     * @param home the region that creates the array; its life ends with it
     */
    boolean isWrittenFirst(Region home) {
        return effect(home.ops()) != Effect.READ;
    }

    private Effect effect(List<Op> ops) {
        for (Op op : ops) {
            Effect effect = touches(op) ? effect(op) : Effect.NONE;
            if (effect != Effect.NONE) {
                return effect;
            }
        }
        return Effect.NONE;
    }

    private Effect effect(Op op) {
        return switch (op) {
            case Op.Load _ -> Effect.READ;
            case Op.Call call -> effect(call);
            case Op.If branch ->
                either(
                        effect(branch.thenRegion().ops()),
                        effect(branch.elseRegion().ops()));
            case Op.For loop -> effect(loop);
            case Op.While loop -> effect(loop);
            default -> Effect.NONE;
        };
    }

    /** What the function does that is given the array. */
    private Effect effect(Op.Call call) {
        Function callee = program.function(call.callee());
        int position = call.operands().indexOf(array);
        if (position != call.operands().lastIndexOf(array)) {
            return Effect.READ;
        }
        Value parameter = callee.parameters().get(position);
        return new FirstAccess(parameter, extents, Definitions.of(callee), program)
                .effect(callee.body().ops());
    }

    private static Effect either(Effect a, Effect b) {
        if (a == Effect.READ || b == Effect.READ) {
            return Effect.READ;
        }
        return a == Effect.WRITTEN && b == Effect.WRITTEN ? Effect.WRITTEN : Effect.NONE;
    }

    private Effect effect(Op.For loop) {
        if (readsOnlyItsOwn(loop.body(), new ArrayList<>()) && writesAll(loop, new IdentityHashMap<>())) {
            return Effect.WRITTEN;
        }
        Effect body = effect(loop.body().ops());
        return body == Effect.WRITTEN && !runsAtLeastOnce(loop) ? Effect.NONE : body;
    }

    /** The condition is evaluated at least once, the body perhaps never. */
    private Effect effect(Op.While loop) {
        Effect before = effect(loop.before().ops());
        if (before != Effect.NONE) {
            return before;
        }
        return effect(loop.body().ops()) == Effect.READ ? Effect.READ : Effect.NONE;
    }

    /**
     * Whether a nest stores every element.
     *
     * @param around for each counter of the loops around, which all run from 0, the number of their iterations
     */
    private boolean writesAll(Op.For loop, Map<Value, Integer> around) {
        Optional<Integer> iterations = iterationsFromZero(loop);
        if (iterations.isEmpty()) {
            return false;
        }
        Map<Value, Integer> counters = new IdentityHashMap<>(around);
        counters.put(loop.counter(), iterations.get());
        return loop.body().ops().stream()
                .anyMatch(op -> op instanceof Op.For inner
                        ? writesAll(inner, counters)
                        : op instanceof Op.Store store && store.memory() == array && reachesAll(store, counters));
    }

    /** Whether each index is a counter of its own that runs through the whole dimension. */
    private boolean reachesAll(Op.Store store, Map<Value, Integer> counters) {
        Set<Value> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int dimension = 0; dimension < extents.size(); dimension++) {
            Value counter = definitions.withoutWidening(store.indices().get(dimension));
            boolean covers = extents.get(dimension).equals(counters.get(counter)) && used.add(counter);
            if (!covers) {
                return false;
            }
        }
        return true;
    }

    /** The number of iterations, at least one, of a loop that counts 0, 1, 2, … */
    private Optional<Integer> iterationsFromZero(Op.For loop) {
        boolean countsUp = loop.step() == 1
                && definitions
                        .integer(loop.lower())
                        .filter(BigInteger.ZERO::equals)
                        .isPresent();
        return countsUp
                ? definitions.integer(loop.bound()).flatMap(bound -> iterations(loop, bound))
                : Optional.empty();
    }

    private static Optional<Integer> iterations(Op.For loop, BigInteger bound) {
        BigInteger count = loop.relation() == Operator.LE ? bound.add(BigInteger.ONE) : bound;
        boolean counts = count.signum() > 0 && loop.counter().intType().contains(count);
        return counts && count.bitLength() < Integer.SIZE ? Optional.of(count.intValue()) : Optional.empty();
    }

    private boolean runsAtLeastOnce(Op.For loop) {
        return iterationsFromZero(loop).isPresent();
    }

    private boolean touches(Op op) {
        return op.operands().contains(array)
                || op.regions().stream()
                        .anyMatch(region -> region.ops().stream().anyMatch(this::touches));
    }

    /**
     * Whether a region reads only elements that it has just stored: at the same indices, in the same iteration.
     *
     * @param stored indices of the stores that come before for certain; those of this region are added
     */
    private boolean readsOnlyItsOwn(Region region, List<List<Value>> stored) {
        for (Op op : region.ops()) {
            boolean permitted = switch (op) {
                case Op.Load load -> load.memory() != array || stored.contains(load.indices());
                case Op.Call call -> !call.operands().contains(array);
                default -> op.regions().stream().allMatch(inner -> readsOnlyItsOwn(inner, new ArrayList<>(stored)));
            };
            if (!permitted) {
                return false;
            }
            if (op instanceof Op.Store store && store.memory() == array) {
                stored.add(store.indices());
            }
        }
        return true;
    }
}
