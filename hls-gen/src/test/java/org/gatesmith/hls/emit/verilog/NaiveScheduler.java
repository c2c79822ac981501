package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.DesignClock;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.MemoryBinding.Port;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.operators.DividerShape;
import org.gatesmith.hls.signature.KernelSignature;

/**
 * Legal schedules at random: operations start as late as chance has it, memories and latencies are of any kind. Whatever the
 * schedule, the hardware must do what the program says.
 */
final class NaiveScheduler {

    private static final int MAX_INTERVAL = 40;

    private final Program program;
    private final Random random;
    private final boolean compact;
    private final Map<String, ModuleDesign> modules = new LinkedHashMap<>();
    private final Map<Value, MemoryBinding> memories = new IdentityHashMap<>();
    private final Set<Value> written = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Value> passed = Collections.newSetFromMap(new IdentityHashMap<>());
    private int instances;

    private NaiveScheduler(Program program, Random random, boolean compact) {
        this.program = program;
        this.random = random;
        this.compact = compact;
    }

    static Design schedule(Program program, KernelSignature signature, long seed) {
        return new NaiveScheduler(program, new Random(seed), false).schedule(signature);
    }

    /** Without delays that are not necessary. */
    static Design compact(Program program, KernelSignature signature) {
        return new NaiveScheduler(program, new Random(1), true).schedule(signature);
    }

    private Design schedule(KernelSignature signature) {
        for (Function function : program.functions().reversed()) {
            modules.put(function.name(), module(function));
        }
        return new Design(program, signature, new DesignClock(300, 2.5), new ArrayList<>(modules.values()).reversed());
    }

    private int chance(int bound) {
        return compact ? 0 : random.nextInt(bound);
    }

    // ---- modules

    private ModuleDesign module(Function function) {
        collect(function.body());
        bindMemories(function);
        if (function.style() == Function.Style.DATAFLOW) {
            return dataflow(function);
        }
        if (isPure(function)) {
            return core(function);
        }
        return new ModuleDesign.Sequential(function, sequence(function.body()), memoriesOf(function), Resources.NONE);
    }

    private boolean isPure(Function function) {
        return function != program.top()
                && function.parameters().stream().allMatch(p -> p.type() instanceof org.gatesmith.hls.ir.IntType)
                && function.body().ops().stream()
                        .allMatch(op -> op instanceof Op.Constant
                                || op instanceof Op.Compute
                                || op instanceof Op.Assume
                                || (op instanceof Op.Call call
                                        && modules.get(call.callee()) instanceof ModuleDesign.Core));
    }

    private ModuleDesign core(Function function) {
        List<Placement> placements = place(function.body().ops(), Kind.PIPELINE);
        Map<Value, Integer> ready = new IdentityHashMap<>();
        placements.forEach(p -> p.op().results().forEach(r -> ready.put(r, p.resultStep())));
        int latency = placements.stream().mapToInt(Placement::resultStep).max().orElse(0) + chance(2);
        return new ModuleDesign.Core(function, placements, latency, 0, List.of(), Resources.NONE);
    }

    private ModuleDesign dataflow(Function function) {
        List<ModuleDesign.Process> processes = new ArrayList<>();
        List<Op.Call> calls = new ArrayList<>();
        for (Op op : function.body().ops()) {
            if (op instanceof Op.Call call) {
                List<Integer> after = new ArrayList<>();
                for (int i = 0; i < calls.size(); i++) {
                    if (sharesWrittenArray(calls.get(i), call)) {
                        after.add(i);
                    }
                }
                calls.add(call);
                processes.add(new ModuleDesign.Process(call, after));
            }
        }
        return new ModuleDesign.Dataflow(
                function, processes, List.of(), memoriesOf(function), ModuleDesign.Frames.IN_TURN, Resources.NONE);
    }

    private boolean sharesWrittenArray(Op.Call first, Op.Call second) {
        return first.operands().stream()
                .anyMatch(value ->
                        value.type() instanceof ArrayType && second.operands().contains(value));
    }

    private void collect(Region region) {
        for (Op op : region.ops()) {
            Access.of(op).filter(Access::isWrite).ifPresent(access -> written.add(access.memory()));
            if (op instanceof Op.Call call) {
                Function callee = program.function(call.callee());
                for (int i = 0; i < call.operands().size(); i++) {
                    Value operand = call.operands().get(i);
                    passed.add(operand);
                    if (written.contains(callee.parameters().get(i))) {
                        written.add(operand);
                    }
                }
            }
            op.regions().forEach(this::collect);
        }
    }

