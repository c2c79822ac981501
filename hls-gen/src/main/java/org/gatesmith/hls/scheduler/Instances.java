package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.ir.Op;

/** Numbers the operators of a module. */
final class Instances {

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, List<Integer>> pools = new HashMap<>();

    /** The operator that a node was given. */
    Resource of(Node node, int unit) {
        int instance = node.demand() instanceof Demand.Shared shared
                ? pooled(shared.key(), node.timing().kind(), unit)
                : fresh(node.timing().kind());
        return node.first() instanceof Op.Call call
                ? new Resource.CoreInstance(call.callee(), instance)
                : new Resource.Operator(node.timing().kind(), instance);
    }

    private int fresh(String kind) {
        return counts.merge(kind, 1, Integer::sum) - 1;
    }

    /** Operators that blocks share: the same number in each block is the same operator. */
    private int pooled(String key, String kind, int unit) {
        List<Integer> pool = pools.computeIfAbsent(key, _ -> new ArrayList<>());
        while (pool.size() <= unit) {
            pool.add(fresh(kind));
        }
        return pool.get(unit);
    }
}
