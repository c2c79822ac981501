package org.gatesmith.hls.pass;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** The values that some operation of a function reads or some region hands on. */
final class UsedValues {

    private UsedValues() {}

    static Set<Value> of(Function function) {
        Set<Value> used = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(function.body(), used);
        return used;
    }

    private static void collect(Region region, Set<Value> used) {
        for (Op op : region.ops()) {
            used.addAll(op.operands());
            op.regions().forEach(inner -> collect(inner, used));
        }
        used.addAll(region.yields());
    }
}
