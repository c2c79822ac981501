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
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Unrolled loops read an element once for each copy of their body. The pass leaves the first read of those that have the same
 * memory, the same index values and the same guard, with nothing between them that writes the memory.
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
            Map<Value, Map<Read, Value>> outside = known;
            known = new IdentityHashMap<>();
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
                Value guard = mapped(guarded.get().condition());
                Read read = new Read(mapped(load.memory()), mapped(load.indices()), guard);
                share(op, read, guarded.get().result().get());
            } else {
                super.visit(op);
                forget(op);
            }
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
