package org.gatesmith.hls.interp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** Which processes of a dataflow function must have ended before another starts: those that fill an array that it reads. */
final class ProcessOrder {

    private final MemoryUse use;
    private final List<Op.Call> calls;

    private ProcessOrder(Function function, MemoryUse use) {
        this.use = use;
        this.calls = function.body().ops().stream()
                .filter(Op.Call.class::isInstance)
                .map(Op.Call.class::cast)
                .toList();
    }

    /** For every call, in order, the numbers of the calls that it waits for. */
    static List<List<Integer>> of(Function function, MemoryUse use) {
        ProcessOrder order = new ProcessOrder(function, use);
        return IntStream.range(0, order.calls.size()).mapToObj(order::before).toList();
    }

    private List<Integer> before(int process) {
        List<Value> read = arraysRead(calls.get(process));
        return IntStream.range(0, process)
                .filter(earlier -> writesAny(calls.get(earlier), read))
                .boxed()
                .toList();
    }

    private List<Value> arraysRead(Op.Call call) {
        List<Value> arrays = new ArrayList<>();
        for (int i = 0; i < call.operands().size(); i++) {
            if (call.operands().get(i).type() instanceof ArrayType && use.reads(call, i)) {
                arrays.add(call.operands().get(i));
            }
        }
        return arrays;
    }

    private boolean writesAny(Op.Call call, List<Value> arrays) {
        return IntStream.range(0, call.operands().size())
                .anyMatch(i -> arrays.contains(call.operands().get(i)) && use.writes(call, i));
    }
}
