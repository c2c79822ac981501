package org.gatesmith.hls.scheduler;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.design.FrameQueues;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.operators.BlockMemory;
import org.gatesmith.hls.operators.DataflowArea;
import org.gatesmith.hls.operators.LutMemory;

/** Estimates what a module takes: operators, registers between steps, memories and the controller. */
final class ResourceEstimate {

    /** Of each step of a unit, a bit that says whether it works. */
    private static final Resources STEP = new Resources(0, 1, 0, 0, 0);

    private final ModuleContext context;
    private final Set<Resource> counted = new HashSet<>();

    ResourceEstimate(ModuleContext context) {
        this.context = context;
    }

    /** A module with a controller. */
    Resources module(Sequence body, List<MemoryBinding> memories) {
        PortRoles roles = new PortRoles(body);
        return sequence(body)
                .plus(memories.stream()
                        .map(memory -> memory(memory, roles.areTrueDual(memory)))
                        .reduce(Resources.NONE, Resources::plus));
    }

    /** What stands between processes: FIFOs, memories, of which some are there twice, and what starts them. */
    Resources dataflow(ModuleDesign.Dataflow module) {
        Resources sum = Resources.NONE;
        for (Op op : module.function().body().ops()) {
            if (op instanceof Op.AllocFifo fifo && fifo.result().type() instanceof FifoType type) {
                sum = sum.plus(context.operators().fifo(type.element().width(), fifo.depth()));
            }
        }
        for (MemoryBinding memory : module.memories()) {
            sum = sum.plus(module.isDoubled(memory) ? pingPong(memory) : memory(memory, false));
        }
        return sum.plus(module.overlaps() ? frames(module) : inTurn(module));
    }

    /** Two memories, and a choice of what they answer. */
    private static Resources pingPong(MemoryBinding memory) {
        long readers = memory.ports().stream()
                .filter(port -> port != MemoryBinding.Port.WRITE)
                .count();
        int width = ((ArrayType) memory.array().type()).element().width();
        return memory(memory, false).times(2).plus(new Resources(readers * width, 0, 0, 0, 0));
    }

    private Resources inTurn(ModuleDesign.Dataflow module) {
        return context.operators()
                .dataflow()
                .process()
                .area()
                .times(module.processes().size());
    }

    /** A process takes the numbers of its frame from a queue into registers. */
    private Resources frames(ModuleDesign.Dataflow module) {
        DataflowArea area = context.operators().dataflow();
        Resources sum = area.frameLink().area().times(module.links().size());
        for (int i = 0; i < module.processes().size(); i++) {
            int bits = module.processes().get(i).call().operands().stream()
                    .filter(operand -> context.constant(operand).isEmpty())
                    .distinct()
                    .mapToInt(ResourceEstimate::bits)
                    .sum();
            sum = sum.plus(area.frameProcess().area())
                    .plus(context.operators().fifo(Math.max(1, bits), FrameQueues.depth(i)))
                    .plus(new Resources(0, bits, 0, 0, 0));
        }
        return sum;
    }

    /** A pipelined operator. */
    Resources core(List<Placement> placements, List<MemoryBinding> memories) {
        return operators(placements, ModuleContext.Body.PIPELINE)
                .plus(LogicArea.ofCore(context, placements))
                .plus(memories(memories));
    }

    private Resources sequence(Sequence sequence) {
        return sequence.units().stream().map(this::unit).reduce(Resources.NONE, Resources::plus);
    }

    /** A unit with all that it contains; operators that were counted in an earlier unit are not counted again. */
    Resources unit(Unit unit) {
        return switch (unit) {
            case Unit.Block block ->
                operators(block.placements(), ModuleContext.Body.BLOCK)
                        .plus(context.logic(block.placements(), ListScheduler.ONCE))
                        .plus(steps(block.placements(), block.length()));
            case Unit.PipelinedLoop loop ->
                operators(loop.placements(), ModuleContext.Body.PIPELINE)
                        .plus(context.logic(loop.placements(), loop.interval()))
                        .plus(steps(loop.placements(), loop.depth()))
                        .plus(counter(loop.loop()))
                        .plus(carried(loop.loop(), context));
            case Unit.CountedLoop loop ->
                sequence(loop.body()).plus(counter(loop.loop())).plus(carried(loop.loop(), context));
            case Unit.ConditionLoop loop ->
                sequence(loop.before())
                        .plus(sequence(loop.body()))
                        .plus(held(loop.loop().before().parameters()))
                        .plus(held(loop.loop().body().parameters()));
            case Unit.Branch branch ->
                sequence(branch.thenUnits())
                        .plus(sequence(branch.elseUnits()))
                        .plus(held(branch.branch().results()));
            case Unit.Invocation invocation -> held(invocation.call().results());
            case Unit.FrameLoop loop -> sequence(loop.before()).plus(counter(loop.loop()));
        };
    }