    private List<MemoryBinding> memoriesOf(Function function) {
        List<MemoryBinding> bindings = new ArrayList<>();
        memoriesOf(function.body(), bindings);
        return bindings;
    }

    private void memoriesOf(Region region, List<MemoryBinding> bindings) {
        for (Op op : region.ops()) {
            if (op instanceof Op.AllocArray || op instanceof Op.TableRef) {
                bindings.add(memories.get(op.results().getFirst()));
            }
            op.regions().forEach(inner -> memoriesOf(inner, bindings));
        }
    }

    private void bindMemories(Function function) {
        for (Value parameter : function.parameters()) {
            if (parameter.type() instanceof ArrayType) {
                memories.put(
                        parameter, new MemoryBinding(parameter, StorageKind.BRAM, 1, List.of(Port.BOTH, Port.BOTH)));
            }
        }
        bind(function.body());
    }

    private void bind(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.AllocArray alloc -> memories.put(alloc.result(), array(alloc.result()));
                case Op.TableRef table -> memories.put(table.result(), table(table.result()));
                default -> op.regions().forEach(this::bind);
            }
        }
    }

    private MemoryBinding array(Value array) {
        if (passed.contains(array)) {
            return new MemoryBinding(array, StorageKind.BRAM, 1, List.of(Port.BOTH, Port.BOTH));
        }
        return switch (random.nextInt(5)) {
            case 0 -> new MemoryBinding(array, StorageKind.REGISTER, 0, List.of(Port.READ, Port.WRITE));
            case 1 -> new MemoryBinding(array, StorageKind.LUTRAM, 0, List.of(Port.WRITE, Port.READ, Port.READ));
            case 2 -> new MemoryBinding(array, StorageKind.URAM, 1 + random.nextInt(2), List.of(Port.READ, Port.WRITE));
            case 3 -> new MemoryBinding(array, StorageKind.BRAM, 1 + random.nextInt(2), List.of(Port.WRITE, Port.READ));
            default -> new MemoryBinding(array, StorageKind.BRAM, 1 + random.nextInt(2), List.of(Port.BOTH, Port.BOTH));
        };
    }

    private MemoryBinding table(Value table) {
        List<Port> ports = List.of(Port.READ, Port.READ);
        return random.nextBoolean()
                ? new MemoryBinding(table, StorageKind.LUTRAM, 0, ports)
                : new MemoryBinding(table, StorageKind.BRAM, passed.contains(table) ? 1 : 1 + random.nextInt(2), ports);
    }

    // ---- units

    private boolean isSimple(Op op) {
        return switch (op) {
            case Op.For _, Op.While _ -> false;
            case Op.If branch -> isGuardedAccess(branch);
            case Op.Call call -> modules.get(call.callee()) instanceof ModuleDesign.Core;
            default -> true;
        };
    }

    private static boolean isGuardedAccess(Op.If branch) {
        return Access.of(branch).isPresent() && branch.results().size() <= 1;
    }

    private Sequence sequence(Region region) {
        List<Unit> units = new ArrayList<>();
        List<Op> run = new ArrayList<>();
        for (Op op : region.ops()) {
            if (isSimple(op)) {
                if (readsAfterWrite(run, op)) {
                    units.add(block(run));
                    run = new ArrayList<>();
                }
                run.add(op);
                continue;
            }
            if (!run.isEmpty()) {
                units.add(block(run));
                run = new ArrayList<>();
            }
            units.add(unit(op));
        }
        if (!run.isEmpty() || units.isEmpty()) {
            units.add(block(run));
        }
        return new Sequence(units);
    }

    private static boolean readsAfterWrite(List<Op> run, Op op) {
        return Access.of(op)
                .filter(access -> !access.isWrite() && access.memory().type() instanceof PortType)
                .filter(access -> run.stream()
                        .flatMap(other -> Access.of(other).stream())
                        .anyMatch(other -> other.isWrite() && other.memory() == access.memory()))
                .isPresent();
    }

    private Unit unit(Op op) {
        return switch (op) {
            case Op.If branch -> new Unit.Branch(branch, sequence(branch.thenRegion()), sequence(branch.elseRegion()));
            case Op.While loop -> new Unit.ConditionLoop(loop, sequence(loop.before()), sequence(loop.body()));
            case Op.For loop -> loop(loop);
            case Op.Call call -> new Unit.Invocation(call, fences(call));
            default -> throw new IllegalStateException(op.toString());
        };
    }

    private List<Value> fences(Op.Call call) {
        return call.operands().stream()
                .filter(value -> value.type() instanceof PortType && written.contains(value))
                .distinct()
                .toList();
    }

    private List<Value> fences(List<Op> ops) {
        List<Value> fences = new ArrayList<>();
        for (Op op : ops) {
            Access.of(op)
                    .filter(access -> !access.isWrite()
                            && access.memory().type() instanceof PortType
                            && written.contains(access.memory())
                            && !fences.contains(access.memory()))
                    .ifPresent(access -> fences.add(access.memory()));
        }
        return fences;
    }

    private Unit block(List<Op> ops) {
        List<Placement> placements = place(ops, Kind.BLOCK);
        int length = placements.stream().mapToInt(p -> p.resultStep() + 1).max().orElse(1);
        return new Unit.Block(placements, length + chance(2), fences(ops));
    }

    private Unit loop(Op.For loop) {
        boolean wanted = loop.directives().isPipelined() || chance(2) == 1;
        if (wanted && loop.body().ops().stream().allMatch(this::isSimple) && !readsAndWritesPort(loop)) {
            List<Placement> placements = place(loop.body().ops(), Kind.PIPELINE);
            int depth =
                    placements.stream().mapToInt(p -> p.resultStep() + 1).max().orElse(1) + chance(2);
            for (int interval = 1 + chance(3); interval < MAX_INTERVAL; interval++) {
                if (isLegal(loop, placements, interval)) {
                    IntervalBounds bounds = new IntervalBounds(interval, List.of());
                    return new Unit.PipelinedLoop(
                            loop,
                            placements,
                            interval,
                            depth,
                            bounds,
                            fences(loop.body().ops()));
                }
            }
        }
        return new Unit.CountedLoop(loop, sequence(loop.body()));
    }

    private static boolean readsAndWritesPort(Op.For loop) {
        List<Access> accesses = loop.body().ops().stream()
                .flatMap(op -> Access.of(op).stream())
                .filter(access -> access.memory().type() instanceof PortType)
                .toList();
        return accesses.stream()
                .filter(Access::isWrite)
                .anyMatch(write ->
                        accesses.stream().anyMatch(read -> !read.isWrite() && read.memory() == write.memory()));
    }

    // ---- steps

    private enum Kind {
        BLOCK,
        PIPELINE
    }

    private List<Placement> place(List<Op> ops, Kind kind) {
        List<Placement> placements = new ArrayList<>();
        Map<Value, Integer> ready = new IdentityHashMap<>();
        for (Op op : ops) {
            if (op instanceof Op.AllocArray || op instanceof Op.TableRef) {
                continue;
            }
            int step = chance(3) == 2 ? chance(3) : 0;
            for (Value operand : operands(op)) {
                step = Math.max(step, ready.getOrDefault(operand, 0));
            }
            Access access = Access.of(op).orElse(null);
            if (access != null) {
                for (Placement earlier : placements) {
                    step = Math.max(step, after(earlier, access));
                }
            }
            Placement placement = placement(op, step, kind, placements);
            placements.add(placement);
            op.results().forEach(result -> ready.put(result, placement.resultStep()));
        }
        return placements;
    }

    /** What an operation reads, in its regions too. */
    private static List<Value> operands(Op op) {
        List<Value> all = new ArrayList<>(op.operands());
        op.regions().forEach(region -> region.ops().forEach(inner -> all.addAll(inner.operands())));
        return all;
    }

    /** The first step for an access after an earlier one in the program. */
    private static int after(Placement earlier, Access access) {
        Access before = Access.of(earlier.op()).orElse(null);
        if (before == null || before.memory() != access.memory()) {
            return 0;
        }
        boolean board = access.memory().type() instanceof PortType;
        if (board && access.isWrite() && !before.isWrite()) {
            return earlier.resultStep();
        }
        boolean both = !before.isWrite() && access.isWrite() && access.memory().type() instanceof ArrayType;
        boolean reads =
                !before.isWrite() && !access.isWrite() && access.memory().type() instanceof ArrayType;
        return both || reads ? earlier.step() : earlier.step() + 1;
    }

    private Placement placement(Op op, int step, Kind kind, List<Placement> placements) {
        Access access = Access.of(op).orElse(null);
        if (access == null) {
            int latency = latency(op);
            Resource resource = op instanceof Op.Call call
                    ? new Resource.CoreInstance(call.callee(), instances++)
                    : new Resource.Operator("op", instances++);
            return new Placement(op, step, latency, 0, resource);
        }
        return switch (access.memory().type()) {
            case ArrayType _ -> array(op, access, step, placements);
            case FifoType _ -> new Placement(op, step, 0, 0, new Resource.FifoSide());
            default -> {
                AccessGroup group =
                        new AccessGroup(access.memory(), access.isWrite(), List.of(op), List.of(0), Optional.empty());
                int latency = access.isWrite() ? 0 : kind == Kind.BLOCK ? 1 : 1 + chance(6);
                yield new Placement(op, step, latency, 0, new Resource.BoardAccess(group));
            }
        };
    }

    private int latency(Op op) {
        return switch (op) {
            case Op.Call call -> ((ModuleDesign.Core) modules.get(call.callee())).latency();
            case Op.Compute compute when compute.operator() == Operator.MUL -> chance(4);
            case Op.Compute compute
            when compute.operator() == Operator.DIV || compute.operator() == Operator.REM ->
                chance(2) == 0 ? 0 : DividerShape.of(compute).latency();
            default -> 0;
        };
    }

    private Placement array(Op op, Access access, int earliest, List<Placement> placements) {
        MemoryBinding binding = memories.get(access.memory());
        if (binding.storage() == StorageKind.REGISTER) {
            return new Placement(op, earliest, 0, 0, new Resource.MemoryPort(binding, access.isWrite() ? 1 : 0));
        }
        for (int step = earliest; ; step++) {
            for (int port = 0; port < binding.ports().size(); port++) {
                Port kind = binding.ports().get(port);
                boolean fits = kind == Port.BOTH || (kind == Port.WRITE) == access.isWrite();
                if (fits && isFree(placements, binding, port, step)) {
                    int latency = access.isWrite() ? 0 : binding.readLatency();
                    return new Placement(op, step, latency, 0, new Resource.MemoryPort(binding, port));
                }
            }
        }
    }

    private static boolean isFree(List<Placement> placements, MemoryBinding binding, int port, int step) {
        Resource resource = new Resource.MemoryPort(binding, port);
        return placements.stream()
                .noneMatch(p -> p.step() == step && p.resource().equals(resource));
    }

    // ---- intervals

    private static boolean isLegal(Op.For loop, List<Placement> placements, int interval) {
        return carriesInTime(loop, placements, interval)
                && portsAreFree(placements, interval)
                && keepsOrder(placements, interval);
    }

    private static boolean carriesInTime(Op.For loop, List<Placement> placements, int interval) {
        List<CarriedStep> carried = CarriedStep.of(loop, placements, interval);
        for (int i = 0; i < carried.size(); i++) {
            Value value = loop.carried().get(i);
            int from = carried.get(i).from();
            if (placements.stream().anyMatch(p -> operands(p.op()).contains(value) && p.step() < from)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInRegisters(Placement placement) {
        return placement.resource() instanceof Resource.MemoryPort(var binding, int _)
                && binding.storage() == StorageKind.REGISTER;
    }

    private static boolean portsAreFree(List<Placement> placements, int interval) {
        Set<String> taken = new HashSet<>();
        for (Placement placement : placements) {
            Access access = Access.of(placement.op()).orElse(null);
            if (access == null || isInRegisters(placement)) {
                continue;
            }
            String port = placement.resource() instanceof Resource.MemoryPort(var _, int number) ? "" + number : "";
            String key = System.identityHashCode(access.memory()) + " " + access.isWrite() + port + " "
                    + placement.step() % interval;
            String both = System.identityHashCode(access.memory()) + " port" + port + " " + placement.step() % interval;
            boolean array = placement.resource() instanceof Resource.MemoryPort;
            if (!taken.add(array ? both : key)) {
                return false;
            }
        }
        return true;
    }

    /** Accesses to a memory that is written, or to a FIFO, happen in the order of the iterations. */
    private static boolean keepsOrder(List<Placement> placements, int interval) {
        for (Placement first : placements) {
            for (Placement second : placements) {
                Access a = Access.of(first.op()).orElse(null);
                Access b = Access.of(second.op()).orElse(null);
                if (a == null || b == null || a.memory() != b.memory()) {
                    continue;
                }
                boolean matters = a.isWrite() || b.isWrite() || a.memory().type() instanceof FifoType;
                // b of the next iteration after a of this one
                if (matters && second.step() + interval < first.step() + 1) {
                    return false;
                }
            }
        }
        return true;
    }
}
