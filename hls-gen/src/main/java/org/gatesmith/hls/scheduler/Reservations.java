package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.ir.Value;

/** Which ports, channels and operators are taken in which cycle, modulo the interval. */
final class Reservations {

    private static final int NONE = -1;

    private final int interval;
    private final Optional<PortSharing> sharing;
    private final Map<MemoryBinding, List<BitSet>> memories = new IdentityHashMap<>();
    private final Map<MemoryBinding, Map<PortSlot, Turn>> shared = new IdentityHashMap<>();
    private final Map<Value, List<BitSet>> reads = new IdentityHashMap<>();
    private final Map<Value, List<BitSet>> writes = new IdentityHashMap<>();
    private final Map<String, List<BitSet>> operators = new HashMap<>();

    /** A port in a cycle of the interval. */
    private record PortSlot(int port, int slot) {}

    /** Accesses of a step that have a port together. */
    private record Turn(int step, List<Demand.MemoryAccess> accesses) {}

    /**
     * An interval of {@link ListScheduler#ONCE} stands for a body that runs once at a time.
     *
     * @param sharing which accesses can share a port, if any may
     */
    Reservations(int interval, Optional<PortSharing> sharing) {
        this.interval = interval;
        this.sharing = sharing;
    }

    /** Takes what a node demands at a step; returns the port or instance, or a negative number if nothing is free. */
    int take(Demand demand, int step) {
        return switch (demand) {
            case Demand.Nothing _ -> 0;
            case Demand.MemoryAccess access -> port(access, step);
            case Demand.Channel channel -> first(slot(channels(channel), step), 1);
            case Demand.Shared operator ->
                first(slot(operators.computeIfAbsent(operator.key(), _ -> new ArrayList<>()), step), operator.limit());
        };
    }

    private List<BitSet> channels(Demand.Channel channel) {
        Map<Value, List<BitSet>> side = channel.kind() == Access.Kind.WRITE ? writes : reads;
        return side.computeIfAbsent(channel.value(), _ -> new ArrayList<>());
    }

    private int slot(int step) {
        return interval == ListScheduler.ONCE ? step : step % interval;
    }

    private BitSet slot(List<BitSet> slots, int step) {
        int slot = slot(step);
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
        MemoryBinding.Port own =
                access.kind() == Access.Kind.WRITE ? MemoryBinding.Port.WRITE : MemoryBinding.Port.READ;
        if (sharing.filter(ports -> ports.isNeeded(memory, interval)).isPresent()) {
            int port = shared(access, own, step);
            return port == NONE ? shared(access, MemoryBinding.Port.BOTH, step) : port;
        }
        BitSet taken = slot(memories.computeIfAbsent(memory, _ -> new ArrayList<>()), step);
        int port = free(memory, own, taken);
        return port == NONE ? free(memory, MemoryBinding.Port.BOTH, taken) : port;
    }

    /** A port of a kind that nobody has, or only accesses of the same step that exclude this one. */
    private int shared(Demand.MemoryAccess access, MemoryBinding.Port kind, int step) {
        List<MemoryBinding.Port> ports = access.memory().ports();
        Map<PortSlot, Turn> turns = shared.computeIfAbsent(access.memory(), _ -> new HashMap<>());
        for (int port = 0; port < ports.size(); port++) {
            if (ports.get(port) != kind) {
                continue;
            }
            Turn turn = turns.computeIfAbsent(new PortSlot(port, slot(step)), _ -> new Turn(step, new ArrayList<>()));
            boolean isFree = turn.accesses().isEmpty()
                    || (turn.step() == step && sharing.orElseThrow().fits(access, turn.accesses()));
            if (isFree) {
                turn.accesses().add(access);
                return port;
            }
        }
        return NONE;
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