    // ---- operators

    /** What is no logic; operators that were counted in an earlier unit are not counted again. */
    private Resources operators(List<Placement> placements, ModuleContext.Body body) {
        Resources sum = Resources.NONE;
        for (Placement placement : placements) {
            boolean shareable = placement.resource() instanceof Resource.Operator
                    || placement.resource() instanceof Resource.CoreInstance;
            boolean isPart = LogicArea.covers(context, placement.op()) || context.isSummand(placement.op());
            if (!isPart && (!shareable || counted.add(placement.resource()))) {
                sum = sum.plus(context.timing(placement.op(), body).area());
            }
        }
        return sum;
    }

    // ---- registers

    static int bits(Value value) {
        return bits(value.type());
    }

    static int bits(Type scalar) {
        return scalar instanceof ScalarType type ? type.width() : 0;
    }

    /** A register for each value, with the choice of what it is loaded from. */
    static Resources held(List<Value> values) {
        long bits = values.stream().mapToLong(ResourceEstimate::bits).sum();
        return new Resources(bits, bits, 0, 0, 0);
    }

    /** Registers of carried values; one that begins with a number is set to it, others choose between their first and their next value. */
    static Resources carried(Op.For loop, ModuleContext context) {
        List<Value> carried = loop.carried();
        Resources sum = Resources.NONE;
        for (int i = 0; i < carried.size(); i++) {
            int bits = bits(carried.get(i));
            boolean isFixed = context.constant(loop.initial().get(i)).isPresent();
            sum = sum.plus(new Resources(isFixed ? 0 : bits, bits, 0, 0, 0));
        }
        return sum;
    }

    // ---- control

    /** What moves values on from step to step. */
    private Resources steps(List<Placement> placements, int count) {
        long waits = placements.stream()
                .filter(placement -> placement.resource() instanceof Resource.BoardAccess
                        || placement.resource() instanceof Resource.FifoSide)
                .count();
        return STEP.times(count).plus(context.operators().control(waits));
    }

    private Resources counter(Op.For loop) {
        return LogicArea.ofCounter(context, loop);
    }

    // ---- memories

    private Resources memories(List<MemoryBinding> memories) {
        return memories.stream().map(memory -> memory(memory, false)).reduce(Resources.NONE, Resources::plus);
    }

    static Resources memory(MemoryBinding memory, boolean trueDual) {
        ArrayType type = (ArrayType) memory.array().type();
        long words = type.elements();
        int width = type.element().width();
        return switch (memory.storage()) {
            case REGISTER -> new Resources(words, words * width, 0, 0, 0);
            case LUTRAM -> new Resources(lutRam(memory, words, width), 0, 0, 0, 0);
            case BRAM -> new Resources(0, 0, 0, blocks(memory, words, width, trueDual), 0);
            case URAM -> new Resources(0, 0, 0, 0, Math.ceilDiv(words, 4096) * Math.ceilDiv(width, 72));
        };
    }

    private static long lutRam(MemoryBinding memory, long words, int width) {
        long readers = memory.ports().stream()
                .filter(port -> port == MemoryBinding.Port.READ)
                .count();
        return LutMemory.luts(words, width, readers);
    }

    private static long blocks(MemoryBinding memory, long words, int width, boolean trueDual) {
        long tables = Math.max(1, Math.ceilDiv(memory.ports().size(), 2));
        return tables * (trueDual ? BlockMemory.blocksOfTwoPorts(words, width) : BlockMemory.blocks(words, width));
    }
}
