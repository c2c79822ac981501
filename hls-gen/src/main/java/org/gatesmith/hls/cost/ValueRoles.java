package org.gatesmith.hls.cost;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** What the numbers of a program are for. */
final class ValueRoles {

    private final ValueFlow flow;
    private final Set<Value> control = ValueFlow.identitySet();
    private final Set<Value> elements = ValueFlow.identitySet();
    private final Set<Value> stored = ValueFlow.identitySet();

    private ValueRoles(ValueFlow flow) {
        this.flow = flow;
    }

    static ValueRoles of(Program program) {
        ValueRoles roles = new ValueRoles(ValueFlow.of(program));
        for (Function function : program.functions()) {
            roles.collect(function.body());
        }
        roles.stored.addAll(program.top().body().yields());
        roles.close();
        return roles;
    }

    /** Whether loops or branches depend on the value. */
    boolean isControl(Value value) {
        return control.contains(value);
    }

    /** Whether an operation only finds out where data are. */
    boolean isAddressing(Op.Compute op) {
        boolean onIntegers = op.result().type() instanceof IntType
                && op.operands().stream().allMatch(operand -> operand.type() instanceof IntType);
        return onIntegers && !elements.contains(op.result()) && !stored.contains(op.result());
    }

    private void collect(Region region) {
        for (Op op : region.ops()) {
            collect(op);
            op.regions().forEach(this::collect);
        }
    }

    private void collect(Op op) {
        switch (op) {
            case Op.If branch -> control.add(branch.condition());
            case Op.For loop -> control.addAll(List.of(loop.lower(), loop.bound()));
            case Op.While loop -> control.add(loop.condition());
            case Op.Load load -> {
                if (!flow.isTable(load.memory())) {
                    elements.add(load.result());
                }
            }
            case Op.FifoRead read -> elements.add(read.result());
            case Op.FifoEmpty empty -> elements.add(empty.result());
            case Op.Store store -> stored.add(store.value());
            case Op.FifoWrite write -> stored.add(write.value());
            default -> {}
        }
    }

    private void close() {
        replace(control, flow.before(control));
        replace(elements, flow.after(elements));
        replace(stored, flow.before(stored));
    }

    private static void replace(Set<Value> set, Collection<Value> closure) {
        set.clear();
        set.addAll(closure);
    }
}
