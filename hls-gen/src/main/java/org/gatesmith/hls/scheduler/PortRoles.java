package org.gatesmith.hls.scheduler;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;

/** What a module does at the ports of its memories. */
final class PortRoles {

    private final Map<MemoryBinding, Map<Integer, Set<Access.Kind>>> roles = new HashMap<>();

    PortRoles(Sequence body) {
        body.all().flatMap(PortRoles::placements).forEach(this::add);
    }

    private static Stream<Placement> placements(Unit unit) {
        return switch (unit) {
            case Unit.Block block -> block.placements().stream();
            case Unit.PipelinedLoop loop -> loop.placements().stream();
            default -> Stream.empty();
        };
    }

    private void add(Placement placement) {
        if (placement.resource() instanceof Resource.MemoryPort(MemoryBinding memory, int port)) {
            Access.of(placement.op())
                    .ifPresent(access -> roles.computeIfAbsent(memory, _ -> new TreeMap<>())
                            .computeIfAbsent(port, _ -> EnumSet.noneOf(Access.Kind.class))
                            .add(access.kind()));
        }
    }

    /**
     * Whether two ports are in use and not one of them for reading alone and the other for writing alone: blocks of memory then have
     * half as wide words.
     */
    boolean areTrueDual(MemoryBinding memory) {
        Map<Integer, Set<Access.Kind>> ports = roles.getOrDefault(memory, Map.of());
        long reading =
                ports.values().stream().filter(Set.of(Access.Kind.READ)::equals).count();
        long writing = ports.values().stream()
                .filter(Set.of(Access.Kind.WRITE)::equals)
                .count();
        return ports.size() == 2 && !(reading == 1 && writing == 1);
    }
}
