package org.gatesmith.hls.range;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** The integers that loops read and do not define. */
final class FreeValues {

    private final Map<Op, List<Value>> ofLoops = new IdentityHashMap<>();

    static FreeValues of(Region body) {
        FreeValues values = new FreeValues();
        values.collect(body);
        return values;
    }

    List<Value> of(Op loop) {
        return ofLoops.getOrDefault(loop, List.of());
    }

    /** What a region reads and does not define; notes the same of the loops inside. */
    private Set<Value> collect(Region region) {
        Set<Value> read = new LinkedHashSet<>(region.yields());
        Set<Value> defined = Collections.newSetFromMap(new IdentityHashMap<>());
        defined.addAll(region.parameters());
        for (Op op : region.ops()) {
            read.addAll(op.operands());
            defined.addAll(op.results());
            Set<Value> inside = new LinkedHashSet<>(op.operands());
            op.regions().forEach(inner -> inside.addAll(collect(inner)));
            if (op instanceof Op.For || op instanceof Op.While) {
                ofLoops.put(op, integers(inside));
            }
            read.addAll(inside);
        }
        read.removeAll(defined);
        return read;
    }

    private static List<Value> integers(Set<Value> values) {
        return values.stream().filter(value -> value.type() instanceof IntType).toList();
    }
}
