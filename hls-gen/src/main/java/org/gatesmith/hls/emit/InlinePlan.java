package org.gatesmith.hls.emit;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.gatesmith.hls.emit.ValueUses.Role;
import org.gatesmith.hls.emit.ValueUses.Use;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which values are written where they are used instead of getting a variable: those without a Java name, used once, in the region
 * that defines them, whose evaluation may wait until then. A branch that only chooses between two such values becomes a
 * conditional expression.
 */
final class InlinePlan {

    /** Most operators in one expression; what is longer is easier to read in two lines. */
    private static final int MOST_OPERATORS = 9;

    private final ValueUses uses;
    private final Dialect dialect;

    private final Set<Value> inlined = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Value> choices = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Operators in the expression of a value that may be inlined. */
    private final Map<Value, Integer> weights = new IdentityHashMap<>();

    InlinePlan(Function function, ValueUses uses, Dialect dialect) {
        this.uses = uses;
        this.dialect = dialect;
        plan(function.body());
    }

    /** Whether the value's expression stands where it is used. */
    boolean isInlined(Value value) {
        return inlined.contains(value);
    }

    /** Whether a branch is a conditional expression. */
    boolean isChoice(Op.If branch) {
        return branch.results().size() == 1 && choices.contains(branch.results().getFirst());
    }

    /** Whether evaluating the value where it is used reads an array, port or FIFO. */
    boolean accessesMemory(Value value) {
        Value base = uses.base(value);
        Op op = inlined.contains(base) ? uses.definition(base) : null;
        return switch (op) {
            case null -> false;
            case Op.Load _, Op.FifoRead _, Op.FifoEmpty _ -> true;
            default -> parts(op).anyMatch(this::accessesMemory);
        };
    }

