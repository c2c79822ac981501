package org.gatesmith.hls.scheduler;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * LUTs that operations take wherever they stand and whatever follows them. Only bits count that more than one operand decides; of gates
 * only as little as the best of LUTs leaves, and of everything a quarter, as operands may be related.
 */
final class LeastLogic {

    /** What is counted is so much less than what there would be if all operands were unrelated. */
    private static final int MARGIN = 4;

    /** Gates of two inputs in a LUT of six. */
    private static final int GATES_IN_LUT = 5;

    /** Choices between two in a LUT of six: one between four. */
    private static final int CHOICES_IN_LUT = 3;

    private final ModuleContext context;
    private final DemandedBits demanded;
    private final Map<Value, Op> producers = new IdentityHashMap<>();
    private final Map<Value, BigInteger> masks = new HashMap<>();

    LeastLogic(ModuleContext context, List<Op> ops) {
        this.context = context;
        this.demanded = new DemandedBits(context, ops);
        ops.forEach(op -> op.results().forEach(result -> producers.put(result, op)));
    }

    /** LUTs of an operation that {@link LogicArea} covers. */
    long luts(Op operation) {
        if (!(operation instanceof Op.Compute op) || op.operands().size() < 2) {
            return 0;
        }
        return switch (op.operator()) {
            case ADD, SUB -> bothVary(op) / MARGIN;
            case AND, OR, XOR -> bothVary(op) / (MARGIN * GATES_IN_LUT);
            case SELECT ->
                mask(op.operand(1))
                                .or(mask(op.operand(2)))
                                .and(read(op.result()))
                                .bitCount()
                        / (MARGIN * CHOICES_IN_LUT);
            default -> 0;
        };
    }

    private long bothVary(Op.Compute op) {
        boolean isTrivial = op.operand(0) == op.operand(1)
                || op.operands().stream()
                        .anyMatch(operand -> context.constant(operand).isPresent());
        return isTrivial
                ? 0
                : mask(op.operand(0))
                        .and(mask(op.operand(1)))
                        .and(read(op.result()))
                        .bitCount();
    }

    private BigInteger read(Value value) {
        return BigInteger.ONE.shiftLeft(demanded.of(value)).subtract(BigInteger.ONE);
    }

    private static BigInteger all(Value value) {
        int width = value.type() instanceof IntType type ? type.width() : Long.SIZE;
        return BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    }

    /** The bits, of those that the type has, that may be one. */
    private BigInteger mask(Value value) {
        BigInteger known = masks.get(value);
        if (known == null) {
            BigInteger all = all(value);
            known = context.constant(value)
                    .map(all::and)
                    .orElseGet(() -> Optional.ofNullable(producers.get(value))
                            .flatMap(this::maskOfResult)
                            .map(all::and)
                            .orElse(all));
            masks.put(value, known);
        }
        return known;
    }

    /** Nothing if nothing is known. */
    private Optional<BigInteger> maskOfResult(Op op) {
        if (!(op instanceof Op.Compute compute)
                || compute.operands().stream().anyMatch(operand -> operand.isSigned() && !isConstant(operand))) {
            return Optional.empty();
        }
        return switch (compute.operator()) {
            case CAST -> Optional.of(mask(compute.operand(0)));
            case SHL -> distance(compute).map(mask(compute.operand(0))::shiftLeft);
            case SHR -> distance(compute).map(mask(compute.operand(0))::shiftRight);
            case AND -> Optional.of(mask(compute.operand(0)).and(mask(compute.operand(1))));
            case OR, XOR -> Optional.of(mask(compute.operand(0)).or(mask(compute.operand(1))));
            case SELECT -> Optional.of(mask(compute.operand(1)).or(mask(compute.operand(2))));
            default -> Optional.empty();
        };
    }

    private boolean isConstant(Value value) {
        return context.constant(value).isPresent();
    }

    private Optional<Integer> distance(Op.Compute shift) {
        return context.constant(shift.operand(1))
                .filter(distance -> distance.signum() >= 0 && distance.bitLength() < Byte.SIZE)
                .map(BigInteger::intValue);
    }
}
