package org.gatesmith.hls.scheduler;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;

/** Which ports operations read and write, with all that they contain and call. */
final class PortUse {

    private final MemoryUse use;

    PortUse(MemoryUse use) {
        this.use = use;
    }

    Set<Value> read(Collection<? extends Op> ops) {
        return collected(ops, false);
    }

    Set<Value> written(Collection<? extends Op> ops) {
        return collected(ops, true);
    }

    private Set<Value> collected(Collection<? extends Op> ops, boolean writes) {
        Set<Value> ports = Collections.newSetFromMap(new IdentityHashMap<>());
        ops.forEach(op -> collect(op, writes, ports));
        return ports;
    }

    private void collect(Op op, boolean writes, Set<Value> ports) {
        switch (op) {
            case Op.Call call -> collectCall(call, writes, ports);
            case Op.Load load when !writes && load.memory().type() instanceof PortType -> ports.add(load.memory());
            case Op.Store store when writes && store.memory().type() instanceof PortType -> ports.add(store.memory());
            default -> op.regions().forEach(region -> region.ops().forEach(inner -> collect(inner, writes, ports)));
        }
    }

    private void collectCall(Op.Call call, boolean writes, Set<Value> ports) {
        List<Value> operands = call.operands();
        for (int i = 0; i < operands.size(); i++) {
            boolean touched = writes ? use.writes(call, i) : use.reads(call, i);
            if (touched && operands.get(i).type() instanceof PortType) {
                ports.add(operands.get(i));
            }
        }
    }
}
