package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.dependence.Dependence;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.DiagnosticException;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Cuts a function's regions into units, and knows at each which ports have writes on their way. */
final class Sequences {

    private final ModuleContext context;
    private final Bodies bodies;
    private final PortUse ports;
    private final FrameLoops frames;
    private final List<Diagnostic> warnings;

    /** Ports that may have been written since the module last waited for their writes. */
    private Set<Value> written = identitySet();

    Sequences(ModuleContext context, MemoryUse use, FrameLoops frames, List<Diagnostic> warnings) {
        this.context = context;
        this.frames = frames;
        this.bodies = new Bodies(context);
        this.ports = new PortUse(use);
        this.warnings = warnings;
    }

    private static Set<Value> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /**
     * The units of a region.
     *
     * @param deciding values that its owner looks at in the last step
     */
    Sequence sequence(Region region, List<Value> deciding) throws DiagnosticException {
        List<Unit> units = new ArrayList<>();
        List<Op> run = new ArrayList<>();
        Set<Value> writtenInRun = identitySet();
        for (Op op : region.ops()) {
            if (ModuleContext.isDeclaration(op)) {
                continue;
            }
            if (!context.isSimple(op)) {
                close(run, decidesOn(op), units);
                writtenInRun.clear();
                units.add(unit(op));
                continue;
            }
            Access access = context.access(op).orElse(null);
            if (access != null && access.memory().type() instanceof PortType) {
                if (!access.isWrite() && writtenInRun.contains(access.memory())) {
                    close(run, List.of(), units);
                    writtenInRun.clear();
                }
                if (access.isWrite()) {
                    writtenInRun.add(access.memory());
                }
            }
            run.add(op);
        }
        close(run, deciding, units);
        if (units.isEmpty()) {
            units.add(new Unit.Block(List.of(), 1, List.of()));
        }
        return new Sequence(units);
    }

    private static List<Value> decidesOn(Op op) {
        return op instanceof Op.If branch ? List.of(branch.condition()) : List.of();
    }

    private void close(List<Op> run, List<Value> deciding, List<Unit> units) throws DiagnosticException {
        if (run.isEmpty()) {
            return;
        }
        List<Value> fences = fences(ports.read(run));
        units.add(bodies.block(List.copyOf(run), deciding, fences));
        written.addAll(ports.written(run));
        run.clear();
    }

    /** The ports among {@code read} that have writes on their way; after the wait they have none. */
    private List<Value> fences(Collection<Value> read) {
        List<Value> fences = read.stream().filter(written::contains).toList();
        written.removeAll(fences);
        return fences;
    }

    private Unit unit(Op op) throws DiagnosticException {
        return switch (op) {
            case Op.For loop when loop.directives().isPipelined() -> pipelined(loop);
            case Op.For loop when frames.overlap(loop) -> frames(loop);
            case Op.For loop -> counted(loop);
            case Op.While loop -> conditional(loop);
            case Op.If branch -> branch(branch);
            case Op.Call call -> invocation(call);
            default -> throw new IllegalArgumentException(op + " is no unit of its own");
        };
    }

    private Unit pipelined(Op.For loop) throws DiagnosticException {
        PipelineRules.check(loop, context);
        List<Op> body = loop.body().ops();
        Set<Value> flowing = flowing(loop);
        if (!flowing.isEmpty()) {
            warnings.add(PipelineRules.readsWhatItWrites(loop, flowing));
            return counted(loop);
        }
        List<Value> fences = fences(ports.read(body));
        Unit.PipelinedLoop unit = bodies.pipeline(loop, fences);
        PipelineRules.missedInterval(unit).ifPresent(warnings::add);
        written.addAll(ports.written(body));
        return unit;
    }

    /** Ports from which an iteration may read what it or an earlier one wrote. */
    private Set<Value> flowing(Op.For loop) {
        Set<Value> flowing = identitySet();
        context.dependences(loop).stream()
                .filter(dependence -> dependence.kind() == Dependence.Kind.FLOW)
                .filter(dependence -> dependence.memory().type() instanceof PortType)
                .forEach(dependence -> flowing.add(dependence.memory()));
        return flowing;
    }

    /** Frames neither read what an earlier one writes, nor does the loop do anything else. */
    private Unit frames(Op.For loop) throws DiagnosticException {
        frames.lockstep(loop).ifPresent(warnings::add);
        Op.Call call = FrameLoops.call(loop);
        List<Op> numbers = loop.body().ops().stream().filter(op -> op != call).toList();
        Unit block = numbers.isEmpty()
                ? new Unit.Block(List.of(), 1, List.of())
                : bodies.block(numbers, List.of(), List.of());
        List<Value> fences = fences(ports.read(List.of(call)));
        written.addAll(ports.written(List.of(call)));
        return new Unit.FrameLoop(loop, new Sequence(List.of(block)), call, fences);
    }

    private Unit counted(Op.For loop) throws DiagnosticException {
        frames.refusal(loop).ifPresent(warnings::add);
        Set<Value> before = beginLoop(loop);
        Unit unit = new Unit.CountedLoop(loop, sequence(loop.body(), List.of()));
        written.addAll(before);
        return unit;
    }

    private Unit conditional(Op.While loop) throws DiagnosticException {
        if (loop.directives().isPipelined()) {
            warnings.add(PipelineRules.endsOnCondition(loop));
        }
        Set<Value> before = beginLoop(loop);
        Sequence first = sequence(loop.before(), List.of(loop.condition()));
        Unit unit = new Unit.ConditionLoop(loop, first, sequence(loop.body(), List.of()));
        written.addAll(before);
        return unit;
    }

    /** An iteration may find what the ones before wrote; and what may be on its way at the end, whatever the iterations. */
    private Set<Value> beginLoop(Op loop) {
        written.addAll(ports.written(List.of(loop)));
        Set<Value> all = identitySet();
        all.addAll(written);
        return all;
    }

    private Unit branch(Op.If branch) throws DiagnosticException {
        Set<Value> before = identitySet();
        before.addAll(written);
        Sequence thenUnits = sequence(branch.thenRegion(), List.of());
        Set<Value> after = written;
        written = before;
        Sequence elseUnits = sequence(branch.elseRegion(), List.of());
        written.addAll(after);
        return new Unit.Branch(branch, thenUnits, elseUnits);
    }

    private Unit invocation(Op.Call call) {
        List<Value> fences = fences(ports.read(List.of(call)));
        written.addAll(ports.written(List.of(call)));
        return new Unit.Invocation(call, fences);
    }
}
