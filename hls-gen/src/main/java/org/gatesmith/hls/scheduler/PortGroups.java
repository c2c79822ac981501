package org.gatesmith.hls.scheduler;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Joins accesses of a body to neighbouring elements of a port: those of one direction, without one of the other direction between
 * them, whose indices differ by constants. Each has its own condition. The request has the index of the lowest one even where that
 * one does not happen and its element need not exist; so the difference must hold there too.
 */
final class PortGroups {

    /** Widest request: that of the widest AXI data bus of the boards, 512 bits. */
    private static final int MAX_BYTES = 64;

    private final ModuleContext context;
    private final Op.@Nullable For loop;
    private final Map<Value, Op> producers = new IdentityHashMap<>();
    private final Map<Op, AccessGroup> groups = new IdentityHashMap<>();

    private PortGroups(ModuleContext context, List<Op> ops, Op.@Nullable For loop) {
        this.context = context;
        this.loop = loop;
        for (Op op : ops) {
            op.results().forEach(result -> producers.put(result, op));
        }
    }

    /**
     * The group of every access of a port.
     *
     * @param loop whose body the operations are, or null
     */
    static Map<Op, AccessGroup> of(ModuleContext context, List<Op> ops, Op.@Nullable For loop) {
        PortGroups groups = new PortGroups(context, ops, loop);
        Map<Value, List<Access>> runs = new IdentityHashMap<>();
        for (Op op : ops) {
            Access access = context.access(op).orElse(null);
            if (access == null || !(access.memory().type() instanceof PortType)) {
                continue;
            }
            List<Access> run = runs.computeIfAbsent(access.memory(), _ -> new ArrayList<>());
            if (!run.isEmpty() && run.getFirst().kind() != access.kind()) {
                groups.divide(run);
                run.clear();
            }
            run.add(access);
        }
        runs.values().forEach(groups::divide);
        return groups.groups;
    }

    /**
     * An access in a request.
     *
     * @param offset of its index from that of the first access, in elements
     */
    private record Lane(Access access, BigInteger offset) {}

    private void divide(List<Access> run) {
        List<Access> rest = new ArrayList<>(run);
        while (!rest.isEmpty()) {
            List<Lane> lanes = together(rest);
            // By identity: the same store may stand there twice.
            rest.removeIf(access -> lanes.stream().anyMatch(lane -> lane.access() == access));
            close(lanes);
        }
    }

    /** The first access and those of the others that fit into a request with it. */
    private List<Lane> together(List<Access> rest) {
        Access first = rest.getFirst();
        BigInteger width =
                BigInteger.valueOf(MAX_BYTES / ((PortType) first.memory().type()).elementBytes());
        Set<Op> needed = needed(first);
        List<Lane> lanes = new ArrayList<>(List.of(new Lane(first, BigInteger.ZERO)));
        for (Access access : rest.subList(1, rest.size())) {
            Optional<Lane> lane = context.difference(index(first), index(access))
                    .map(offset -> new Lane(access, offset))
                    .filter(one -> fits(one.offset(), lanes, width) && isPlaced(one, lanes))
                    // Nothing that comes after the first access may hold it up: requests could wait for each other in a
                    // circle.
                    .filter(_ -> access.isWrite() || needed.containsAll(needed(access)));
            lane.ifPresent(lanes::add);
            if (lane.isEmpty() && first.isWrite()) {
                // Writes keep their order: a later one must not overtake this one.
                break;
            }
        }
        return lanes;
    }

    private static Value index(Access access) {
        return access.indices().getFirst();
    }

    private static boolean fits(BigInteger offset, List<Lane> lanes, BigInteger width) {
        return lanes.stream()
                .map(lane -> lane.offset().subtract(offset).abs())
                .allMatch(distance -> distance.signum() > 0 && distance.compareTo(width) < 0);
    }

    /** Whether the index of the lowest lane says where every other is that happens. */
    private boolean isPlaced(Lane added, List<Lane> lanes) {
        Lane lowest = Stream.concat(lanes.stream(), Stream.of(added))
                .min(Comparator.comparing(Lane::offset))
                .orElseThrow();
        return lowest == added ? lanes.stream().allMatch(lane -> isPlacedBy(lowest, lane)) : isPlacedBy(lowest, added);
    }

    private boolean isPlacedBy(Lane lowest, Lane lane) {
        Value guard = lowest.access().guard();
        boolean isSure = guard == null || guard == lane.access().guard();
        BigInteger offset = lane.offset().subtract(lowest.offset());
        return isSure
                || context.offset(index(lowest.access()), index(lane.access()))
                        .filter(offset::equals)
                        .isPresent();
    }

    /** The accesses of the body whose results the index or the condition of an access comes from. */
    private Set<Op> needed(Access access) {
        Set<Op> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Value> left = new ArrayDeque<>(GraphBuilder.read(access.op()));
        while (!left.isEmpty()) {
            Value value = left.remove();
            Op producer = producers.get(value);
            if (producer == null || !seen.add(value)) {
                continue;
            }
            if (Access.of(producer).isPresent()) {
                needed.add(producer);
            } else {
                left.addAll(GraphBuilder.read(producer));
            }
        }
        return needed;
    }

    private void close(List<Lane> lanes) {
        List<Lane> sorted =
                lanes.stream().sorted(Comparator.comparing(Lane::offset)).toList();
        Access first = sorted.getFirst().access();
        BigInteger origin = sorted.getFirst().offset();
        AccessGroup group = new AccessGroup(
                first.memory(),
                first.isWrite(),
                sorted.stream().map(lane -> lane.access().op()).toList(),
                sorted.stream()
                        .map(lane -> lane.offset().subtract(origin).intValueExact())
                        .toList(),
                loop == null ? Optional.empty() : context.advance(loop, index(first)));
        group.lanes().forEach(op -> groups.put(op, group));
    }
}
