package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** Schedules the blocks and pipelined loops of one module. */
final class Bodies {

    /** Far more than any loop needs whose iterations do not overlap at all. */
    private static final int MAX_INTERVAL = 1 << 14;

    private final ModuleContext context;
    private final Instances instances = new Instances();

    Bodies(ModuleContext context) {
        this.context = context;
    }

    /**
     * Operations that run once at a time.
     *
     * @param deciding values that a controller looks at in the last step
     */
    Unit.Block block(List<Op> ops, List<Value> deciding, List<Value> fences) {
        OperationGraph graph = GraphBuilder.block(context, ops);
        Timetable table = once(graph);
        List<Placement> placements = placements(ops, graph, table);
        int length = table.length();
        boolean late = placements.stream()
                .anyMatch(placement -> placement.resultStep() == length - 1
                        && placement.readyNanoseconds()
                                        + context.operators().write().inputNanoseconds()
                                > context.usableNanoseconds()
                        && placement.op().results().stream().anyMatch(deciding::contains));
        return new Unit.Block(placements, late ? length + 1 : length, fences);
    }

    private Timetable once(OperationGraph graph) {
        return new ListScheduler(graph, context.usableNanoseconds())
                .place(ListScheduler.ONCE, new int[graph.size()])
                .orElseThrow();
    }

    /** The body of a pure function, which takes new operands in every cycle: no two of its operations share a port. */
    List<Placement> core(List<Op> ops) {
        OperationGraph graph = GraphBuilder.core(context, ops);
        Timetable table = new ListScheduler(graph, context.usableNanoseconds())
                .place(1, new int[graph.size()])
                .orElseThrow();
        return placements(ops, graph, table);
    }

    /** A loop whose iterations overlap. */
    Unit.PipelinedLoop pipeline(Op.For loop, List<Value> fences) {
        return pipeline(loop, GraphBuilder.pipeline(context, loop), 1, fences)
                .or(() -> pipeline(loop, GraphBuilder.slowPipeline(context, loop), MAX_INTERVAL, fences))
                .orElseThrow(() -> new IllegalStateException("no schedule for loop " + loop.label()));
    }

    private Optional<Unit.PipelinedLoop> pipeline(Op.For loop, OperationGraph graph, int maximum, List<Value> fences) {
        int requested = loop.directives().pipelineInterval();
        PortSharing sharing = new PortSharing(graph, context);
        List<IntervalBounds.Limit> limits = limits(graph, sharing, requested);
        int minimum =
                limits.stream().mapToInt(IntervalBounds.Limit::interval).max().orElse(requested);
        return new IntervalSearch(graph, sharing, context.usableNanoseconds())
                .search(minimum, maximum)
                .map(found -> new Unit.PipelinedLoop(
                        loop,
                        placements(loop.body().ops(), graph, found.timetable()),
                        found.interval(),
                        found.timetable().length(),
                        new IntervalBounds(requested, limits),
                        fences));
    }

    /** What forbids intervals that the schedule asks for, the strictest first. */
    private List<IntervalBounds.Limit> limits(OperationGraph graph, PortSharing sharing, int requested) {
        Stream<IntervalBounds.Limit> recurrence = new RecurrenceBounds(graph, context.usableNanoseconds())
                .strictest().stream().map(limit -> limit);
        return Stream.concat(recurrence, new ContentionBounds(graph, sharing).all().stream())
                .filter(limit -> limit.interval() > requested)
                .sorted(Comparator.comparingInt(IntervalBounds.Limit::interval).reversed())
                .toList();
    }

    // ---- placements

    private List<Placement> placements(List<Op> ops, OperationGraph graph, Timetable table) {
        Map<Op, Placement> placed = new IdentityHashMap<>();
        for (int number = 0; number < graph.size(); number++) {
            Node node = graph.nodes().get(number);
            Resource resource = resource(node, table.unit(number));
            for (Op op : node.ops()) {
                placed.put(
                        op,
                        new Placement(
                                op,
                                table.step(number),
                                node.timing().latency(),
                                table.readyNanoseconds(number),
                                resource));
            }
        }
        List<Placement> placements = new ArrayList<>();
        for (Op op : ops) {
            Placement placement = placed.get(op);
            if (placement != null) {
                placements.add(placement);
            }
        }
        return placements;
    }

    private Resource resource(Node node, int unit) {
        if (node.group() != null) {
            return new Resource.BoardAccess(node.group());
        }
        if (node.demand() instanceof Demand.MemoryAccess access) {
            return new Resource.MemoryPort(access.memory(), unit);
        }
        boolean fifo = node.first().operands().stream().anyMatch(operand -> operand.type() instanceof FifoType)
                || node.demand() instanceof Demand.Channel;
        if (fifo) {
            return new Resource.FifoSide();
        }
        return node.timing().isWires() ? new Resource.Wires() : instances.of(node, unit);
    }
}
