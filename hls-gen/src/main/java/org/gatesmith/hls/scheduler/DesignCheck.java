package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.dependence.MemoryAnalysis;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/**
 * Looks whether a design keeps its promises: every operation is placed once, after its operands, within the clock and its unit;
 * nothing is used twice in a cycle; what goes through memory arrives before it is read. It looks at the records alone and asks
 * nothing of the scheduler that made them.
 */
public final class DesignCheck {

    /** Sums of delays are compared with this much tolerance, in nanoseconds. */
    private static final double ROUNDING = 1e-6;

    private final Design design;
    private final MemoryAnalysis analysis;
    private final MemoryUse use;
    private final Function function;
    private final List<String> problems;

    private DesignCheck(Design design, MemoryAnalysis analysis, Function function, List<String> problems) {
        this.design = design;
        this.analysis = analysis;
        this.use = MemoryUse.of(design.program());
        this.function = function;
        this.problems = problems;
    }

    /** What is wrong, one sentence each; empty for a sound design. */
    public static List<String> problems(Design design) {
        List<String> problems = new ArrayList<>();
        MemoryAnalysis analysis = MemoryAnalysis.of(design.program());
        for (ModuleDesign module : design.modules()) {
            DesignCheck check = new DesignCheck(design, analysis, module.function(), problems);
            switch (module) {
                case ModuleDesign.Core core -> check.core(core);
                case ModuleDesign.Sequential sequential -> check.sequence(sequential.body());
                case ModuleDesign.Dataflow dataflow -> check.dataflow(dataflow);
            }
        }
        return List.copyOf(problems);
    }

    private void core(ModuleDesign.Core core) {
        body(core.function().body().ops(), core.placements(), 1, core.latency() + 1, "core " + function.name());
    }

    private void sequence(Sequence sequence) {
        for (Unit unit : sequence.units()) {
            switch (unit) {
                case Unit.Block block -> block(block);
                case Unit.PipelinedLoop loop -> pipeline(loop);
                case Unit.CountedLoop loop -> sequence(loop.body());
                case Unit.ConditionLoop loop -> {
                    sequence(loop.before());
                    sequence(loop.body());
                }
                case Unit.Branch branch -> {
                    sequence(branch.thenUnits());
                    sequence(branch.elseUnits());
                }
                case Unit.FrameLoop loop -> frames(loop);
                case Unit.Invocation _ -> {}
            }
        }
    }

    /** Frames overlap, so nothing but memory may lead from one to the next, and the module must know about that. */
    private void frames(Unit.FrameLoop loop) {
        sequence(loop.before());
        String where = "loop " + loop.loop().label();
        boolean overlaps =
                design.module(loop.call().callee()) instanceof ModuleDesign.Dataflow callee && callee.overlaps();
        require(overlaps, where, "its frames overlap, those of " + loop.call().callee() + " do not");
        require(loop.loop().carried().isEmpty(), where, "frames hand on a number");
        for (int i = 0; i < loop.call().operands().size(); i++) {
            Value operand = loop.call().operands().get(i);
            require(
                    !(operand.type() instanceof PortType) || !(use.reads(loop.call(), i) && use.writes(loop.call(), i)),
                    where,
                    "a frame may read from port " + operand + " what one before wrote");
        }
    }

    /** Whoever shares a memory with a process that writes it is linked with that. */
    private void dataflow(ModuleDesign.Dataflow module) {
        List<ModuleDesign.Process> processes = module.processes();
        for (int from = 0; from < processes.size(); from++) {
            Op.Call writer = processes.get(from).call();
            for (int i = 0; i < writer.operands().size(); i++) {
                Value memory = writer.operands().get(i);
                if (!(memory.type() instanceof ScalarType) && use.writes(writer, i)) {
                    shared(module, from, memory);
                }
            }
        }
    }

