package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/**
 * Conditions of one run of some code of which at most one is true: one needs the opposite of what the other needs, or other low bits of a
 * number, as the banks of {@code a[i]} and {@code a[i + 1]} do whose number is {@code i % 4}.
 */
final class ExclusiveConditions {

    /** What is noted of a condition at most. */
    private static final int MOST_NEEDS = 32;

    private final AffineForms forms;
    private final Map<Value, Needs> known = new IdentityHashMap<>();

    /**
     * What must be so for a condition to be true.
     *
     * @param zeros sums that are zero, as far as they are right
     * @param comparisons and whether they hold
     */
    private record Needs(List<Affine> zeros, Map<Comparison, Boolean> comparisons) {}

    /**
     * A comparison, whichever way it is written.
     *
     * @param isEquality for equal, else for less
     */
    private record Comparison(boolean isEquality, Value left, Value right) {}

    ExclusiveConditions(AffineForms forms) {
        this.forms = forms;
    }

    /** Whether two conditions are never true in the same run of the code around them. */
    boolean exclude(Value first, Value second) {
        Needs one = needs(first);
        Needs other = needs(second);
        return one.zeros().stream().anyMatch(zero -> other.zeros().stream().anyMatch(sum -> differ(zero, sum)))
                || one.comparisons().entrySet().stream()
                        .anyMatch(comparison -> other.comparisons()
                                .getOrDefault(comparison.getKey(), comparison.getValue())
                                .equals(!comparison.getValue()));
    }

    /** Sums that are zero where a condition is true, as far as they are right. */
    List<Affine> zeros(Value condition) {
        return needs(condition).zeros();
    }

    private static boolean differ(Affine first, Affine second) {
        Affine difference = first.minus(second);
        return difference.isConstant() && !Meeting.isZero(difference);
    }

    private Needs needs(Value condition) {
        Needs needs = known.get(condition);
        if (needs == null) {
            needs = new Needs(new ArrayList<>(), new HashMap<>());
            add(condition, true, needs);
            known.put(condition, needs);
        }
        return needs;
    }

    private void add(Value condition, boolean truth, Needs all) {
        if (all.zeros().size() >= MOST_NEEDS) {
            return;
        }
        BigInteger bit = truth ? BigInteger.ONE : BigInteger.ZERO;
        all.zeros().add(forms.of(condition).modulo(1).minus(Affine.of(bit)));
        forms.definitions().compute(condition).ifPresent(op -> {
            switch (op.operator()) {
                case AND, OR -> {
                    if (truth == (op.operator() == Operator.AND)) {
                        op.operands().forEach(operand -> add(operand, truth, all));
                    }
                }
                case NOT -> add(op.operand(0), !truth, all);
                case EQ, NE -> equal(op, truth == (op.operator() == Operator.EQ), all);
                case LT -> all.comparisons().put(new Comparison(false, op.operand(0), op.operand(1)), truth);
                case GE -> all.comparisons().put(new Comparison(false, op.operand(0), op.operand(1)), !truth);
                case GT -> all.comparisons().put(new Comparison(false, op.operand(1), op.operand(0)), truth);
                case LE -> all.comparisons().put(new Comparison(false, op.operand(1), op.operand(0)), !truth);
                default -> {}
            }
        });
    }

    private void equal(Op.Compute comparison, boolean truth, Needs all) {
        Value left = comparison.operand(0);
        Value right = comparison.operand(1);
        all.comparisons().put(new Comparison(true, left, right), truth);
        if (truth && left.type() instanceof IntType && right.type() instanceof IntType) {
            all.zeros().add(forms.of(left).minus(forms.of(right)));
        }
    }
}
