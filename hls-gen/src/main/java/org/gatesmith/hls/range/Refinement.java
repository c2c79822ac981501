package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.List;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Draws conclusions from a condition about the values that it was computed from. */
final class Refinement {

    /** Definitions to look through; conditions are hardly ever made of more. */
    static final int DEPTH = 6;

    private final Facts facts;
    private final Definitions definitions;

    Refinement(Facts facts, Definitions definitions) {
        this.facts = facts;
        this.definitions = definitions;
    }

    /** Notes in the facts what follows from a condition being true, or false. */
    void assume(Value condition, boolean truth) {
        assume(condition, truth, DEPTH);
    }

    private void assume(Value condition, boolean truth, int depth) {
        facts.refine(condition, IntRange.constant(truth ? 1 : 0));
        if (depth == 0) {
            return;
        }
        switch (definitions.of(condition).orElse(null)) {
            case Op.Compute op -> assume(op, truth, depth - 1);
            case Op.If branch -> assume(branch, branch.results().indexOf(condition), truth, depth - 1);
            case null, default -> {}
        }
    }

    private void assume(Op.Compute op, boolean truth, int depth) {
        switch (op.operator()) {
            case EQ, NE, LT, LE, GT, GE -> compare(op, truth, depth);
            case AND, OR -> {
                boolean tellsBoth = truth == (op.operator() == Operator.AND);
                if (tellsBoth && op.operands().stream().allMatch(Refinement::isBoolean)) {
                    op.operands().forEach(operand -> assume(operand, truth, depth));
                }
            }
            case NOT -> {
                if (isBoolean(op.operand(0))) {
                    assume(op.operand(0), !truth, depth);
                }
            }
            default -> {}
        }
    }

    private static boolean isBoolean(Value value) {
        return value.type().equals(IntType.BOOL);
    }

    /** A branch that yields the opposite was not taken. */
    private void assume(Op.If branch, int result, boolean truth, int depth) {
        if (yieldsOpposite(branch.thenRegion(), result, truth)) {
            assume(branch.condition(), false, depth);
        } else if (yieldsOpposite(branch.elseRegion(), result, truth)) {
            assume(branch.condition(), true, depth);
        }
    }

    private boolean yieldsOpposite(Region region, int result, boolean truth) {
        IntRange yielded = facts.get(region.yields().get(result));
        return yielded.equals(IntRange.constant(truth ? 0 : 1));
    }

    // ---- comparisons

    private void compare(Op.Compute op, boolean truth, int depth) {
        Value left = op.operand(0);
        Value right = op.operand(1);
        switch (op.operator()) {
            case LT -> below(left, right, truth, depth);
            case GE -> below(left, right, !truth, depth);
            case GT -> below(right, left, truth, depth);
            case LE -> below(right, left, !truth, depth);
            case EQ -> equal(left, right, truth, depth);
            case NE -> equal(left, right, !truth, depth);
            default -> throw new IllegalArgumentException(op.operator() + " is no comparison");
        }
    }

    private void below(Value left, Value right, boolean truth, int depth) {
        if (truth) {
            ordered(left, right, 1, depth);
        } else {
            ordered(right, left, 0, depth);
        }
    }

    /** {@code low + distance <= high}. */
    void ordered(Value low, Value high, long distance) {
        ordered(low, high, distance, DEPTH);
    }

    private void ordered(Value low, Value high, long distance, int depth) {
        BigInteger gap = BigInteger.valueOf(distance);
        IntRange lower = facts.get(low);
        IntRange upper = facts.get(high);
        if (lower.isEmpty() || upper.isEmpty()) {
            return;
        }
        facts.order(low, high, distance);
        refine(low, IntRange.between(lower.min(), upper.max().subtract(gap)), depth);
        refine(high, IntRange.between(lower.min().add(gap), upper.max()), depth);
    }

    private void equal(Value left, Value right, boolean truth, int depth) {
        if (truth) {
            IntRange both = facts.get(left).meet(facts.get(right));
            refine(left, both, depth);
            refine(right, both, depth);
            facts.order(left, right, 0);
            facts.order(right, left, 0);
        } else {
            differ(left, facts.get(right), depth);
            differ(right, facts.get(left), depth);
        }
    }

    /** A value that is not a constant at the end of its range has a smaller range. */
    private void differ(Value value, IntRange other, int depth) {
        IntRange range = facts.get(value);
        if (!other.isConstant() || range.isEmpty()) {
            return;
        }
        BigInteger excluded = other.min();
        if (range.min().equals(excluded)) {
            refine(value, IntRange.between(excluded.add(BigInteger.ONE), range.max()), depth);
        } else if (range.max().equals(excluded)) {
            refine(value, IntRange.between(range.min(), excluded.subtract(BigInteger.ONE)), depth);
        }
    }

    // ---- backwards through definitions

    private void refine(Value value, IntRange range, int depth) {
        if (facts.refine(value, range) && depth > 0) {
            switch (definitions.of(value).orElse(null)) {
                case Op.Compute op -> backwards(op, depth - 1);
                case Op.Assume op -> refine(op.operand(), facts.get(value), depth - 1);
                case null, default -> {}
            }
        }
    }

    private void backwards(Op.Compute op, int depth) {
        IntRange result = facts.get(op.result());
        List<IntRange> operands = op.operands().stream().map(facts::get).toList();
        boolean isInteger = op.operator().kind() == Operator.Kind.INTEGER;
        if (!isInteger
                || !RangeArithmetic.apply(op.operator(), operands)
                        .isWithin(op.result().intType())) {
            return;
        }
        switch (op.operator()) {
            case CAST -> refine(op.operand(0), result, depth);
            case ADD -> {
                refine(op.operand(0), RangeArithmetic.difference(result, operands.get(1)), depth);
                refine(op.operand(1), RangeArithmetic.difference(result, operands.get(0)), depth);
            }
            case SUB -> {
                refine(op.operand(0), RangeArithmetic.sum(result, operands.get(1)), depth);
                refine(op.operand(1), RangeArithmetic.difference(operands.get(0), result), depth);
            }
            default -> {}
        }
    }
}