    private void shared(ModuleDesign.Dataflow module, int from, Value memory) {
        List<ModuleDesign.Process> processes = module.processes();
        boolean own = !module.function().parameters().contains(memory);
        for (int to = 0; to < processes.size(); to++) {
            if (to == from || !processes.get(to).call().operands().contains(memory)) {
                continue;
            }
            int reader = to;
            boolean linked = module.links().stream()
                    .anyMatch(link -> link.from() == from
                            && link.to() == reader
                            && link.memory() == memory
                            && (own || link.kind() != ModuleDesign.Link.Kind.PING_PONG));
            boolean later = memory.type() instanceof FifoType
                    || processes.get(to).after().contains(from);
            require(
                    linked && later,
                    "dataflow function " + module.function().name(),
                    processes.get(to).call().callee() + " does not wait for "
                            + processes.get(from).call().callee());
        }
    }

    private void block(Unit.Block block) {
        List<Op> ops = block.placements().stream().map(Placement::op).toList();
        String where = "a block of " + function.name();
        Map<Op, Placement> placed = body(ops, block.placements(), Integer.MAX_VALUE, block.length(), where);
        order(analysis.dependences(function, ops), placed, Integer.MAX_VALUE, where);
    }

    // ---- placements

    private Map<Op, Placement> body(List<Op> ops, List<Placement> placements, int interval, int length, String where) {
        Map<Op, Placement> placed = new IdentityHashMap<>();
        Map<Value, Placement> producers = new IdentityHashMap<>();
        for (Placement placement : placements) {
            require(placed.put(placement.op(), placement) == null, where, "an operation is placed twice", placement);
            placement.op().results().forEach(result -> producers.put(result, placement));
            require(
                    placement.step() >= 0 && placement.resultStep() < length,
                    where,
                    "it ends after the unit",
                    placement);
            require(
                    placement.readyNanoseconds() <= design.clock().usableNanoseconds() + ROUNDING,
                    where,
                    "it takes longer than a cycle",
                    placement);
        }
        for (Op op : ops) {
            boolean declared = op instanceof Op.AllocArray || op instanceof Op.AllocFifo;
            if (!declared && !placed.containsKey(op)) {
                problems.add(where + ": no place for " + op);
            }
        }
        placements.forEach(placement -> operands(placement, producers, where));
        resources(placements, interval, where);
        ports(placements, where);
        return placed;
    }

    private void operands(Placement placement, Map<Value, Placement> producers, String where) {
        for (Value value : GraphBuilder.read(placement.op())) {
            Placement producer = producers.get(value);
            if (producer == null) {
                continue;
            }
            boolean sameStep = producer.resultStep() == placement.step();
            require(
                    producer.resultStep() <= placement.step(),
                    where,
                    "it starts before its operand is there",
                    placement);
            require(
                    !sameStep
                            || placement.latency() > 0
                            || placement.op().results().isEmpty()
                            || producer.readyNanoseconds() <= placement.readyNanoseconds() + ROUNDING,
                    where,
                    "it is ready before its operand",
                    placement);
        }
    }

    private void resources(List<Placement> placements, int interval, String where) {
        Map<List<Object>, List<Placement>> taken = new HashMap<>();
        for (Placement placement : placements) {
            List<Object> key = key(placement, interval);
            if (!key.isEmpty()) {
                List<Placement> others = taken.computeIfAbsent(key, _ -> new ArrayList<>());
                require(
                        others.stream().allMatch(other -> mayShare(other, placement)),
                        where,
                        "it shares a resource with another in one cycle",
                        placement);
                others.add(placement);
            }
        }
    }

    /** The lanes of a group, and accesses of a memory that exclude each other in an iteration. */
    private boolean mayShare(Placement first, Placement second) {
        if (user(first) == user(second)) {
            return true;
        }
        return first.resource() instanceof Resource.MemoryPort
                && first.step() == second.step()
                && Access.of(first.op()).orElseThrow().guard() instanceof Value condition
                && Access.of(second.op()).orElseThrow().guard() instanceof Value other
                && analysis.exclude(function, condition, other);
    }

    /** The lanes of a group use their channel together. */
    private static Object user(Placement placement) {
        return placement.resource() instanceof Resource.BoardAccess access ? access.group() : placement.op();
    }

