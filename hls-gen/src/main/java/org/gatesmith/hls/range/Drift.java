package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds by how much a computed value can differ from one it is computed from: through sums and differences, selections, branches,
 * and loops whose number of iterations is limited.
 */
final class Drift {

    private final Facts facts;
    private final Definitions definitions;
    private final Observations observations;
    private final Evaluation evaluation;

    Drift(Facts facts, Definitions definitions, Observations observations, Evaluation evaluation) {
        this.facts = facts;
        this.definitions = definitions;
        this.observations = observations;
        this.evaluation = evaluation;
    }

    /** The difference between {@code value} and the value that all of {@code starts} are; null if there is no limit to it. */
    @Nullable
    Growth of(Value value, List<Value> starts) {
        return new Search(starts).of(value);
    }

    /** The operation that defines a value, if one does. */
    @Nullable
    Op definition(Value value) {
        return definitions.of(value).orElse(null);
    }

    /** Whether no operation of the chain wraps around, by what is known now. */
    boolean isExact(Growth growth) {
        return growth.chain().stream()
                .allMatch(op -> evaluation.exact(op).isWithin(op.result().intType()));
    }

    private final class Search {
        private final List<Value> starts;
        private final Map<Value, Optional<Growth>> found = new IdentityHashMap<>();

        Search(List<Value> starts) {
            this.starts = starts;
        }

        @Nullable
        Growth of(Value value) {
            if (starts.contains(value)) {
                return Growth.NOTHING;
            }
            Optional<Growth> known = found.get(value);
            if (known == null) {
                known = Optional.ofNullable(derived(value));
                found.put(value, known);
            }
            return known.orElse(null);
        }

        private @Nullable Growth derived(Value value) {
            return switch (definitions.of(value).orElse(null)) {
                case Op.Compute op -> computed(op);
                case Op.Assume op -> of(op.operand());
                case Op.If branch -> either(branch, branch.results().indexOf(value));
                case Op.For loop -> looped(loop, loop.results().indexOf(value));
                case Op.While loop -> looped(loop, loop.results().indexOf(value));
                case null, default -> null;
            };
        }

        private @Nullable Growth computed(Op.Compute op) {
            return switch (op.operator()) {
                case ADD -> {
                    @Nullable Growth left = plus(op, op.operand(0), facts.atDefinition(op.operand(1)));
                    yield left != null ? left : plus(op, op.operand(1), facts.atDefinition(op.operand(0)));
                }
                case SUB -> {
                    IntRange right = facts.atDefinition(op.operand(1));
                    yield plus(op, op.operand(0), RangeArithmetic.apply(Operator.NEG, List.of(right)));
                }
                case CAST -> plus(op, op.operand(0), IntRange.constant(0));
                case SELECT -> either(of(op.operand(1)), of(op.operand(2)), op);
                default -> null;
            };
        }

        private @Nullable Growth plus(Op.Compute op, Value value, IntRange added) {
            @Nullable Growth before = of(value);
            return before == null ? null : before.then(new Growth(added, List.of(op)));
        }

        private @Nullable Growth either(@Nullable Growth first, @Nullable Growth second, Op.Compute selection) {
            return first == null || second == null
                    ? null
                    : first.or(second).relyingOn(new Growth(IntRange.NONE, List.of(selection)));
        }

        private @Nullable Growth either(Op.If branch, int result) {
            @Nullable Growth first = of(branch.thenRegion().yields().get(result));
            @Nullable Growth second = of(branch.elseRegion().yields().get(result));
            return first == null || second == null ? null : first.or(second);
        }

        private @Nullable Growth looped(Op.For loop, int result) {
            Value inside = loop.carried().get(result);
            @Nullable Growth before = of(loop.initial().get(result));
            @Nullable Growth step = Drift.this.of(loop.body().yields().get(result), List.of(inside));
            return looped(before, step, observations.trips(loop));
        }

        private @Nullable Growth looped(Op.While loop, int result) {
            int carried = loop.before().parameters().indexOf(loop.forwarded().get(result));
            if (carried < 0) {
                return null;
            }
            @Nullable Growth before = of(loop.initial().get(carried));
            @Nullable Growth step = Drift.this.of(loop.body().yields().get(carried), WhileGrowth.starts(loop, carried));
            return looped(before, step, observations.trips(loop));
        }

        private @Nullable Growth looped(@Nullable Growth before, @Nullable Growth step, @Nullable BigInteger trips) {
            return before == null || step == null || trips == null ? null : before.then(step.repeated(trips));
        }
    }
}
