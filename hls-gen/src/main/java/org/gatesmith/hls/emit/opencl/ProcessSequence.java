package org.gatesmith.hls.emit.opencl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/**
 * Puts the processes of dataflow functions into an order in which they can run one after another: whoever writes a FIFO before
 * whoever reads it, and those that share an array in the order of the source. A kernel computes the same then as with concurrent
 * processes, because what a process reads does not depend on when it reads.
 */
final class ProcessSequence {

    private final MemoryUse use;

    private ProcessSequence(Program program) {
        use = MemoryUse.of(program);
    }

    /**
     * The program with the calls of its dataflow functions in such an order.
     *
     * @throws NotOpenClException processes feed each other in a circle
     */
    static Program of(Program program) throws NotOpenClException {
        ProcessSequence sequence = new ProcessSequence(program);
        List<Function> functions = new ArrayList<>();
        for (Function function : program.functions()) {
            functions.add(function.style() == Function.Style.DATAFLOW ? sequence.ordered(function) : function);
        }
        return new Program(program.tables(), functions);
    }

    private Function ordered(Function function) throws NotOpenClException {
        List<Op> ops = new ArrayList<>();
        List<Op.Call> waiting = new ArrayList<>();
        for (Op op : function.body().ops()) {
            if (op instanceof Op.Call call) {
                waiting.add(call);
            } else {
                ops.add(op);
            }
        }
        while (!waiting.isEmpty()) {
            Op.Call next = waiting.stream()
                    .filter(call -> mayRun(call, waiting))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                throw circle(waiting);
            }
            ops.add(next);
            waiting.remove(next);
        }
        Region body = function.body();
        return function.withBody(new Region(body.parameters(), ops, body.yields()));
    }

    private static NotOpenClException circle(List<Op.Call> processes) {
        String names = processes.stream().map(Op.Call::callee).collect(Collectors.joining("', '", "'", "'"));
        return new NotOpenClException(
                processes.getFirst().span(),
                "the processes " + names
                        + " read each other's FIFOs in a circle, so they cannot run one after another as OpenCL C has"
                        + " them; join them to one process, or run the kernel with --on csim");
    }

    /** Whether nothing that another process has yet to do comes before what {@code call} does. */
    private boolean mayRun(Op.Call call, List<Op.Call> waiting) {
        return waiting.stream().allMatch(other -> other == call || !comesFirst(other, call, waiting));
    }

    private boolean comesFirst(Op.Call other, Op.Call call, List<Op.Call> waiting) {
        boolean earlier = waiting.indexOf(other) < waiting.indexOf(call);
        for (int i = 0; i < call.operands().size(); i++) {
            Value memory = call.operands().get(i);
            int index = other.operands().indexOf(memory);
            if (index < 0 || memory.type() instanceof ScalarType) {
                continue;
            }
            boolean feeds = memory.type() instanceof FifoType
                    ? use.writes(other, index) && use.reads(call, i)
                    : earlier && (use.writes(other, index) || use.writes(call, i));
            if (feeds) {
                return true;
            }
        }
        return false;
    }
}