    /** What is taken and when; empty if it is not limited. */
    private List<Object> key(Placement placement, int interval) {
        int slot = placement.step() % interval;
        return switch (placement.resource()) {
            case Resource.Wires _ -> List.of();
            case Resource.Operator operator -> List.of("operator", operator.kind(), operator.instance(), slot);
            case Resource.CoreInstance core -> List.of("core", core.function(), core.instance(), slot);
            case Resource.MemoryPort port ->
                port.memory().storage() == StorageKind.REGISTER
                        ? List.of()
                        : List.of("memory", new Identity(port.memory().array()), port.port(), slot);
            case Resource.FifoSide _ -> {
                Access access = Access.of(placement.op()).orElseThrow();
                yield access.kind() == Access.Kind.TEST
                        ? List.of()
                        : List.of("fifo", new Identity(access.memory()), access.kind(), slot);
            }
            case Resource.BoardAccess access ->
                List.of(
                        "port",
                        new Identity(access.group().port()),
                        access.group().write(),
                        slot);
        };
    }

    /** A value as a key. */
    private record Identity(Value value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity that && that.value == value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }

    // ---- memory

    private void ports(List<Placement> placements, String where) {
        for (Placement placement : placements) {
            if (placement.resource() instanceof Resource.MemoryPort port) {
                kind(placement, port.memory(), port.port(), where);
            }
        }
    }

    private void kind(Placement placement, MemoryBinding memory, int port, String where) {
        MemoryBinding.Port kind = memory.ports().get(port);
        boolean write = Access.of(placement.op()).orElseThrow().isWrite();
        boolean fits = memory.storage() == StorageKind.REGISTER
                || kind == MemoryBinding.Port.BOTH
                || (kind == MemoryBinding.Port.WRITE) == write;
        require(fits, where, "its port of the memory cannot do that", placement);
    }

    /** What one access does must come before what another one does, in the same or a later iteration. */
    private void order(List<Dependence> dependences, Map<Op, Placement> placed, long interval, String where) {
        for (Dependence dependence : dependences) {
            Placement from = placed.get(dependence.from());
            Placement to = placed.get(dependence.to());
            if (from == null || to == null || dependence.memory().type() instanceof FifoType) {
                continue;
            }
            boolean board = dependence.memory().type() instanceof PortType;
            int delay = dependence.kind() == Dependence.Kind.ANTI ? (board ? from.latency() : 0) : 1;
            long start = dependence.distance() == 0 ? to.step() : to.step() + dependence.distance() * interval;
            require(from.step() + delay <= start, where, "it overtakes an access before it", to);
        }
    }

    // ---- pipelines

    private void pipeline(Unit.PipelinedLoop unit) {
        String where = "loop " + unit.loop().label();
        Map<Op, Placement> placed =
                body(unit.loop().body().ops(), unit.placements(), unit.interval(), unit.depth(), where);
        order(analysis.dependences(function, unit.loop()), placed, unit.interval(), where);
        Map<Value, Placement> producers = new IdentityHashMap<>();
        unit.placements()
                .forEach(placement -> placement.op().results().forEach(result -> producers.put(result, placement)));
        for (int i = 0; i < unit.loop().carried().size(); i++) {
            Placement last = producers.get(unit.loop().body().yields().get(i));
            Value carried = unit.loop().carried().get(i);
            int from = last == null ? 0 : last.resultStep() + 1 - unit.interval();
            for (Placement placement : unit.placements()) {
                require(
                        placement.step() >= from
                                || !GraphBuilder.read(placement.op()).contains(carried),
                        where,
                        "it starts before the iteration before has its operand",
                        placement);
            }
        }
    }

    private void require(boolean condition, String where, String reason) {
        if (!condition) {
            problems.add(where + ": " + reason);
        }
    }

    private void require(boolean condition, String where, String reason, Placement placement) {
        if (!condition) {
            problems.add(String.format(
                    Locale.ROOT,
                    "%s: %s: step %d + %d, %s",
                    where,
                    reason,
                    placement.step(),
                    placement.latency(),
                    placement.op()));
        }
    }
}
