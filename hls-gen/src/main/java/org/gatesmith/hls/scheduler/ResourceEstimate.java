package org.gatesmith.hls.scheduler;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** Estimates what a module takes: operators, registers between steps, memories and the controller. */
final class ResourceEstimate {

    /** Registers and LUTs of a controller for each step of a unit: a valid bit and its gate. */
    private static final Resources STEP = new Resources(1, 1, 0, 0, 0);

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

    /** Processes with what stands between them: memories, of which some are there twice, and the numbers of frames to come. */
    Resources dataflow(ModuleDesign.Dataflow module) {
        Resources sum = Resources.NONE;
        for (MemoryBinding memory : module.memories()) {
            sum = sum.plus(memory(memory, false).times(module.isDoubled(memory) ? 2 : 1));
        }
        if (module.overlaps()) {
            for (ModuleDesign.Process process : module.processes()) {
                // The queue is a LUT RAM; what a process works on is in registers.
                sum = sum.plus(held(process.call().operands()));
            }
        }
        return sum;
    }

    /** A pipelined operator. */
    Resources core(List<Placement> placements, List<MemoryBinding> memories) {
        return operators(placements, ModuleContext.Body.PIPELINE)
                .plus(LogicArea.of(context, placements, 1, context.function().parameters()))
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
                        .plus(LogicArea.of(context, block.placements(), ListScheduler.ONCE))
                        .plus(STEP.times(block.length()));
            case Unit.PipelinedLoop loop ->
                operators(loop.placements(), ModuleContext.Body.PIPELINE)
                        .plus(LogicArea.of(context, loop.placements(), loop.interval()))
                        .plus(STEP.times(loop.depth()))
                        .plus(counter(loop.loop()))
                        .plus(held(loop.loop().carried()));
            case Unit.CountedLoop loop ->
                sequence(loop.body())
                        .plus(counter(loop.loop()))
                        .plus(held(loop.loop().carried()));
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
    private static Resources held(List<Value> values) {
        long bits = values.stream().mapToLong(ResourceEstimate::bits).sum();
        return new Resources(bits, bits, 0, 0, 0);
    }

    /** Counter, next count and comparison. */
    private static Resources counter(Op.For loop) {
        int bits = bits(loop.counter());
        return new Resources(2L * bits, bits, 0, 0, 0);
    }

    // ---- memories

    private Resources memories(List<MemoryBinding> memories) {
        return memories.stream().map(memory -> memory(memory, false)).reduce(Resources.NONE, Resources::plus);
    }

    private static Resources memory(MemoryBinding memory, boolean trueDual) {
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

    /** A LUT holds 64 bits; every reader has its copy. */
    private static long lutRam(MemoryBinding memory, long words, int width) {
        long readers = memory.ports().stream()
                .filter(port -> port == MemoryBinding.Port.READ)
                .count();
        return Math.max(1, readers) * Math.ceilDiv(words, 64) * width;
    }

    /**
     * Blocks of 18 Kb. With one port that writes and one that reads, 512 words of 36 bits; with two ports that do both, 1024 of 18,
     * 2048 of 9 and so on (UltraScale memory resources, UG573).
     */
    private static long blocks(MemoryBinding memory, long words, int width, boolean trueDual) {
        long tables = Math.max(1, Math.ceilDiv(memory.ports().size(), 2));
        long wide = Math.ceilDiv(words, 512) * Math.ceilDiv(width, 36);
        long middle = Math.ceilDiv(words, 1024) * Math.ceilDiv(width, 18);
        long narrow = Math.ceilDiv(words, 2048) * Math.ceilDiv(width, 9);
        return tables * Math.min(trueDual ? middle : wide, Math.min(middle, narrow));
    }
}
