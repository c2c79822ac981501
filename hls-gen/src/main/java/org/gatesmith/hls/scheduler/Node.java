package org.gatesmith.hls.scheduler;

import java.util.List;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.operators.OperatorTiming;
import org.jspecify.annotations.Nullable;

/**
 * What is placed as one: an operation, or a group of port accesses.
 *
 * @param group if it is one
 */
record Node(
        List<Op> ops,
        OperatorTiming timing,
        Demand demand,
        @Nullable AccessGroup group) {

    Node {
        ops = List.copyOf(ops);
    }

    Op first() {
        return ops.getFirst();
    }
}
