package org.gatesmith.hls.ir;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What functions do to the arrays, ports and FIFOs that they are given, calls included. Testing whether a FIFO is empty counts
 * as reading it.
 */
public final class MemoryUse {

    private final Program program;
    private final Map<String, Accesses> functions = new HashMap<>();

    /** Memories that a function accesses. */
    private record Accesses(Set<Value> read, Set<Value> written) {
        Accesses() {
            this(
                    Collections.newSetFromMap(new IdentityHashMap<>()),
                    Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    private MemoryUse(Program program) {
        this.program = program;
    }

    /** Analyses a program without recursion. */
    public static MemoryUse of(Program program) {
        return new MemoryUse(program);
    }

    /** Whether the call reads elements of its operand number {@code operand}. */
    public boolean reads(Op.Call call, int operand) {
        Function callee = program.function(call.callee());
        return accesses(callee).read().contains(callee.parameters().get(operand));
    }

    /** Whether the call writes elements of its operand number {@code operand}. */
    public boolean writes(Op.Call call, int operand) {
        Function callee = program.function(call.callee());
        return accesses(callee).written().contains(callee.parameters().get(operand));
    }

    /** Whether {@code function} reads elements of {@code memory}, one of its parameters or of its own memories. */
    public boolean reads(Function function, Value memory) {
        return accesses(function).read().contains(memory);
    }

    /** Whether {@code function} writes elements of {@code memory}, one of its parameters or of its own memories. */
    public boolean writes(Function function, Value memory) {
        return accesses(function).written().contains(memory);
    }

    private Accesses accesses(Function function) {
        Accesses known = functions.get(function.name());
        if (known != null) {
            return known;
        }
        Accesses found = new Accesses();
        collect(function.body(), found);
        functions.put(function.name(), found);
        return found;
    }

    private void collect(Region region, Accesses found) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Load load -> found.read().add(load.memory());
                case Op.FifoRead read -> found.read().add(read.fifo());
                case Op.FifoEmpty empty -> found.read().add(empty.fifo());
                case Op.Store store -> found.written().add(store.memory());
                case Op.FifoWrite write -> found.written().add(write.fifo());
                case Op.Call call -> collect(call, found);
                default -> op.regions().forEach(inner -> collect(inner, found));
            }
        }
    }

    private void collect(Op.Call call, Accesses found) {
        List<Value> operands = call.operands();
        for (int i = 0; i < operands.size(); i++) {
            if (reads(call, i)) {
                found.read().add(operands.get(i));
            }
            if (writes(call, i)) {
                found.written().add(operands.get(i));
            }
        }
    }
}
