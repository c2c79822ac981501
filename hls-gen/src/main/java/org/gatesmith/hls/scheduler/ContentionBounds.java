package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.MemoryBinding.Port;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** The smallest intervals that the ports of memories, FIFOs and board memory permit a loop. */
final class ContentionBounds {

    private final OperationGraph graph;
    private final PortSharing sharing;

    ContentionBounds(OperationGraph graph, PortSharing sharing) {
        this.graph = graph;
        this.sharing = sharing;
    }

    /** One for every memory that is accessed more than once in an iteration. */
    List<IntervalBounds.Contention> all() {
        Map<Value, List<Node>> reads = new IdentityHashMap<>();
        Map<Value, List<Node>> writes = new IdentityHashMap<>();
        Map<Value, MemoryBinding> memories = new IdentityHashMap<>();
        List<Value> order = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Optional<Value> accessed = accessed(node.demand());
            if (accessed.isEmpty()) {
                continue;
            }
            Value memory = accessed.get();
            if (!reads.containsKey(memory) && !writes.containsKey(memory)) {
                order.add(memory);
            }
            (isWrite(node.demand()) ? writes : reads)
                    .computeIfAbsent(memory, _ -> new ArrayList<>())
                    .add(node);
            if (node.demand() instanceof Demand.MemoryAccess access) {
                memories.put(memory, access.memory());
            }
        }
        List<IntervalBounds.Contention> all = new ArrayList<>();
        for (Value memory : order) {
            all.addAll(of(
                    memory,
                    Optional.ofNullable(memories.get(memory)),
                    reads.getOrDefault(memory, List.of()),
                    writes.getOrDefault(memory, List.of())));
        }
        return all;
    }

    private static Optional<Value> accessed(Demand demand) {
        return switch (demand) {
            case Demand.MemoryAccess access -> Optional.of(access.memory().array());
            case Demand.Channel channel -> Optional.of(channel.value());
            case Demand.Nothing _, Demand.Shared _ -> Optional.empty();
        };
    }

    private static boolean isWrite(Demand demand) {
        return switch (demand) {
            case Demand.MemoryAccess access -> access.kind() == Access.Kind.WRITE;
            case Demand.Channel channel -> channel.kind() == Access.Kind.WRITE;
            case Demand.Nothing _, Demand.Shared _ -> false;
        };
    }

    private List<IntervalBounds.Contention> of(
            Value value, Optional<MemoryBinding> memory, List<Node> reads, List<Node> writes) {
        if (memory.isEmpty()) {
            return List.of(bound(value, reads, reads.size(), 1), bound(value, writes, writes.size(), 1));
        }
        if (memory.get().storage() == StorageKind.REGISTER) {
            return List.of();
        }
        int both = count(memory.get(), Port.BOTH);
        if (both > 0) {
            List<Node> together = new ArrayList<>(reads);
            together.addAll(writes);
            return List.of(bound(value, together, memory.get(), both));
        }
        return List.of(
                bound(value, reads, memory.get(), count(memory.get(), Port.READ)),
                bound(value, writes, memory.get(), count(memory.get(), Port.WRITE)));
    }

    private static int count(MemoryBinding memory, Port kind) {
        return (int) memory.ports().stream().filter(port -> port == kind).count();
    }

    private IntervalBounds.Contention bound(Value value, List<Node> nodes, MemoryBinding memory, int ports) {
        // Whether accesses exclude each other matters only where there are too many.
        int together = nodes.size() <= ports ? nodes.size() : sharing.shares(memory, nodes);
        return bound(value, nodes, together, ports);
    }

    private static IntervalBounds.Contention bound(Value value, List<Node> nodes, int together, int ports) {
        List<Op> accesses = nodes.stream().map(Node::first).toList();
        return new IntervalBounds.Contention(
                Math.max(1, Math.ceilDiv(together, Math.max(1, ports))), value, accesses, together, ports);
    }
}
