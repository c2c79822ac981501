package org.gatesmith.hls.pass;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Unrolled loops read an element once for each copy of their body, and conditions often read what their branches read again. The
 * pass leaves the first read of those that have the same memory and the same index values, with nothing between them that writes
 * the memory. The first one must have happened wherever the other one does: it is earlier in the same region or in one of the
 * branches around it, or has the same guard.
 */
public final class RepeatedLoads implements Pass {

    @Override
    public String id() {
        return "repeated-loads";
    }

    @Override
    public String summary() {
        return "Reads an element of an array or port once where nothing writes to it in between.";
    }

    @Override
    public Program run(Program program) {
        MemoryUse use = MemoryUse.of(program);
        return program.mapFunctions(function -> new Sharing(function, use).transform(function));
    }

    /**
     * What is read.
     *
     * @param indices index values, compared by identity
     */
    private record Read(
            Value memory, List<Value> indices, @Nullable Value guard) {}

    private static final class Sharing extends IrTransform {

        private final Definitions definitions;
        private final MemoryUse use;
        /** What was read, by memory. */
        private Map<Value, Map<Read, Value>> known = new IdentityHashMap<>();

        Sharing(Function function, MemoryUse use) {
            this.definitions = Definitions.of(function);
            this.use = use;
        }

        /** What a region reads is known in it alone: outside of it the reads may not have happened. */
        @Override
        protected Region transform(Region region) {
            return within(region, new IdentityHashMap<>());
        }

        /** What was read in front of a branch is known in it, unlike in a loop, whose iterations may come after writes in it. */
        @Override
        protected void visit(Op.If branch) {
            emit(new Op.If(
                    branch.results(),
                    mapped(branch.condition()),
                    within(branch.thenRegion(), copyOfKnown()),
                    within(branch.elseRegion(), copyOfKnown()),
                    branch.span()));
        }

        private Map<Value, Map<Read, Value>> copyOfKnown() {
            Map<Value, Map<Read, Value>> copy = new IdentityHashMap<>();
            known.forEach((memory, reads) -> copy.put(memory, new HashMap<>(reads)));
            return copy;
        }

        private Region within(Region region, Map<Value, Map<Read, Value>> before) {
            Map<Value, Map<Read, Value>> outside = known;
            known = before;
            try {
                return super.transform(region);
            } finally {
                known = outside;
            }
        }

        @Override
        protected void visit(Op op) {
            Optional<GuardedAccess> guarded =
                    op instanceof Op.If branch ? GuardedAccess.of(branch, definitions) : Optional.empty();
            if (op instanceof Op.Load load) {
                share(op, new Read(mapped(load.memory()), mapped(load.indices()), null), load.result());
            } else if (guarded.isPresent()
                    && guarded.get().access() instanceof Op.Load load
                    && guarded.get().result().isPresent()) {
                shareGuarded(
                        op,
                        load,
                        mapped(guarded.get().condition()),
                        guarded.get().result().get());
            } else {
                super.visit(op);
                forget(op);
            }
        }

        /** A read under a guard is an earlier one without, or zero where the guard does not hold. */
        private void shareGuarded(Op op, Op.Load load, Value guard, Value result) {
            Value memory = mapped(load.memory());
            List<Value> indices = mapped(load.indices());
            @Nullable Value always = known.getOrDefault(memory, Map.of()).get(new Read(memory, indices, null));
            if (always == null) {
                share(op, new Read(memory, indices, guard), result);
                return;
            }
            Value zero = Value.of(result.type());
            emit(new Op.Constant(zero, Promotion.zero(result.scalarType()), op.span()));
            emit(new Op.Compute(result, Operator.SELECT, List.of(guard, always, zero), op.span()));
        }

        private void share(Op op, Read read, Value result) {
            Value before =
                    known.computeIfAbsent(read.memory(), _ -> new HashMap<>()).putIfAbsent(read, result);
            if (before != null) {
                replace(result, before);
            } else {
                super.visit(op);
            }
        }

        /** Drops reads of what an operation, or something in it, writes. */
        private void forget(Op op) {
            switch (op) {
                case Op.Store store -> known.remove(mapped(store.memory()));
                case Op.Call call -> {
                    for (int i = 0; i < call.operands().size(); i++) {
                        Value operand = call.operands().get(i);
                        if (!(operand.type() instanceof FifoType) && use.writes(call, i)) {
                            known.remove(mapped(operand));
                        }
                    }
                }
                default -> op.regions().forEach(region -> region.ops().forEach(this::forget));
            }
        }
    }
}
