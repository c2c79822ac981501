package org.gatesmith.hls.scheduler;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;

/**
 * Joins accesses of a body to neighbouring elements of a port: those of one direction, without one of the other direction between
 * them, under the same condition, whose indices differ by constants. As they all happen or none does, no index wraps around: the
 * elements exist.
 */
final class PortGroups {

    /** Widest request: that of the widest AXI data bus of the boards, 512 bits. */
    private static final int MAX_BYTES = 64;

    private final ModuleContext context;
    private final Map<Value, Op.Compute> computes = new IdentityHashMap<>();
    private final Map<Value, Op> producers = new IdentityHashMap<>();
    private final Map<Op, AccessGroup> groups = new IdentityHashMap<>();

    private PortGroups(ModuleContext context, List<Op> ops) {
        this.context = context;
        for (Op op : ops) {
            op.results().forEach(result -> producers.put(result, op));
            if (op instanceof Op.Compute compute) {
                computes.put(compute.result(), compute);
            }
        }
    }

    /** The group of every access of a port. */
    static Map<Op, AccessGroup> of(ModuleContext context, List<Op> ops) {
        PortGroups groups = new PortGroups(context, ops);
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

    /** Stands for zero where an index is a constant. */
    private static final Value NO_BASE = Value.of(IntType.BOOL);

    /** An index as a sum of a value and a constant. */
    private record Sum(Value base, BigInteger offset) {
        Sum plus(BigInteger number) {
            return new Sum(base, offset.add(number));
        }
    }

    private record Lane(Access access, Sum index) {}

    private void divide(List<Access> run) {
        List<Lane> rest = new ArrayList<>(run.stream()
                .map(access -> new Lane(access, sum(access.indices().getFirst())))
                .toList());
        while (!rest.isEmpty()) {
            List<Lane> lanes = together(rest);
            // By identity: the same store may stand there twice.
            rest.removeIf(lane -> lanes.stream().anyMatch(taken -> taken == lane));
            close(lanes);
        }
    }

    /** The first lane and those of the others that fit into a request with it. */
    private List<Lane> together(List<Lane> rest) {
        Lane first = rest.getFirst();
        PortType port = (PortType) first.access().memory().type();
        BigInteger width = BigInteger.valueOf(MAX_BYTES / bytes(port));
        List<Lane> lanes = new ArrayList<>(List.of(first));
        BigInteger low = first.index().offset();
        BigInteger high = low;
        for (Lane lane : rest.subList(1, rest.size())) {
            BigInteger newLow = low.min(lane.index().offset());
            BigInteger newHigh = high.max(lane.index().offset());
            boolean fits = lane.index().base() == first.index().base()
                    && lane.access().guard() == first.access().guard()
                    && newHigh.subtract(newLow).compareTo(width) < 0
                    && lanes.stream()
                            .noneMatch(other ->
                                    other.index().offset().equals(lane.index().offset()))
                    && !dependsOn(lane.access(), lanes);
            if (fits) {
                lanes.add(lane);
                low = newLow;
                high = newHigh;
            } else if (first.access().isWrite()) {
                // Writes keep their order: a later one must not overtake this one.
                break;
            }
        }
        return lanes;
    }

    /** Whether an access needs what one of the lanes reads. */
    private boolean dependsOn(Access access, List<Lane> lanes) {
        Set<Op> targets = Collections.newSetFromMap(new IdentityHashMap<>());
        lanes.forEach(lane -> targets.add(lane.access().op()));
        Set<Op> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return !access.isWrite() && reaches(access.op(), targets, seen);
    }

    private boolean reaches(Op op, Set<Op> targets, Set<Op> seen) {
        for (Value value : GraphBuilder.read(op)) {
            Op producer = producers.get(value);
            if (producer != null && seen.add(producer)) {
                if (targets.contains(producer) || reaches(producer, targets, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void close(List<Lane> lanes) {
        List<Lane> sorted = lanes.stream()
                .sorted(Comparator.comparing(lane -> lane.index().offset()))
                .toList();
        Access first = sorted.getFirst().access();
        BigInteger origin = sorted.getFirst().index().offset();
        AccessGroup group = new AccessGroup(
                first.memory(),
                first.isWrite(),
                sorted.stream().map(lane -> lane.access().op()).toList(),
                sorted.stream()
                        .map(lane -> lane.index().offset().subtract(origin).intValueExact())
                        .toList());
        group.lanes().forEach(op -> groups.put(op, group));
    }

    /** Size in board memory, where a boolean is a byte. */
    static int bytes(PortType port) {
        return switch (port.element()) {
            case FloatType.F32 -> Float.BYTES;
            case FloatType.F64 -> Double.BYTES;
            case IntType integer -> Math.ceilDiv(integer.width(), Byte.SIZE);
        };
    }

    private Sum sum(Value index) {
        Value base = index;
        BigInteger offset = BigInteger.ZERO;
        Optional<Sum> inner = peel(base);
        while (inner.isPresent()) {
            base = inner.get().base();
            offset = offset.add(inner.get().offset());
            inner = peel(base);
        }
        return context.constant(base)
                .map(number -> new Sum(NO_BASE, number))
                .orElse(new Sum(base, BigInteger.ZERO))
                .plus(offset);
    }

    private Optional<Sum> peel(Value value) {
        Op.Compute op = computes.get(value);
        if (op == null) {
            return Optional.empty();
        }
        return switch (op.operator()) {
            case ADD ->
                Stream.of(0, 1)
                        .flatMap(i -> context.constant(op.operand(i)).stream()
                                .map(number -> new Sum(op.operand(1 - i), number)))
                        .findFirst();
            case SUB -> context.constant(op.operand(1)).map(number -> new Sum(op.operand(0), number.negate()));
            default -> Optional.empty();
        };
    }
}
