package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.dependence.LazyAnalysis;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.operators.Operators;

/** Schedules one function whose callees are scheduled already. */
final class ModuleScheduler {

    private final Function function;
    private final MemoryUse use;
    private final Map<Value, MemoryBinding> memories;
    private final ModuleContext context;
    private final FrameLoops frames;
    private final List<Diagnostic> warnings;

    ModuleScheduler(
            Program program,
            Function function,
            Operators operators,
            Map<String, ModuleDesign.Core> cores,
            int boardReadLatency,
            LazyAnalysis analysis,
            FrameLoops frames,
            List<Diagnostic> warnings) {
        this.function = function;
        this.use = MemoryUse.of(program);
        this.memories = MemoryBinder.bind(program, function, operators);
        this.context = new ModuleContext(function, operators, memories, cores, boardReadLatency, analysis);
        this.frames = frames;
        this.warnings = warnings;
    }

    /** Whether a function is one pipelined operator: numbers in, numbers out, straight through. */
    static boolean isCore(Program program, Function function) {
        return function != program.top()
                && function.style() == Function.Style.SEQUENTIAL
                && function.parameters().stream().allMatch(parameter -> parameter.type() instanceof ScalarType)
                && function.body().ops().stream().allMatch(op -> isPure(program, op));
    }

    private static boolean isPure(Program program, Op op) {
        return switch (op) {
            case Op.Constant _, Op.Compute _, Op.Assume _, Op.TableRef _, Op.Load _ -> true;
            case Op.Call call -> isCore(program, program.function(call.callee()));
            default -> false;
        };
    }

    ModuleDesign core() {
        List<Op> ops = function.body().ops();
        List<Placement> placements = new Bodies(context).core(ops);
        Map<Value, Placement> producers = new IdentityHashMap<>();
        placements.forEach(placement -> placement.op().results().forEach(result -> producers.put(result, placement)));
        List<Placement> results = function.body().yields().stream()
                .filter(producers::containsKey)
                .map(producers::get)
                .toList();
        int latency = results.stream().mapToInt(Placement::resultStep).max().orElse(0);
        double ready = results.stream()
                .filter(placement -> placement.resultStep() == latency)
                .mapToDouble(Placement::readyNanoseconds)
                .max()
                .orElse(0);
        List<MemoryBinding> tables = ownMemories();
        Resources resources = new ResourceEstimate(context).core(placements, tables);
        return new ModuleDesign.Core(function, placements, latency, ready, tables, resources);
    }

    ModuleDesign sequential() throws DiagnosticException {
        Sequence body = new Sequences(context, use, frames, warnings).sequence(function.body(), List.of());
        List<MemoryBinding> own = ownMemories();
        return new ModuleDesign.Sequential(function, body, own, new ResourceEstimate(context).module(body, own));
    }

    ModuleDesign dataflow() {
        List<Op.Call> calls = function.body().ops().stream()
                .filter(Op.Call.class::isInstance)
                .map(Op.Call.class::cast)
                .toList();
        List<ModuleDesign.Process> processes = new ArrayList<>();
        for (int process = 0; process < calls.size(); process++) {
            processes.add(new ModuleDesign.Process(calls.get(process), waitsFor(calls, process)));
        }
        ModuleDesign.Dataflow module = new ModuleDesign.Dataflow(
                function,
                processes,
                ProcessLinks.of(function, use, calls),
                ownMemories(),
                frames.overlap(function) ? ModuleDesign.Frames.OVERLAPPING : ModuleDesign.Frames.IN_TURN,
                Resources.NONE);
        return module.with(new ResourceEstimate(context).dataflow(module));
    }

    /** What each loop takes by itself, without memories; what loops share counts in each. */
    Map<Unit, Resources> loopAreas(ModuleDesign module) {
        Map<Unit, Resources> areas = new IdentityHashMap<>();
        if (module instanceof ModuleDesign.Sequential sequential) {
            addLoopAreas(sequential.body(), areas);
        }
        return areas;
    }

    private void addLoopAreas(Sequence sequence, Map<Unit, Resources> areas) {
        for (Unit unit : sequence.units()) {
            if (unit instanceof Unit.PipelinedLoop
                    || unit instanceof Unit.CountedLoop
                    || unit instanceof Unit.ConditionLoop) {
                areas.put(unit, new ResourceEstimate(context).unit(unit));
            }
            unit.parts().forEach(part -> addLoopAreas(part, areas));
        }
    }

    private List<Integer> waitsFor(List<Op.Call> calls, int process) {
        List<Integer> after = new ArrayList<>();
        for (int earlier = 0; earlier < process; earlier++) {
            if (handsOver(calls.get(earlier), calls.get(process))) {
                after.add(earlier);
            }
        }
        return after;
    }

    private boolean handsOver(Op.Call from, Op.Call to) {
        for (int i = 0; i < from.operands().size(); i++) {
            Value array = from.operands().get(i);
            if (array.type() instanceof ArrayType
                    && use.writes(from, i)
                    && to.operands().contains(array)) {
                return true;
            }
        }
        return false;
    }

    /** In the order of the function's body; without those that it is given. */
    private List<MemoryBinding> ownMemories() {
        List<MemoryBinding> own = new ArrayList<>();
        collect(function.body().ops(), own);
        return own;
    }

    private boolean isInOtherMemory(Op.AllocArray array) {
        return array.directives().storage() == StorageKind.URAM
                && context.memory(array.result())
                        .filter(binding -> binding.storage() != StorageKind.URAM)
                        .isPresent();
    }

    private void collect(List<Op> ops, List<MemoryBinding> own) {
        for (Op op : ops) {
            if (op instanceof Op.AllocArray || op instanceof Op.TableRef) {
                context.memory(op.results().getFirst()).ifPresent(own::add);
            }
            if (op instanceof Op.AllocArray array && isInOtherMemory(array)) {
                warnings.add(StorageRules.notInUltraRam(array));
            }
            op.regions().forEach(region -> collect(region.ops(), own));
        }
    }
}
