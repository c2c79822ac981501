package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.Value;

/** Values put into groups that share one type. */
final class Groups {

    private final Map<Value, List<Value>> groups = new IdentityHashMap<>();

    /** The values of one group, {@code value} among them. */
    List<Value> of(Value value) {
        return groups.computeIfAbsent(value, alone -> new ArrayList<>(List.of(alone)));
    }

    void join(Value first, Value second) {
        List<Value> one = of(first);
        List<Value> other = of(second);
        if (one != other) {
            one.addAll(other);
            other.forEach(value -> groups.put(value, one));
        }
    }

    /** Every group once. */
    Collection<List<Value>> all() {
        Map<List<Value>, List<Value>> distinct = new IdentityHashMap<>();
        groups.values().forEach(group -> distinct.put(group, group));
        return distinct.values();
    }
}
