package org.gatesmith.hls.cost;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * What one execution of a region does directly, and what must be followed to know the rest.
 *
 * @param data operations on data, by kind
 * @param read ports that a load reads, one entry per load
 * @param written likewise for stores
 * @param steps branches, loops, calls, and the operations that these depend on
 */
record RegionPlan(
        Map<OperationKind, Integer> data,
        Map<OperationKind, Integer> addressing,
        List<Value> read,
        List<Value> written,
        List<Op> steps) {

    static RegionPlan of(Region region, ValueRoles roles) {
        RegionPlan plan = new RegionPlan(
                new EnumMap<>(OperationKind.class),
                new EnumMap<>(OperationKind.class),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        region.ops().forEach(op -> plan.add(op, roles));
        return plan;
    }

    private void add(Op op, ValueRoles roles) {
        switch (op) {
            case Op.Compute compute ->
                OperationKind.of(compute)
                        .ifPresent(
                                kind -> (roles.isAddressing(compute) ? addressing : data).merge(kind, 1, Integer::sum));
            case Op.Load load when load.memory().type() instanceof PortType -> read.add(load.memory());
            case Op.Store store when store.memory().type() instanceof PortType -> written.add(store.memory());
            default -> {}
        }
        boolean isStep = switch (op) {
            case Op.If _, Op.For _, Op.While _, Op.Call _, Op.TableRef _ -> true;
            default -> op.results().stream().anyMatch(roles::isControl);
        };
        if (isStep) {
            steps.add(op);
        }
    }
}
