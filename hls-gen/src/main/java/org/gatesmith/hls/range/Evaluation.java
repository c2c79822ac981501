package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Ranges of computed values from the ranges of their operands. */
final class Evaluation {

    /** Operations to compute again with what a branch adds to the knowledge of their operands. */
    static final int DEPTH = 3;

    private final Facts facts;
    private final Definitions definitions;
    private final Refinement refinement;
    private final Relevance relevance;
    private final Map<Op, Evaluated> evaluated = new IdentityHashMap<>();

    /** What an operation gave last. */
    private record Evaluated(List<IntRange> operands, IntRange result) {}

    Evaluation(Facts facts, Definitions definitions, Refinement refinement, Relevance relevance) {
        this.facts = facts;
        this.definitions = definitions;
        this.refinement = refinement;
        this.relevance = relevance;
    }

    /** The range of the result. */
    IntRange compute(Op.Compute op) {
        if (!(op.result().type() instanceof IntType type)) {
            return IntRange.NONE;
        }
        List<IntRange> operands = operands(op);
        if (dependsOnOrders(op)) {
            return exact(op, operands).wrap(type);
        }
        // Most ranges are the same in every round of a loop's walks.
        @Nullable Evaluated last = evaluated.get(op);
        if (last != null && last.operands().equals(operands)) {
            return last.result();
        }
        IntRange result = exact(op, operands).wrap(type);
        evaluated.put(op, new Evaluated(operands, result));
        return result;
    }

    /** Whether the range of the result depends on more than those of the operands. */
    private static boolean dependsOnOrders(Op.Compute op) {
        return switch (op.operator().kind()) {
            case COMPARISON, SELECT -> true;
            default -> op.operator() == Operator.SUB || op.operator() == Operator.MIN || op.operator() == Operator.MAX;
        };
    }

