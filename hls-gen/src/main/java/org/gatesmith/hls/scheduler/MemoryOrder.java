package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** In which order the accesses of a body to arrays, ports and FIFOs must start. */
final class MemoryOrder {

    private final ModuleContext context;
    private final Op.@Nullable For loop;
    private final List<Within> within = new ArrayList<>();
    private final List<Across> across = new ArrayList<>();

    /** Within an iteration: {@code to} starts at least {@code delay} cycles after {@code from}. */
    record Within(Op from, Op to, int delay) {}

    /** {@code to} starts, {@code distance} iterations later, at least {@code delay} cycles after {@code from}. */
    record Across(Op from, Op to, int delay, int distance) {}

    private MemoryOrder(ModuleContext context, Op.@Nullable For loop) {
        this.context = context;
        this.loop = loop;
    }

    static MemoryOrder of(ModuleContext context, List<Op> ops, Op.@Nullable For loop) {
        MemoryOrder order = new MemoryOrder(context, loop);
        Map<Value, List<Access>> memories = new IdentityHashMap<>();
        List<Access> channels = new ArrayList<>();
        for (Op op : ops) {
            Access access = context.access(op).orElse(null);
            if (access == null) {
                continue;
            }
            memories.computeIfAbsent(access.memory(), _ -> new ArrayList<>()).add(access);
            if (access.memory().type() instanceof FifoType) {
                channels.add(access);
            }
        }
        memories.values().forEach(order::addMemory);
        order.addChannels(channels);
        return order;
    }

    List<Within> within() {
        return within;
    }

    List<Across> across() {
        return across;
    }

    // ---- arrays and ports

    private void addMemory(List<Access> accesses) {
        for (int first = 0; first < accesses.size(); first++) {
            for (int second = 0; second < accesses.size(); second++) {
                addPair(accesses.get(first), accesses.get(second), first < second);
            }
        }
    }

    private void addPair(Access from, Access to, boolean inOrder) {
        if (from.kind() != Access.Kind.WRITE && to.kind() != Access.Kind.WRITE && !isFifo(from)) {
            return;
        }
        if (areApart(from, to)) {
            return;
        }
        int delay = delay(from);
        if (inOrder) {
            within.add(new Within(from.op(), to.op(), delay));
        } else if (loop != null) {
            across.add(new Across(from.op(), to.op(), delay, 1));
        }
    }

    private static boolean isFifo(Access access) {
        return access.memory().type() instanceof FifoType;
    }

    /** Constant indices that differ. */
    private boolean areApart(Access first, Access second) {
        for (int i = 0; i < first.indices().size(); i++) {
            var one = context.constant(first.indices().get(i));
            var other = context.constant(second.indices().get(i));
            if (one.isPresent() && other.isPresent() && !Objects.equals(one, other)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Cycles from the first start to the second. What is written is there in the next cycle; a read in the cycle of a write
     * returns the old element. A read of board memory has happened when its answer is there.
     */
    private int delay(Access from) {
        if (from.kind() == Access.Kind.TEST) {
            return 0;
        }
        if (isFifo(from) || from.isWrite()) {
            return 1;
        }
        return from.memory().type() instanceof PortType
                ? context.timing(from.op(), loop == null ? ModuleContext.Body.BLOCK : ModuleContext.Body.PIPELINE)
                        .latency()
                : 0;
    }

    // ---- FIFOs

    /**
     * Accesses that may wait keep their order, a cycle apart: another order, or two that wait for each other in one cycle, could
     * make processes wait in a circle that do not in Java.
     */
    private void addChannels(List<Access> accesses) {
        Access last = null;
        for (Access access : accesses) {
            if (access.kind() == Access.Kind.TEST) {
                continue;
            }
            if (last != null) {
                within.add(new Within(last.op(), access.op(), 1));
            }
            last = access;
        }
    }
}
