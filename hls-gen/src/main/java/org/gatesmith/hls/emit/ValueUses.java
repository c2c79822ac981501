package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a function are defined and used. Conversions that C does not write (contracts, casts to a type that holds
 * every value of the operand's) are seen through: a use of their result is a use of the {@linkplain #base value} converted.
 * Operations whose results nothing needs have no uses and make none.
 */
final class ValueUses {

    /** A place in a region: at operation {@code index}, or at the end. Regions are compared by identity. */
    record Place(Region region, int index) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place && place.region == region && place.index == index;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(region) + 31 * index;
        }
    }

    /** What a use is for. */
    enum Role {
        OPERAND,
        CONDITION,
        INITIAL,
        LOWER,
        BOUND,
        /** Handed on by a branch or loop body, or forwarded by a loop's test. */
        YIELD,
        LOOP_TEST,
        RETURN
    }

    /**
     * One use.
     *
     * @param user the operation, or null at the end of a region
     */
    record Use(Place place, @Nullable Op user, Role role) {}

    private final Map<Value, Op> definitions = new IdentityHashMap<>();
    private final Map<Value, Place> homes = new IdentityHashMap<>();
    private final Map<Region, Place> owners = new IdentityHashMap<>();
    private final Map<Value, List<Use>> uses = new IdentityHashMap<>();

    private final NeededValues needed;

    ValueUses(Function function) {
        needed = new NeededValues(function);
        define(function.body());
        use(function.body());
        end(function.body(), function.body().yields(), Role.RETURN);
    }

    private void define(Region region) {
        for (int i = 0; i < region.ops().size(); i++) {
            Op op = region.ops().get(i);
            Place place = new Place(region, i);
            for (Value result : op.results()) {
                definitions.put(result, op);
                homes.put(result, place);
            }
            for (Region inner : op.regions()) {
                owners.put(inner, place);
                define(inner);
            }
        }
    }

    private void use(Region region) {
        for (int i = 0; i < region.ops().size(); i++) {
            Op op = region.ops().get(i);
            if (needed.contains(op) && op.results().stream().noneMatch(this::isConversion)) {
                use(op, new Place(region, i));
            }
        }
    }

    private void use(Op op, Place place) {
        op.regions().forEach(this::use);
        switch (op) {
            case Op.If branch -> {
                add(branch.condition(), place, op, Role.CONDITION);
                branch.regions().forEach(arm -> hand(arm, arm.yields(), branch.results()));
            }
            case Op.For loop -> {
                add(loop.lower(), place, op, Role.LOWER);
                add(loop.bound(), place, op, Role.BOUND);
                start(op, loop.initial(), loop.carried(), place);
                hand(loop.body(), loop.body().yields(), loop.carried());
            }
            case Op.While loop -> {
                start(op, loop.initial(), loop.before().parameters(), place);
                end(loop.before(), List.of(loop.condition()), Role.LOOP_TEST);
                hand(loop.before(), loop.forwarded(), loop.results());
                hand(loop.body(), loop.body().yields(), loop.before().parameters());
            }
            default -> op.operands().forEach(value -> add(value, place, op, Role.OPERAND));
        }
    }

    /** Uses of initial values, for what the loop needs of them. */
    private void start(Op loop, List<Value> initial, List<Value> carried, Place place) {
        for (int i = 0; i < initial.size(); i++) {
            if (needed.contains(carried.get(i))) {
                add(initial.get(i), place, loop, Role.INITIAL);
            }
        }
    }

    /** Uses of the values that a region hands on, for those that are needed of what they become. */
    private void hand(Region region, List<Value> yields, List<Value> targets) {
        for (int i = 0; i < yields.size(); i++) {
            if (needed.contains(targets.get(i))) {
                add(yields.get(i), new Place(region, region.ops().size()), null, Role.YIELD);
            }
        }
    }

    private void end(Region region, List<Value> values, Role role) {
        values.forEach(value -> add(value, new Place(region, region.ops().size()), null, role));
    }

    private void add(Value value, Place place, @Nullable Op user, Role role) {
        uses.computeIfAbsent(base(value), _ -> new ArrayList<>()).add(new Use(place, user, role));
    }

    /** The operation that defines a value; null for a parameter of a region. */
    @Nullable
    Op definition(Value value) {
        return definitions.get(value);
    }

    /** Where a result is defined. */
    Place home(Value result) {
        return Objects.requireNonNull(homes.get(result));
    }

    /** Where the operation stands that owns a region; null for the function's. */
    @Nullable
    Place owner(Region region) {
        return owners.get(region);
    }

    List<Use> of(Value value) {
        return uses.getOrDefault(base(value), List.of());
    }

    /** Whether anything depends on the value. */
    boolean isNeeded(Value value) {
        return needed.contains(value);
    }

    /** Whether the operation does something, or computes something that is needed. */
    boolean isNeeded(Op op) {
        return needed.contains(op);
    }

    boolean isUsed(Value value) {
        return uses.containsKey(base(value));
    }

    boolean isLiteral(Value value) {
        return definitions.get(value) instanceof Op.Constant;
    }

    /** Whether C writes nothing to make this value from another. */
    boolean isConversion(Value value) {
        return switch (definitions.get(value)) {
            case Op.Assume _ -> true;
            case Op.Compute cast when cast.operator() == Operator.CAST -> isSilent(cast);
            case null, default -> false;
        };
    }

    private static boolean isSilent(Op.Compute cast) {
        IntType from = cast.operand(0).intType();
        boolean sameVariable = cast.result().name() == null
                || Objects.equals(cast.result().name(), cast.operand(0).name());
        return sameVariable && cast.result().intType().contains(from);
    }

    /** The value that {@code value} is converted from without a trace in C, or itself. */
    Value base(Value value) {
        Value base = value;
        while (isConversion(base)) {
            base = Objects.requireNonNull(definitions.get(base)).operands().getFirst();
        }
        return base;
    }
}
