package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.jspecify.annotations.Nullable;

/** In which order the accesses of a body to arrays, ports and FIFOs must start. */
final class MemoryOrder {

    private final ModuleContext context;
    private final ModuleContext.Body body;
    private final List<Within> within = new ArrayList<>();
    private final List<Across> across = new ArrayList<>();

    /** Within an iteration: {@code to} starts at least {@code delay} cycles after {@code from}. */
    record Within(Op from, Op to, int delay) {}

    /** {@code to} starts, {@code distance} iterations later, at least {@code delay} cycles after {@code from}. */
    record Across(Op from, Op to, int delay, int distance) {}

    private @Nullable Across turn;

    private MemoryOrder(ModuleContext context, ModuleContext.Body body) {
        this.context = context;
        this.body = body;
    }

    /** The order of a stretch that runs once, or of the iterations of {@code loop}. */
    static MemoryOrder of(ModuleContext context, List<Op> ops, Op.@Nullable For loop, ModuleContext.Body body) {
        MemoryOrder order = new MemoryOrder(context, body);
        List<Dependence> dependences = loop == null ? context.dependences(ops) : context.dependences(loop);
        dependences.forEach(order::add);
        order.addChannels(ops);
        return order;
    }

    List<Within> within() {
        return within;
    }

    List<Across> across() {
        return across;
    }

    /**
     * What keeps the FIFO accesses of an iteration before those of the next, if it has several. A pipeline in which all steps wait when one
     * does needs it: an iteration that waits at its first access would hold up the last access of the one before, for which another
     * process may wait.
     */
    Optional<Across> turn() {
        return Optional.ofNullable(turn);
    }

    private void add(Dependence dependence) {
        int delay = delay(dependence);
        if (dependence.distance() == 0) {
            within.add(new Within(dependence.from(), dependence.to(), delay));
        } else {
            int distance = (int) Math.min(dependence.distance(), Integer.MAX_VALUE);
            across.add(new Across(dependence.from(), dependence.to(), delay, distance));
        }
    }

    /**
     * Cycles from the first start to the second. What is written is there in the next cycle; a read in the cycle of a write
     * returns the old element. A read of board memory has happened when its answer is there.
     */
    private int delay(Dependence dependence) {
        return switch (dependence.kind()) {
            case FLOW, OUTPUT -> 1;
            case ANTI ->
                dependence.memory().type() instanceof PortType
                        ? context.timing(dependence.from(), body).latency()
                        : 0;
            case FIFO -> isTest(dependence.from()) ? 0 : 1;
        };
    }

    private boolean isTest(Op op) {
        return context.access(op)
                .filter(access -> access.kind() == Access.Kind.TEST)
                .isPresent();
    }

    /**
     * Accesses of FIFOs that may wait keep their order, a cycle apart: another order, or two that wait for each other in one cycle,
     * could make processes wait in a circle that do not in Java.
     */
    private void addChannels(List<Op> ops) {
        Op first = null;
        Op last = null;
        for (Op op : ops) {
            Access access = context.access(op).orElse(null);
            if (access == null || !(access.memory().type() instanceof FifoType) || isTest(op)) {
                continue;
            }
            if (last != null) {
                within.add(new Within(last, op, 1));
            }
            first = first == null ? op : first;
            last = op;
        }
        if (first != null && last != null && first != last) {
            turn = new Across(last, first, 1, 1);
        }
    }
}
