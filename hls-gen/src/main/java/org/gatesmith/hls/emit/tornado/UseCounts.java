package org.gatesmith.hls.emit.tornado;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Which values are used once, by an operation of the region that defines them, so that their expression may stand there. */
final class UseCounts {

    private final Map<Value, Integer> uses = new IdentityHashMap<>();
    private final Map<Value, Region> homes = new IdentityHashMap<>();
    private final Set<Value> kept = Collections.newSetFromMap(new IdentityHashMap<>());

    UseCounts(Region body) {
        count(body);
    }

    private void count(Region region) {
        for (Op op : region.ops()) {
            op.results().forEach(result -> homes.put(result, region));
            op.operands().forEach(operand -> use(operand, region));
            if (op instanceof Op.For loop) {
                keep(List.of(loop.bound()));
            }
            op.regions().forEach(this::count);
        }
        region.yields().forEach(value -> use(value, region));
        keep(region.yields());
    }

    private void use(Value value, Region where) {
        uses.merge(value, 1, Integer::sum);
        if (homes.get(value) != where) {
            kept.add(value);
        }
    }

    private void keep(List<Value> values) {
        kept.addAll(values);
    }

    boolean isUsed(Value value) {
        return uses.containsKey(value);
    }

    /** A loop's test may be written in its head even though the region's end uses it. */
    boolean isUsedOnce(Value value) {
        return uses.getOrDefault(value, 0) == 1;
    }

    boolean mayStandWhereUsed(Value value) {
        return value.name() == null && isUsedOnce(value) && !kept.contains(value);
    }
}
