package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.MemoryBinding.Port;

/**
 * Accesses of a pipelined loop to on-chip memories that have fewer ports than an iteration has accesses. Where at most one of several
 * happens in an iteration, they share a port if they are in the same step.
 */
final class PortSharing {

    private final ModuleContext context;
    private final Map<MemoryBinding, List<Integer>> accesses = new IdentityHashMap<>();
    private final Map<MemoryBinding, Users> users = new IdentityHashMap<>();
    private final Map<MemoryBinding, List<List<Integer>>> shares = new IdentityHashMap<>();
    private final List<Node> nodes;

    /** Accesses of a memory in an iteration. */
    private record Users(int reads, int writes) {
        private Users and(Users more) {
            return new Users(reads + more.reads, writes + more.writes);
        }
    }

    private static final Users NOBODY = new Users(0, 0);
    private static final Users READER = new Users(1, 0);
    private static final Users WRITER = new Users(0, 1);

    PortSharing(OperationGraph graph, ModuleContext context) {
        this.context = context;
        this.nodes = graph.nodes();
        for (int node = 0; node < nodes.size(); node++) {
            if (nodes.get(node).demand() instanceof Demand.MemoryAccess access
                    && access.memory().storage() != StorageKind.REGISTER) {
                accesses.computeIfAbsent(access.memory(), _ -> new ArrayList<>())
                        .add(node);
                users.merge(access.memory(), access.kind() == Access.Kind.WRITE ? WRITER : READER, Users::and);
            }
        }
    }

    /** Whether an access can have the port that others of its step have. */
    boolean fits(Demand.MemoryAccess access, List<Demand.MemoryAccess> others) {
        return access.guard() != null
                && others.stream()
                        .allMatch(other -> other.kind() == access.kind()
                                && other.guard() != null
                                && context.exclude(access.guard(), other.guard()));
    }

    /** The accesses of a memory, those together that share a port; each is in one list. */
    List<List<Integer>> shares(MemoryBinding memory) {
        return shares.computeIfAbsent(memory, this::found);
    }

    /** Into how many that share a port some accesses of a memory fall. */
    int shares(MemoryBinding memory, List<Node> some) {
        return (int) shares(memory).stream()
                .filter(share -> some.contains(nodes.get(share.getFirst())))
                .count();
    }

    private List<List<Integer>> found(MemoryBinding memory) {
        List<List<Integer>> found = new ArrayList<>();
        List<List<Demand.MemoryAccess>> demands = new ArrayList<>();
        for (int node : accesses.getOrDefault(memory, List.of())) {
            Demand.MemoryAccess access = (Demand.MemoryAccess) nodes.get(node).demand();
            int place = 0;
            while (place < found.size() && !fits(access, demands.get(place))) {
                place++;
            }
            if (place == found.size()) {
                found.add(new ArrayList<>());
                demands.add(new ArrayList<>());
            }
            found.get(place).add(node);
            demands.get(place).add(access);
        }
        return found;
    }

    /** Whether a memory has not enough ports at an interval unless accesses share some. */
    boolean isNeeded(MemoryBinding memory, int interval) {
        if (interval == ListScheduler.ONCE) {
            return false;
        }
        Users all = users.getOrDefault(memory, NOBODY);
        long ports = (long) interval * memory.ports().size();
        return all.reads() + all.writes() > ports
                || all.reads() > ports - interval * count(memory, Port.WRITE)
                || all.writes() > ports - interval * count(memory, Port.READ);
    }

    private static long count(MemoryBinding memory, Port kind) {
        return memory.ports().stream().filter(port -> port == kind).count();
    }

    /** Accesses that must be in the same step at an interval, as they share a port. */
    List<List<Integer>> together(int interval) {
        return accesses.keySet().stream()
                .filter(memory -> isNeeded(memory, interval))
                .flatMap(memory -> shares(memory).stream())
                .filter(share -> share.size() > 1)
                .toList();
    }
}
