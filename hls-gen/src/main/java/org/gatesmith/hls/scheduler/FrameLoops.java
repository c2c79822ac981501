package org.gatesmith.hls.scheduler;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.design.ModuleDesign.Link;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/**
 * Which loops start a dataflow function in every iteration so that its frames may overlap: they do nothing else than to compute the
 * numbers that it is given.
 */
final class FrameLoops {

    private final Program program;
    private final MemoryUse use;
    private final Map<Op.For, String> obstacles = new IdentityHashMap<>();
    private final Set<Op.For> overlapping = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> callees = new HashSet<>();

    private FrameLoops(Program program) {
        this.program = program;
        this.use = MemoryUse.of(program);
    }

    static FrameLoops of(Program program) {
        FrameLoops loops = new FrameLoops(program);
        for (Function function : program.functions()) {
            loops.collect(function.body());
        }
        return loops;
    }

    /** Whether the frames that a loop starts overlap. */
    boolean overlap(Op.For loop) {
        return overlapping.contains(loop);
    }

    /** Whether a dataflow function is started by a loop whose frames overlap. */
    boolean overlap(Function function) {
        return callees.contains(function.name());
    }

    /** Why a loop that calls a dataflow function runs it from start to end in every iteration; nothing for other loops. */
    Optional<Diagnostic> refusal(Op.For loop) {
        return Optional.ofNullable(obstacles.get(loop))
                .map(obstacle -> Diagnostic.of(
                        Rule.FRAMES_IN_TURN,
                        loop.span(),
                        "the iterations of loop " + loop.label() + " do not overlap, although "
                                + call(loop).callee() + " is a dataflow method: " + obstacle,
                        "let the loop do nothing but call the dataflow method, and the processes the rest"));
    }

    /**
     * What keeps frames of a loop from overlapping, or all of them, although the loop permits it: FIFOs, which begin every frame empty.
     * Processes that they join start a frame when all of them have ended the last one.
     */
    Optional<Diagnostic> lockstep(Op.For loop) {
        Op.Call call = call(loop);
        List<Op.Call> processes = program.function(call.callee()).body().ops().stream()
                .filter(Op.Call.class::isInstance)
                .map(Op.Call.class::cast)
                .toList();
        List<Link> fifos = ProcessLinks.of(program.function(call.callee()), use, processes).stream()
                .filter(link -> link.kind() == Link.Kind.FIFO)
                .toList();
        if (fifos.isEmpty()) {
            return Optional.empty();
        }
        Link first = fifos.getFirst();
        boolean all = JoinedProcesses.areAll(processes.size(), fifos);
        return Optional.of(Diagnostic.of(
                Rule.FRAMES_IN_TURN,
                loop.span(),
                "the iterations of loop " + loop.label() + (all ? " do not overlap" : " overlap only in part")
                        + ", although " + call.callee() + " is a dataflow method: FIFO " + name(first.memory())
                        + " begins every call empty, so neither "
                        + processes.get(first.from()).callee() + " nor "
                        + processes.get(first.to()).callee()
                        + " starts the next call before both have ended the last one",
                "move the loop into the processes, so that one call of " + call.callee()
                        + " takes all iterations through its FIFOs, or hand on an array instead of a FIFO"));
    }

    /** The call of a dataflow function in a loop. */
    static Op.Call call(Op.For loop) {
        return (Op.Call) loop.body().ops().stream()
                .filter(op -> op instanceof Op.Call call && call.results().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private void collect(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.For loop) {
                add(loop);
            }
            op.regions().forEach(this::collect);
        }
    }

    private void add(Op.For loop) {
        List<Op.Call> calls = loop.body().ops().stream()
                .filter(this::isDataflow)
                .map(Op.Call.class::cast)
                .toList();
        if (calls.isEmpty() || loop.directives().isPipelined()) {
            return;
        }
        Op.Call call = calls.getFirst();
        Optional<String> obstacle = obstacle(loop, call);
        if (obstacle.isPresent()) {
            obstacles.put(loop, obstacle.get());
        } else {
            overlapping.add(loop);
            callees.add(call.callee());
        }
    }

    private boolean isDataflow(Op op) {
        return op instanceof Op.Call call && program.function(call.callee()).style() == Function.Style.DATAFLOW;
    }

    private Optional<String> obstacle(Op.For loop, Op.Call call) {
        Optional<Op> other = loop.body().ops().stream()
                .filter(op -> op != call && !isNumber(op))
                .findFirst();
        if (!loop.carried().isEmpty()) {
            return Optional.of(
                    "an iteration hands on a number, " + name(loop.carried().getFirst()));
        }
        if (other.isPresent()) {
            return Optional.of("the loop does something else besides");
        }
        return memory(call);
    }

    /** Whether an operation computes a number from numbers. */
    private boolean isNumber(Op op) {
        return switch (op) {
            case Op.Constant _, Op.Compute _, Op.Assume _ -> true;
            case Op.Call call -> ModuleScheduler.isCore(program, program.function(call.callee()));
            default -> false;
        };
    }

    private Optional<String> memory(Op.Call call) {
        Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < call.operands().size(); i++) {
            Value operand = call.operands().get(i);
            if (operand.type() instanceof ScalarType) {
                continue;
            }
            if (!seen.add(operand)) {
                return Optional.of("it is given " + name(operand) + " twice");
            }
            if (operand.type() instanceof PortType && use.reads(call, i) && use.writes(call, i)) {
                return Optional.of("it may read from " + name(operand) + " what it wrote the time before");
            }
            if (operand.type() instanceof FifoType && use.reads(call, i) && use.writes(call, i)) {
                return Optional.of("it writes and reads FIFO " + name(operand) + ", which is not its own");
            }
        }
        return Optional.empty();
    }

    private static String name(Value value) {
        return value.name() == null ? "a value" : "'" + value.name() + "'";
    }
}
