package org.gatesmith.hls.scheduler;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** How many low bits of the values of a body somebody reads. */
final class DemandedBits {

    private final ModuleContext context;
    private final Map<Value, Integer> demands = new IdentityHashMap<>();

    /** Of operations that follow each other. */
    DemandedBits(ModuleContext context, List<Op> ops) {
        this.context = context;
        Set<Op> here = Collections.newSetFromMap(new IdentityHashMap<>());
        here.addAll(ops);
        for (Op op : ops.reversed()) {
            for (Value result : op.results()) {
                if (context.isReadOutside(result, here)) {
                    demand(result, ResourceEstimate.bits(result));
                }
            }
            if (op instanceof Op.Compute compute && LogicArea.covers(context, op)) {
                demandOperands(compute, of(compute.result()));
            } else {
                GraphBuilder.read(op).forEach(value -> demand(value, ResourceEstimate.bits(value)));
            }
        }
    }

    /** The bits of a value that are read, from the lowest on. */
    int of(Value value) {
        return demands.getOrDefault(value, 0);
    }

    private void demand(Value value, int bits) {
        demands.merge(value, Math.clamp(bits, 0, ResourceEstimate.bits(value)), Math::max);
    }

    private void demandOperands(Op.Compute op, int bits) {
        switch (op.operator()) {
            case CAST, NEG, NOT, ADD, SUB, OR, XOR -> op.operands().forEach(operand -> demand(operand, bits));
            case AND -> {
                demand(op.operand(0), Math.min(bits, highest(op.operand(1))));
                demand(op.operand(1), Math.min(bits, highest(op.operand(0))));
            }
            case SELECT -> {
                demand(op.operand(0), 1);
                demand(op.operand(1), bits);
                demand(op.operand(2), bits);
            }
            default -> op.operands().forEach(operand -> demand(operand, ResourceEstimate.bits(operand)));
        }
    }

    /** Bits of a number, if the value is one; else of its type. */
    private int highest(Value value) {
        return context.constant(value)
                .filter(number -> number.signum() >= 0)
                .map(number -> number.bitLength())
                .orElseGet(() -> ResourceEstimate.bits(value));
    }
}
