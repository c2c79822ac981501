package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;

/** Which processes of a dataflow function must end before another begins: those that fill an array which it uses. */
final class ProcessOrder {

    private final MemoryUse use;
    private final List<Process> processes = new ArrayList<>();

    private record Process(String name, Op.Call call) {}

    ProcessOrder(Program program) {
        use = MemoryUse.of(program);
    }

    /** Adds the next process; returns the names of those before it that it waits for. */
    List<String> add(String name, Op.Call call) {
        List<String> after = processes.stream()
                .filter(earlier -> fills(earlier.call(), call))
                .map(Process::name)
                .toList();
        processes.add(new Process(name, call));
        return after;
    }

    private boolean fills(Op.Call earlier, Op.Call later) {
        for (int i = 0; i < earlier.operands().size(); i++) {
            Value memory = earlier.operands().get(i);
            if (memory.type() instanceof ArrayType && later.operands().contains(memory) && use.writes(earlier, i)) {
                return true;
            }
        }
        return false;
    }
}
