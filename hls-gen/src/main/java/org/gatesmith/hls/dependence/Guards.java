package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;

/**
 * Conditions of accesses in a loop, as far as they are about values that the loop does not change. Accesses whose conditions
 * contradict each other in such a value are never made in the same run of the loop.
 */
final class Guards {

    private final AffineForms forms;
    private final IterationSpace space;

    Guards(AffineForms forms, IterationSpace space) {
        this.forms = forms;
        this.space = space;
    }

    /** A condition that holds, or does not. */
    record Condition(Value value, boolean truth) {}

    /** The conditions and one more. */
    static List<Condition> and(List<Condition> conditions, Value value, boolean truth) {
        return Stream.concat(conditions.stream(), Stream.of(new Condition(value, truth)))
                .toList();
    }

    /** Whether a run of the loop in which an access is made under some conditions has none under the others. */
    boolean exclude(List<Condition> some, List<Condition> others) {
        Requirements both = new Requirements();
        some.forEach(both::add);
        others.forEach(both::add);
        return both.contradictory;
    }

    /** What a run of the loop must be like. */
    private final class Requirements {
        private final Map<Value, IntRange> allowed = new IdentityHashMap<>();
        private boolean contradictory;

        void add(Condition condition) {
            add(condition.value(), condition.truth());
        }

        private void add(Value condition, boolean truth) {
            require(condition, IntRange.constant(truth ? 1 : 0));
            forms.definitions().compute(condition).ifPresent(op -> add(op, truth));
        }

        private void add(Op.Compute op, boolean truth) {
            switch (op.operator()) {
                case AND, OR -> {
                    boolean tellsBoth = truth == (op.operator() == Operator.AND);
                    if (tellsBoth && op.operands().stream().allMatch(Guards::isBoolean)) {
                        op.operands().forEach(operand -> add(operand, truth));
                    }
                }
                case NOT -> {
                    if (isBoolean(op.operand(0))) {
                        add(op.operand(0), !truth);
                    }
                }
                case EQ -> equal(op, truth);
                case NE -> equal(op, !truth);
                default -> {}
            }
        }

        private void equal(Op.Compute comparison, boolean truth) {
            for (int side = 0; side < 2; side++) {
                Value value = comparison.operand(side);
                IntRange other = forms.range(comparison.operand(1 - side));
                if (!other.isEmpty() && other.isConstant()) {
                    require(value, truth ? other : without(range(value), other.min()));
                }
            }
        }

        private IntRange range(Value value) {
            return allowed.getOrDefault(value, forms.range(value));
        }

        private void require(Value value, IntRange range) {
            if (space.isInvariant(value)) {
                IntRange both = range(value).meet(range);
                allowed.put(value, both);
                contradictory |= both.isEmpty();
            }
        }
    }

    private static boolean isBoolean(Value value) {
        return value.type().equals(IntType.BOOL);
    }

    /** The range without a number at one of its ends; one in the middle stays. */
    private static IntRange without(IntRange range, BigInteger number) {
        if (range.isEmpty()) {
            return range;
        }
        if (range.isConstant()) {
            return range.min().equals(number) ? IntRange.NONE : range;
        }
        if (range.min().equals(number)) {
            return IntRange.between(number.add(BigInteger.ONE), range.max());
        }
        return range.max().equals(number) ? IntRange.between(range.min(), number.subtract(BigInteger.ONE)) : range;
    }
}
