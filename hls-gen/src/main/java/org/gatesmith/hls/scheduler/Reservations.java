package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.ir.Value;

/** Which ports, channels and operators are taken in which cycle, modulo the interval. */
final class Reservations {

    private static final int NONE = -1;

    private final int interval;
    private final Map<MemoryBinding, List<BitSet>> memories = new IdentityHashMap<>();
    private final Map<Value, List<BitSet>> reads = new IdentityHashMap<>();
    private final Map<Value, List<BitSet>> writes = new IdentityHashMap<>();
    private final Map<String, List<BitSet>> shared = new HashMap<>();

    /** An interval of {@link ListScheduler#ONCE} stands for a body that runs once at a time. */
    Reservations(int interval) {
        this.interval = interval;
    }

    /** Takes what a node demands at a step; returns the port or instance, or a negative number if nothing is free. */
    int take(Demand demand, int step) {
        return switch (demand) {
            case Demand.Nothing _ -> 0;
            case Demand.MemoryAccess access -> port(access, step);
            case Demand.Channel channel -> first(slot(channels(channel), step), 1);
            case Demand.Shared operator ->
                first(slot(shared.computeIfAbsent(operator.key(), _ -> new ArrayList<>()), step), operator.limit());
        };
    }

    private List<BitSet> channels(Demand.Channel channel) {
        Map<Value, List<BitSet>> side = channel.kind() == Access.Kind.WRITE ? writes : reads;
        return side.computeIfAbsent(channel.value(), _ -> new ArrayList<>());
    }

    private BitSet slot(List<BitSet> slots, int step) {
        int slot = interval == ListScheduler.ONCE ? step : step % interval;
        while (slots.size() <= slot) {
            slots.add(new BitSet());
        }
        return slots.get(slot);
    }

    private static int first(BitSet taken, int limit) {
        int free = taken.nextClearBit(0);
        if (free >= limit) {
            return NONE;
        }
        taken.set(free);
        return free;
    }

    private int port(Demand.MemoryAccess access, int step) {
        MemoryBinding memory = access.memory();
        if (memory.storage() == StorageKind.REGISTER) {
            return 0;
        }
        BitSet taken = slot(memories.computeIfAbsent(memory, _ -> new ArrayList<>()), step);
        MemoryBinding.Port own =
                access.kind() == Access.Kind.WRITE ? MemoryBinding.Port.WRITE : MemoryBinding.Port.READ;
        int port = free(memory, own, taken);
        return port == NONE ? free(memory, MemoryBinding.Port.BOTH, taken) : port;
    }

    private static int free(MemoryBinding memory, MemoryBinding.Port kind, BitSet taken) {
        for (int port = 0; port < memory.ports().size(); port++) {
            if (memory.ports().get(port) == kind && !taken.get(port)) {
                taken.set(port);
                return port;
            }
        }
        return NONE;
    }
}
