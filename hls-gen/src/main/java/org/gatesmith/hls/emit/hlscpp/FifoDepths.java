package org.gatesmith.hls.emit.hlscpp;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Capacities of the FIFOs that functions are called with: part of a stream's type in C++, not in the program. */
final class FifoDepths {

    private final Program program;
    private final Map<Value, Set<Integer>> depths = new IdentityHashMap<>();

    FifoDepths(Program program) {
        this.program = program;
        program.functions().forEach(function -> collect(function.body()));
    }

    /** The capacity of a FIFO or FIFO parameter; empty if it differs from call to call. */
    OptionalInt of(Value fifo) {
        Set<Integer> found = depths.getOrDefault(fifo, Collections.emptySet());
        return found.size() == 1 ? OptionalInt.of(found.iterator().next()) : OptionalInt.empty();
    }

    /** Callers come before callees, so a parameter's capacities are known before they are passed on. */
    private void collect(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.AllocFifo alloc -> add(alloc.result(), Set.of(alloc.depth()));
                case Op.Call call -> pass(call);
                default -> op.regions().forEach(this::collect);
            }
        }
    }

    private void pass(Op.Call call) {
        Function callee = program.function(call.callee());
        List<Value> operands = call.operands();
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i).type() instanceof FifoType) {
                add(callee.parameters().get(i), depths.getOrDefault(operands.get(i), Set.of()));
            }
        }
    }

    private void add(Value fifo, Set<Integer> more) {
        depths.computeIfAbsent(fifo, _ -> new TreeSet<>()).addAll(more);
    }
}
