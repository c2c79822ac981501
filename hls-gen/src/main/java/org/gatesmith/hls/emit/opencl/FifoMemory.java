package org.gatesmith.hls.emit.opencl;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;

/**
 * The global memory in which FIFOs lie when their processes run one after another: each holds all that is ever written to it.
 * Functions that create FIFOs take it as two hidden parameters.
 */
final class FifoMemory {

    /** Names of the hidden parameters: the elements of all FIFOs, and where each lies. */
    static final List<String> PARAMETERS = List.of("fifo_memory", "fifo_plan");

    /** Their declarations. */
    static final List<String> DECLARATIONS = List.of("__global uchar* fifo_memory", "__global ulong* fifo_plan");

    private final Set<String> users = new HashSet<>();

    FifoMemory(Program program) {
        List<Function> functions = program.functions();
        // Callees come after their callers.
        for (Function function : functions.reversed()) {
            if (uses(function.body())) {
                users.add(function.name());
            }
        }
    }

    /** Whether the function or one that it calls creates a FIFO. */
    boolean isUsedBy(Function function) {
        return users.contains(function.name());
    }

    private boolean uses(Region region) {
        return region.ops().stream().anyMatch(op -> switch (op) {
            case Op.AllocFifo _ -> true;
            case Op.Call call -> users.contains(call.callee());
            default -> op.regions().stream().anyMatch(this::uses);
        });
    }
}
