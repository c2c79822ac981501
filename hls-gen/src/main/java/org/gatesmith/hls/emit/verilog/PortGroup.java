package org.gatesmith.hls.emit.verilog;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.AccessGroup;

/** The accesses of a group by lane. */
record PortGroup(AccessGroup group, NavigableMap<Integer, Access> lanes) {

    static PortGroup of(AccessGroup group) {
        NavigableMap<Integer, Access> lanes = new TreeMap<>();
        for (int i = 0; i < group.lanes().size(); i++) {
            lanes.put(group.offsets().get(i), access(group, i));
        }
        return new PortGroup(group, lanes);
    }

    private static Access access(AccessGroup group, int index) {
        return Access.of(group.lanes().get(index))
                .orElseThrow(() -> new IllegalStateException(
                        "a group of accesses holds " + group.lanes().get(index)));
    }

    /** Lanes from the first to the last. */
    int width() {
        return lanes.lastKey() + 1;
    }

    Access first() {
        return lanes.firstEntry().getValue();
    }

    /** Whether a request is made in every iteration. */
    boolean isUnconditional() {
        return lanes.values().stream().anyMatch(access -> access.guard() == null);
    }

    List<Access> accesses() {
        return List.copyOf(lanes.values());
    }
}
