package org.gatesmith.hls.scheduler;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.dependence.LazyAnalysis;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.operators.OperatorTiming;
import org.gatesmith.hls.operators.Operators;
import org.gatesmith.hls.pass.GuardedAccess;

/** What the scheduling of a function's bodies has in common: its memories, constants, operators and the cores that it may call. */
final class ModuleContext {

    /** The accumulator of a DSP48E2 has 48 bits. */
    private static final int ACCUMULATOR_BITS = 48;

    /** In a block an answer is waited for, so its place in the schedule is the next cycle. */
    private static final int BLOCK_READ_LATENCY = 1;

    private final Function function;
    private final Operators operators;
    private final Map<Value, MemoryBinding> memories;
    private final Map<String, ModuleDesign.Core> cores;
    private final int boardReadLatency;
    private final LazyAnalysis analysis;

    private final Definitions definitions;
    private final Map<Value, List<Op>> uses = new IdentityHashMap<>();
    private final Map<Value, Op.Compute> products = new IdentityHashMap<>();
    private final Map<List<Placement>, Resources> logic = new IdentityHashMap<>();
    private final Map<Op.For, List<Dependence>> dependences = new IdentityHashMap<>();
    private final Map<Value, Op.For> counters = new IdentityHashMap<>();
    private final Set<Value> yielded = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * @param boardReadLatency cycles that a pipelined loop allows for a read of board memory
     */
    ModuleContext(
            Function function,
            Operators operators,
            Map<Value, MemoryBinding> memories,
            Map<String, ModuleDesign.Core> cores,
            int boardReadLatency,
            LazyAnalysis analysis) {
        this.function = function;
        this.operators = operators;
        this.memories = memories;
        this.cores = cores;
        this.boardReadLatency = boardReadLatency;
        this.analysis = analysis;
        this.definitions = Definitions.of(function);
        collect(function.body());
    }

