package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.operators.OperatorTiming;

/**
 * Counts what a function has however it is scheduled. In a pipelined loop every operation has an operator of its own at every
 * interval; what runs once at a time shares the operators that have registers, up to {@link GraphBuilder#TURNS} operations each.
 * Registers for values that wait, counters and controllers are left out.
 */
final class UnsharedParts {

    private final ModuleContext context;
    private final Map<String, LeastSize> callees;

    private Resources sum = Resources.NONE;
    private final Map<Span, Resources> places = new LinkedHashMap<>();
    private long operations;
    /** The most that a stretch of operations needs of each kind of shared operators. */
    private final Map<String, Pool> pools = new HashMap<>();

    /** Operators that take turns; {@code place} is one that they are for. */
    private record Pool(long count, Resources each, Span place) {}

    /**
     * For one function.
     *
     * @param callees what other functions take, by name
     */
    UnsharedParts(ModuleContext context, Map<String, LeastSize> callees) {
        this.context = context;
        this.callees = callees;
    }

    /** The function as a module with a controller. */
    LeastSize module() {
        count(context.function().body());
        pools.values().forEach(pool -> add(pool.place(), pool.each().times(pool.count())));
        return result();
    }

    /** The function as a pipelined operator. */
    LeastSize core() {
        countEach(context.function().body().ops());
        memories(context.function().body());
        return result();
    }

    /** The function as an operator of its callers, of which nothing is known but its size. */
    ModuleDesign.Core core(LeastSize size) {
        return new ModuleDesign.Core(context.function(), List.of(), 1, 0, List.of(), size.resources());
    }

    private LeastSize result() {
        return new LeastSize(sum, places, operations);
    }

    private void add(Span place, Resources resources) {
        sum = sum.plus(resources);
        places.merge(place, resources, Resources::plus);
    }

    // ---- regions

    private void count(Region region) {
        memories(region);
        // What is known of operands may be known of more of them in a longer block, which then takes less.
        LeastLogic logic = new LeastLogic(context, region.ops());
        List<Op> run = new ArrayList<>();
        for (Op op : region.ops()) {
            if (ModuleContext.isDeclaration(op)) {
                continue;
            }
            // Blocks end at fewer places; in longer ones more operations take turns.
            if (!context.isSimple(op) || isPortRead(op)) {
                countOnce(run, logic);
                run.clear();
            }
            if (context.isSimple(op)) {
                run.add(op);
            } else {
                countUnit(op);
            }
        }
        countOnce(run, logic);
    }

    private void memories(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.AllocArray || op instanceof Op.TableRef) {
                context.memory(op.results().getFirst())
                        .ifPresent(memory -> add(op.span(), ResourceEstimate.memory(memory, false)));
            }
        }
    }

    private boolean isPortRead(Op op) {
        return context.access(op)
                .filter(access -> !access.isWrite() && access.memory().type() instanceof PortType)
                .isPresent();
    }

    private void countUnit(Op op) {
        switch (op) {
            case Op.For loop -> {
                sum = sum.plus(ResourceEstimate.carried(loop, context));
                if (loop.directives().isPipelined() && isPipelineable(loop)) {
                    memories(loop.body());
                    countEach(loop.body().ops());
                } else {
                    count(loop.body());
                }
            }
            case Op.Call call -> include(callees.getOrDefault(call.callee(), LeastSize.NONE));
            default -> op.regions().forEach(this::count);
        }
    }

    private void include(LeastSize callee) {
        sum = sum.plus(callee.resources());
        operations += callee.operations();
        callee.places().forEach((place, resources) -> places.merge(place, resources, Resources::plus));
    }

    /** Whether nothing can make the loop one whose iterations follow each other. */
    private boolean isPipelineable(Op.For loop) {
        Set<Value> read = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Value> written = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Op op : loop.body().ops()) {
            context.access(op)
                    .filter(access -> access.memory().type() instanceof PortType)
                    .ifPresent(access -> (access.isWrite() ? written : read).add(access.memory()));
        }
        return written.stream().noneMatch(read::contains)
                && loop.body().ops().stream().allMatch(context::isSimple);
    }

    // ---- operations

    /** Operations of a pipeline: each has its operator. */
    private void countEach(List<Op> ops) {
        LeastLogic logic = new LeastLogic(context, ops);
        for (Op op : ops) {
            if (!ModuleContext.isDeclaration(op)) {
                operations++;
                add(op.span(), area(op, context.timing(op, ModuleContext.Body.PIPELINE), logic));
            }
        }
    }

    /** Operations that run once at a time. */
    private void countOnce(List<Op> ops, LeastLogic logic) {
        Map<String, List<Op>> sharing = new LinkedHashMap<>();
        for (Op op : ops) {
            operations++;
            OperatorTiming timing = context.timing(op, ModuleContext.Body.BLOCK);
            if (timing.latency() > 0 && context.access(op).isEmpty()) {
                sharing.computeIfAbsent(GraphBuilder.shareKey(op, timing), _ -> new ArrayList<>())
                        .add(op);
            } else {
                add(op.span(), area(op, timing, logic));
            }
        }
        sharing.forEach((key, users) ->
                pools.merge(key, pool(users, logic), (one, other) -> one.count() >= other.count() ? one : other));
    }

    private Pool pool(List<Op> users, LeastLogic logic) {
        Resources least = users.stream()
                .map(op -> area(op, context.timing(op, ModuleContext.Body.BLOCK), logic))
                .reduce(UnsharedParts::lesser)
                .orElse(Resources.NONE);
        return new Pool(
                Math.ceilDiv(users.size(), GraphBuilder.TURNS),
                least,
                users.getFirst().span());
    }

    private static Resources lesser(Resources one, Resources other) {
        return new Resources(
                Math.min(one.lut(), other.lut()),
                Math.min(one.ff(), other.ff()),
                Math.min(one.dsp(), other.dsp()),
                Math.min(one.bram18(), other.bram18()),
                Math.min(one.uram(), other.uram()));
    }

    private Resources area(Op op, OperatorTiming timing, LeastLogic logic) {
        if (context.isSummand(op)) {
            return Resources.NONE;
        }
        return LogicArea.covers(context, op) ? new Resources(logic.luts(op), 0, 0, 0, 0) : timing.area();
    }
}
