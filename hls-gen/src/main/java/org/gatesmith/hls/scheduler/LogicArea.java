package org.gatesmith.hls.scheduler;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/**
 * LUTs of gates and choices where they stand: bits that are always zero need none, and what only another gate of the same cycle
 * reads shares its LUTs, as a LUT has six inputs and two gates of a bit rarely need more.
 */
final class LogicArea {

    private final ModuleContext context;
    private final Map<Value, Placement> producers = new IdentityHashMap<>();
    /** The only reader, or nothing for values with several. */
    private final Map<Value, Optional<Placement>> readers = new IdentityHashMap<>();

    private final Map<Value, BigInteger> masks = new HashMap<>();

    LogicArea(ModuleContext context, List<Placement> placements) {
        this.context = context;
        for (Placement placement : placements) {
            placement.op().results().forEach(result -> producers.put(result, placement));
            GraphBuilder.read(placement.op())
                    .forEach(value -> readers.merge(value, Optional.of(placement), (_, _) -> Optional.empty()));
        }
    }

    /** LUTs of an operation, given those that it has on its own. */
    long luts(Placement placement, long alone) {
        if (!(placement.op() instanceof Op.Compute op) || !isGate(op)) {
            return alone;
        }
        long bits = Math.min(alone, varying(op));
        boolean choosesConstant =
                op.operator() == Operator.SELECT && (isConstant(op.operand(1)) || isConstant(op.operand(2)));
        return choosesConstant || isAbsorbed(placement) ? bits / 2 : bits;
    }

    private static boolean isGate(Op.Compute op) {
        return switch (op.operator()) {
            case AND, OR, XOR, SELECT -> true;
            default -> false;
        };
    }

    private boolean isConstant(Value value) {
        return context.constant(value).isPresent();
    }

    private boolean isAbsorbed(Placement placement) {
        return readers.getOrDefault(placement.op().results().getFirst(), Optional.empty())
                .filter(reader -> reader.step() == placement.step())
                .filter(reader -> reader.op() instanceof Op.Compute gate && isGate(gate))
                .isPresent();
    }

    // ---- bits that vary

    /** Bits of the result that more than one operand decides. */
    private long varying(Op.Compute op) {
        return switch (op.operator()) {
            case AND, OR, XOR -> mask(op.operand(0)).and(mask(op.operand(1))).bitCount();
            case SELECT -> mask(op.operand(1)).or(mask(op.operand(2))).bitCount();
            default -> width(op.result());
        };
    }

    /** The bits, of those that the type has, that may be one. */
    private BigInteger mask(Value value) {
        if (!(value.type() instanceof IntType type)) {
            return BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
        }
        BigInteger known = masks.get(value);
        if (known == null) {
            BigInteger all = BigInteger.ONE.shiftLeft(type.width()).subtract(BigInteger.ONE);
            known = context.constant(value)
                    .map(all::and)
                    .orElseGet(() -> Optional.ofNullable(producers.get(value))
                            .flatMap(placement -> mask(placement.op()))
                            .map(all::and)
                            .orElse(all));
            masks.put(value, known);
        }
        return known;
    }

    /** Nothing if nothing is known. */
    private Optional<BigInteger> mask(Op op) {
        if (!(op instanceof Op.Compute compute)
                || compute.operands().stream().anyMatch(operand -> isSigned(operand) && !isConstant(operand))) {
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

    private Optional<Integer> distance(Op.Compute shift) {
        return context.constant(shift.operand(1))
                .filter(distance -> distance.signum() >= 0 && distance.bitLength() < Byte.SIZE)
                .map(BigInteger::intValue);
    }

    private static boolean isSigned(Value value) {
        return value.type() instanceof IntType type && type.signed();
    }

    private static int width(Value value) {
        return value.type() instanceof IntType type ? type.width() : Long.SIZE;
    }
}
