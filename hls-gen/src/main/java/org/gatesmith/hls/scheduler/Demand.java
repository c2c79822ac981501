package org.gatesmith.hls.scheduler;

import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** What a node takes up in the cycle in which it starts. */
sealed interface Demand {

    /** Nothing that another node could want. */
    record Nothing() implements Demand {}

    /**
     * A port of an on-chip memory.
     *
     * @param guard condition under which it is needed, or null for always
     */
    record MemoryAccess(
            MemoryBinding memory,
            Access.Kind kind,
            @Nullable Value guard) implements Demand {}

    /** One side of a FIFO, or the read or write channel of a port: one access per cycle. */
    record Channel(Value value, Access.Kind kind) implements Demand {}

    /**
     * One of a few operators that take turns.
     *
     * @param key operators with the same key can stand in for each other
     * @param limit how many there are
     */
    record Shared(String key, int limit) implements Demand {}
}