    private List<IntRange> operands(Op.Compute op) {
        IntRange[] ranges = new IntRange[op.operands().size()];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = facts.get(op.operand(i));
        }
        return List.of(ranges);
    }

    /** The range of the result before it is wrapped to its type. */
    IntRange exact(Op.Compute op) {
        return exact(op, operands(op));
    }

    private IntRange exact(Op.Compute op, List<IntRange> operands) {
        return switch (op.operator().kind()) {
            case INTEGER -> integer(op, operands);
            case COMPARISON -> comparison(op, operands);
            case SELECT -> selection(op, operands.getFirst());
            case FLOAT_COMPARISON -> IntRange.BOOLEAN;
            case CONVERSION -> conversion(op);
            case FLOAT, APPROXIMATE -> IntRange.NONE;
        };
    }

    private static IntRange conversion(Op.Compute op) {
        return switch (op.operator()) {
            case FLOAT_TO_INT32 -> IntRange.of(IntType.I32);
            case FLOAT_TO_INT64 -> IntRange.of(IntType.I64);
            case FLOAT_TO_BITS -> IntRange.of(op.operand(0).type() == FloatType.F32 ? IntType.I32 : IntType.I64);
            default -> IntRange.NONE;
        };
    }

    private IntRange integer(Op.Compute op, List<IntRange> operands) {
        IntRange result = RangeArithmetic.apply(op.operator(), operands);
        if (op.operands().size() < 2) {
            return result;
        }
        Value left = op.operand(0);
        Value right = op.operand(1);
        return switch (op.operator()) {
            case SUB -> difference(left, right, result);
            case MUL -> left == right && !result.isEmpty() ? RangeArithmetic.square(operands.getFirst()) : result;
            case MIN -> ordered(left, right) ? operands.get(0) : ordered(right, left) ? operands.get(1) : result;
            case MAX -> ordered(left, right) ? operands.get(1) : ordered(right, left) ? operands.get(0) : result;
            default -> result;
        };
    }

    private boolean ordered(Value low, Value high) {
        return facts.distance(low, high).filter(gap -> gap.signum() >= 0).isPresent();
    }

    /** The surrounding conditions may say by how much the operands differ. */
    private IntRange difference(Value left, Value right, IntRange result) {
        if (result.isEmpty()) {
            return result;
        }
        IntRange known = result;
        Optional<BigInteger> least = facts.distance(right, left);
        if (least.isPresent()) {
            known = known.meet(IntRange.between(least.get(), result.max()));
        }
        Optional<BigInteger> most = facts.distance(left, right).map(BigInteger::negate);
        if (most.isPresent()) {
            known = known.meet(IntRange.between(result.min(), most.get()));
        }
        return known.isEmpty() ? result : known;
    }

    // ---- comparisons

    private IntRange comparison(Op.Compute op, List<IntRange> operands) {
        IntRange left = operands.get(0);
        IntRange right = operands.get(1);
        if (left.isEmpty() || right.isEmpty()) {
            return IntRange.NONE;
        }
        return decide(op, left, right)
                .map(holds -> IntRange.constant(holds ? 1 : 0))
                .orElse(IntRange.BOOLEAN);
    }

    private Optional<Boolean> decide(Op.Compute op, IntRange left, IntRange right) {
        Value a = op.operand(0);
        Value b = op.operand(1);
        return switch (op.operator()) {
            case LT -> below(a, b, left, right);
            case GE -> below(a, b, left, right).map(holds -> !holds);
            case GT -> below(b, a, right, left);
            case LE -> below(b, a, right, left).map(holds -> !holds);
            case EQ -> equal(a, b, left, right);
            case NE -> equal(a, b, left, right).map(holds -> !holds);
            default -> throw new IllegalArgumentException(op.operator() + " is no comparison");
        };
    }

    private Optional<Boolean> below(Value a, Value b, IntRange left, IntRange right) {
        if (left.max().compareTo(right.min()) < 0 || exceeds(a, b)) {
            return Optional.of(true);
        }
        return a == b || left.min().compareTo(right.max()) >= 0 || ordered(b, a)
                ? Optional.of(false)
                : Optional.empty();
    }

    private boolean exceeds(Value low, Value high) {
        return facts.distance(low, high).filter(gap -> gap.signum() > 0).isPresent();
    }

    private Optional<Boolean> equal(Value a, Value b, IntRange left, IntRange right) {
        if (left.meet(right).isEmpty() || exceeds(a, b) || exceeds(b, a)) {
            return Optional.of(false);
        }
        boolean same = a == b || (left.isConstant() && left.equals(right)) || (ordered(a, b) && ordered(b, a));
        return same ? Optional.of(true) : Optional.empty();
    }

    // ---- selections

    private IntRange selection(Op.Compute op, IntRange condition) {
        if (condition.isEmpty()) {
            return IntRange.NONE;
        }
        IntRange chosen = IntRange.NONE;
        boolean relevant = relevance.isRelevant(op);
        if (condition.contains(BigInteger.ONE)) {
            chosen = chosen.join(relevant ? given(op.operand(0), true, op.operand(1)) : here(op.operand(1)));
        }
        if (condition.contains(BigInteger.ZERO)) {
            chosen = chosen.join(relevant ? given(op.operand(0), false, op.operand(2)) : here(op.operand(2)));
        }
        return chosen;
    }

    private IntRange given(Value condition, boolean truth, Value value) {
        Facts.Mark mark = facts.mark();
        refinement.assume(condition, truth);
        IntRange range = here(value);
        facts.restore(mark);
        return range;
    }

    /** What is known of a value here, also from what is known of the operands that it was computed from. */
    IntRange here(Value value) {
        return here(value, DEPTH);
    }

    private IntRange here(Value value, int depth) {
        IntRange known = facts.get(value);
        boolean worthIt = depth > 0 && facts.hasRefinements() && !known.isConstant();
        if (!worthIt || !(definitions.of(value).orElse(null) instanceof Op.Compute op)) {
            return known;
        }
        if (!(value.type() instanceof IntType type) || op.operator().kind() != Operator.Kind.INTEGER) {
            return known;
        }
        List<IntRange> operands = new ArrayList<>();
        boolean moreIsKnown = dependsOnOrders(op);
        for (Value operand : op.operands()) {
            IntRange here = here(operand, depth - 1);
            operands.add(here);
            moreIsKnown |= here != facts.atDefinition(operand);
        }
        if (!moreIsKnown) {
            return known;
        }
        IntRange again = known.meet(integer(op, operands).wrap(type));
        return again.isEmpty() ? known : again;
    }
}