    private void plan(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.If branch && becomesChoice(branch)) {
                choose(branch);
            } else {
                op.regions().forEach(this::plan);
            }
            weigh(op);
        }
        new Postponement(region).decide();
    }

    // ---- size

    private void weigh(Op op) {
        if (op.results().size() != 1 || !isExpression(op)) {
            return;
        }
        Value result = op.results().getFirst();
        int weight = own(op);
        List<Value> operands = parts(op)
                .map(uses::base)
                .filter(weights::containsKey)
                .sorted(Comparator.comparing(this::weightOf))
                .toList();
        boolean repeats = op instanceof Op.Compute compute && dialect.repeatsOperands(compute.operator());
        for (Value operand : operands) {
            if (repeats || weight + weightOf(operand) > MOST_OPERATORS) {
                weights.remove(operand);
            } else {
                weight += weightOf(operand);
            }
        }
        if (!uses.isConversion(result) && isCandidate(result)) {
            weights.put(result, weight);
        }
    }

    private int weightOf(Value value) {
        return weights.getOrDefault(value, 0);
    }

    private static int own(Op op) {
        return op instanceof Op.FifoRead ? 0 : 1;
    }

    /** The values that the operation's expression is made of. */
    private Stream<Value> parts(Op op) {
        return op instanceof Op.If branch
                ? Stream.of(
                        branch.condition(),
                        branch.thenRegion().yields().getFirst(),
                        branch.elseRegion().yields().getFirst())
                : op.operands().stream();
    }

    private boolean isExpression(Op op) {
        return switch (op) {
            case Op.Compute _, Op.Load _, Op.FifoRead _, Op.FifoEmpty _ -> true;
            case Op.If branch -> isChoice(branch);
            default -> false;
        };
    }

    private boolean isCandidate(Value value) {
        return value.name() == null && isUsedOnceAtHome(value);
    }

    private boolean isUsedOnceAtHome(Value value) {
        List<Use> all = uses.of(value);
        return all.size() == 1
                && all.getFirst().place().region() == uses.home(value).region();
    }

    // ---- conditional expressions

    private boolean becomesChoice(Op.If branch) {
        if (branch.results().size() != 1 || !uses.isUsed(branch.results().getFirst())) {
            return false;
        }
        Value result = branch.results().getFirst();
        return branch.regions().stream().allMatch(arm -> !keeps(arm, result) && isArm(arm, result))
                && armWeight(branch) < MOST_OPERATORS;
    }

    /** Whether an arm leaves a variable as it is: {@code if (c) { x = …; }} says that better. */
    private boolean keeps(Region arm, Value result) {
        Value kept = uses.base(arm.yields().getFirst());
        Op definition = uses.definition(kept);
        boolean outside = definition == null || uses.home(kept).region() != arm;
        return result.name() != null && outside && Objects.equals(kept.name(), result.name());
    }

    private boolean isArm(Region arm, Value result) {
        return arm.ops().stream().allMatch(op -> isArmOp(op, result));
    }

    private boolean isArmOp(Op op, Value result) {
        return switch (op) {
            case Op.Constant _, Op.Assume _ -> true;
            case Op.Compute compute ->
                isArmValue(compute.result(), result) && !dialect.repeatsOperands(compute.operator());
            case Op.Load load -> isArmValue(load.result(), result);
            case Op.If inner ->
                becomesChoice(inner) && isArmValue(inner.results().getFirst(), result);
            default -> false;
        };
    }

    private boolean isArmValue(Value value, Value result) {
        boolean hidden = value.name() == null || Objects.equals(value.name(), result.name());
        return !uses.isUsed(value) || uses.isConversion(value) || (hidden && isUsedOnceAtHome(value));
    }

    private int armWeight(Op.If branch) {
        return branch.regions().stream()
                .flatMap(arm -> arm.ops().stream())
                .mapToInt(this::armWeight)
                .sum();
    }

    private int armWeight(Op op) {
        return switch (op) {
            case Op.If inner -> 1 + armWeight(inner);
            case Op.Compute _, Op.Load _ -> 1;
            default -> 0;
        };
    }

    private void choose(Op.If branch) {
        choices.add(branch.results().getFirst());
        for (Region arm : branch.regions()) {
            for (Op op : arm.ops()) {
                op.results().stream().filter(this::isWritten).forEach(inlined::add);
                if (op instanceof Op.If inner) {
                    choose(inner);
                }
            }
        }
    }

    private boolean isWritten(Value value) {
        return uses.isUsed(value) && !uses.isLiteral(value) && !uses.isConversion(value);
    }

    // ---- order

    /** Decides, from the end of a region to its start, whose evaluation may wait for the statement that uses it. */
    private final class Postponement {
        private final Region region;
        private final Map<Value, Integer> statements = new IdentityHashMap<>();
        private final Map<Value, Role> roles = new IdentityHashMap<>();

        Postponement(Region region) {
            this.region = region;
        }

        void decide() {
            for (int i = region.ops().size() - 1; i >= 0; i--) {
                Op op = region.ops().get(i);
                Value result = op.results().size() == 1 ? op.results().getFirst() : null;
                if (result != null && weights.containsKey(result)) {
                    decide(op, result, i);
                }
            }
        }

        private void decide(Op op, Value result, int index) {
            Use use = uses.of(result).getFirst();
            Value around = enclosing(use);
            int statement = around == null ? use.place().index() : statements.getOrDefault(around, 0);
            Role role = around == null ? use.role() : roles.getOrDefault(around, use.role());
            boolean possible = Effects.usesFifo(op)
                    ? around == null && mayAccess(use) && accessMayWait(index, statement)
                    : mayStand(op, role) && mayWait(op, index, statement);
            if (possible) {
                inlined.add(result);
                statements.put(result, statement);
                roles.put(result, role);
            }
        }

        /** The inlined value whose expression this use is a part of. */
        private @Nullable Value enclosing(Use use) {
            Op user = use.user();
            if (user == null || user.results().size() != 1) {
                return null;
            }
            Value result = user.results().getFirst();
            return inlined.contains(result) ? result : null;
        }

        /** A loop's bound is evaluated before every iteration, so it may only compute. */
        private boolean mayStand(Op op, Role role) {
            return role != Role.YIELD
                    && (role != Role.BOUND || Effects.reads(op).findAny().isEmpty());
        }

        private boolean mayWait(Op op, int from, int statement) {
            List<Op> between = region.ops().subList(from + 1, statement);
            return Effects.reads(op)
                    .noneMatch(memory -> between.stream().anyMatch(other -> Effects.writes(other, memory)));
        }

        /** An access to a FIFO must happen exactly once: not in an arm of a choice, nor in a condition that repeats. */
        private boolean mayAccess(Use use) {
            boolean chosen = use.user() instanceof Op.Compute compute && compute.operator() == Operator.SELECT;
            return !chosen && use.role() != Role.YIELD && use.role() != Role.BOUND;
        }

        private boolean accessMayWait(int from, int statement) {
            return region.ops().subList(from + 1, statement).stream()
                    .noneMatch(other -> Effects.usesFifo(other) || Effects.has(other));
        }
    }
}