    private void collect(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.Compute product && product.operator() == Operator.MUL) {
                products.put(product.result(), product);
            }
            if (op instanceof Op.For loop) {
                counters.put(loop.counter(), loop);
            }
            op.operands()
                    .forEach(operand -> uses.computeIfAbsent(operand, _ -> new ArrayList<>(1))
                            .add(op));
            op.regions().forEach(this::collect);
        }
        yielded.addAll(region.yields());
    }

    Function function() {
        return function;
    }

    Operators operators() {
        return operators;
    }

    double usableNanoseconds() {
        return operators.clock().usableNanoseconds();
    }

    Optional<BigInteger> constant(Value value) {
        return definitions.integer(value);
    }

    /** The access that an operation is, if it is one; a guarded one without its condition returns the constant 0. */
    Optional<Access> access(Op op) {
        boolean fits = !(op instanceof Op.If branch)
                || GuardedAccess.of(branch, definitions).isPresent();
        return fits ? Access.of(op) : Optional.empty();
    }

    /** Between the accesses of a stretch that runs once. */
    List<Dependence> dependences(List<Op> ops) {
        return analysis.get().dependences(function, ops);
    }

    /** Between the accesses of a loop's iterations. */
    List<Dependence> dependences(Op.For loop) {
        return dependences.computeIfAbsent(loop, _ -> analysis.get().dependences(function, loop));
    }

    /** By how much one index is above another wherever both are used, if that never changes. */
    Optional<BigInteger> difference(Value from, Value to) {
        return analysis.get().difference(function, from, to);
    }

    /** By how much one index is above another wherever the former is used, if that never changes. */
    Optional<BigInteger> offset(Value from, Value to) {
        return analysis.get().offset(function, from, to);
    }

    /** How far an index moves from one iteration of a loop to the next, if always as far. */
    Optional<BigInteger> advance(Op.For loop, Value index) {
        return analysis.get().advance(function, loop, index);
    }

    /** Whether two conditions are never true in the same iteration. */
    boolean exclude(Value first, Value second) {
        return analysis.get().exclude(function, first, second);
    }

    Optional<MemoryBinding> memory(Value array) {
        return Optional.ofNullable(memories.get(array));
    }

    Optional<ModuleDesign.Core> core(Op op) {
        return op instanceof Op.Call call ? Optional.ofNullable(cores.get(call.callee())) : Optional.empty();
    }

    /** Whether the operation has a place in a block: everything but loops, branches and calls of modules with a controller. */
    boolean isSimple(Op op) {
        return switch (op) {
            case Op.For _, Op.While _ -> false;
            case Op.If branch -> access(branch).isPresent();
            case Op.Call call -> cores.containsKey(call.callee());
            default -> true;
        };
    }

    /** Declares something and takes no time. */
    static boolean isDeclaration(Op op) {
        return op instanceof Op.AllocArray || op instanceof Op.AllocFifo;
    }

    /** LUTs and registers of the operations of a unit, which is asked of a loop, those around it, and the module. */
    Resources logic(List<Placement> placements, int interval) {
        return logic.computeIfAbsent(placements, _ -> LogicArea.of(this, placements, interval));
    }

    /** Low bits that are zeros in every count, if the value is the counter of a loop. */
    int zerosOfCounter(Value value) {
        Op.For loop = counters.get(value);
        return loop == null
                ? 0
                : constant(loop.lower())
                        .map(lower -> lower.or(BigInteger.valueOf(loop.step())))
                        .map(BigInteger::getLowestSetBit)
                        .orElse(0);
    }

    /** Whether something else than these operations reads a value, or nothing that is known. */
    boolean isReadOutside(Value value, Set<Op> ops) {
        List<Op> users = uses.getOrDefault(value, List.of());
        return users.isEmpty() || yielded.contains(value) || !ops.containsAll(users);
    }

    // ---- timing

    /** What performs a simple operation. */
    OperatorTiming timing(Op op, Body body) {
        Optional<Access> access = access(op);
        if (access.isPresent()) {
            return access(access.get(), body);
        }
        return switch (op) {
            case Op.Compute compute -> operators.of(compute, this::constant, isFused(compute));
            case Op.Call call -> core(core(call).orElseThrow());
            default -> OperatorTiming.WIRES;
        };
    }

    /** What kind of body an operation stands in. */
    enum Body {
        /** Iterations overlap. */
        PIPELINE,
        /** Runs once at a time. */
        BLOCK
    }

    /** The only use of the product is an addition that the same DSP block can do. */
    boolean isFused(Op.Compute op) {
        if (op.operator() != Operator.MUL) {
            return false;
        }
        List<Op> users = uses.getOrDefault(op.result(), List.of());
        return users.size() == 1
                && !yielded.contains(op.result())
                && users.getFirst() instanceof Op.Compute sum
                && (sum.operator() == Operator.ADD || sum.operator() == Operator.SUB)
                && sum.result().type() instanceof IntType type
                && type.width() <= ACCUMULATOR_BITS;
    }

    /** Whether an operation is an addition that the DSP block of a product in it does. */
    boolean isSummand(Op op) {
        return op instanceof Op.Compute sum
                && (sum.operator() == Operator.ADD || sum.operator() == Operator.SUB)
                && sum.operands().stream()
                        .anyMatch(operand -> products.get(operand) instanceof Op.Compute product && isFused(product));
    }

    private static OperatorTiming core(ModuleDesign.Core core) {
        double first = core.placements().stream()
                .filter(placement -> placement.step() == 0 && placement.latency() == 0)
                .mapToDouble(placement -> placement.readyNanoseconds())
                .max()
                .orElse(0);
        return core.latency() == 0
                ? new OperatorTiming(core.function().name(), 0, 0, core.readyNanoseconds(), core.resources())
                : new OperatorTiming(
                        core.function().name(), core.latency(), first, core.readyNanoseconds(), core.resources());
    }

    private OperatorTiming access(Access access, Body body) {
        return switch (access.memory().type()) {
            case PortType _ -> board(access, body);
            case ArrayType type -> array(access, type);
            default ->
                switch (access.kind()) {
                    case READ -> operators.fifoRead();
                    case WRITE -> operators.write();
                    case TEST -> operators.fifoFlag();
                };
        };
    }

    private OperatorTiming board(Access access, Body body) {
        if (access.isWrite()) {
            return operators.boardWrite();
        }
        return operators.boardRead(body == Body.PIPELINE ? boardReadLatency : BLOCK_READ_LATENCY);
    }

    private OperatorTiming array(Access access, ArrayType type) {
        MemoryBinding memory = memories.get(access.memory());
        if (memory == null) {
            throw new IllegalStateException("no memory is bound to " + access.memory());
        }
        double address = isConstant(access.indices()) ? 0 : operators.addressNanoseconds(type.extents());
        return access.isWrite() ? delayed(operators.write(), address) : delayed(read(access, type, memory), address);
    }

    private boolean isConstant(List<Value> indices) {
        return indices.stream().allMatch(index -> constant(index).isPresent());
    }

    private OperatorTiming read(Access access, ArrayType type, MemoryBinding memory) {
        int width = type.element().width();
        return switch (memory.storage()) {
            case REGISTER -> operators.multiplexer(isConstant(access.indices()) ? 1 : type.elements(), width);
            case LUTRAM -> operators.lutRead(type.elements(), width);
            case BRAM, URAM -> operators.blockRead();
        };
    }

    private static OperatorTiming delayed(OperatorTiming timing, double nanoseconds) {
        if (nanoseconds == 0) {
            return timing;
        }
        boolean registered = timing.latency() > 0 || timing.inputNanoseconds() > 0;
        return new OperatorTiming(
                timing.kind(),
                timing.latency(),
                timing.inputNanoseconds() + (registered ? nanoseconds : 0),
                timing.outputNanoseconds() + (registered ? 0 : nanoseconds),
                timing.area());
    }
}
