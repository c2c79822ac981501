package org.gatesmith.hls.emit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Values from which addresses of memory ports are computed. They are native integers whatever their width, because burst
 * inference does not see through an {@code ap_int} (UG1399, "Preconditions and Limitations of Burst Transfer").
 */
final class AddressValues {

    private final ValueUses uses;
    private final Set<Value> marked = Collections.newSetFromMap(new IdentityHashMap<>());

    AddressValues(Function function, ValueUses uses) {
        this.uses = uses;
        scan(function.body());
    }

    boolean contains(Value value) {
        return marked.contains(value);
    }

    private void scan(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Load load -> access(load.memory(), load.indices());
                case Op.Store store -> access(store.memory(), store.indices());
                default -> op.regions().forEach(this::scan);
            }
        }
    }

    private void access(Value memory, List<Value> indices) {
        if (memory.type() instanceof PortType) {
            indices.forEach(this::mark);
        }
    }

    private void mark(Value value) {
        Value base = uses.base(value);
        if (marked.add(base)) {
            markSources(uses.definition(base), base);
        }
    }

    private void markSources(@Nullable Op definition, Value value) {
        switch (definition) {
            case Op.Compute compute ->
                compute.operands().stream()
                        .filter(operand -> operand.type() instanceof IntType)
                        .forEach(this::mark);
            case Op.If branch -> {
                int index = branch.results().indexOf(value);
                mark(branch.thenRegion().yields().get(index));
                mark(branch.elseRegion().yields().get(index));
            }
            case Op.For loop -> {
                int index = loop.results().indexOf(value);
                mark(loop.carried().get(index));
                mark(loop.initial().get(index));
                mark(loop.body().yields().get(index));
            }
            case null, default -> {}
        }
    }
}
