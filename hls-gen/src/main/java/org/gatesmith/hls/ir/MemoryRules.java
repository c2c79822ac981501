package org.gatesmith.hls.ir;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What calls may do to the memories they are given. Needs a program that keeps all other rules. */
final class MemoryRules {

    private final MemoryUse use;
    private final Function function;
    private final List<Violation> violations;
    private final OpText text;

    private final Set<Value> tables = identitySet();
    private final Set<Value> readFifos = identitySet();
    private final Set<Value> writtenFifos = identitySet();

    MemoryRules(MemoryUse use, Function function, List<Violation> violations) {
        this.use = use;
        this.function = function;
        this.violations = violations;
        this.text = new OpText(function);
    }

    private static Set<Value> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    void verify() {
        verify(function.body());
    }

    private void verify(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.TableRef ref) {
                tables.add(ref.result());
            }
            if (op instanceof Op.Call call) {
                verify(call);
            }
            op.regions().forEach(this::verify);
        }
    }

    private void verify(Op.Call call) {
        for (int i = 0; i < call.operands().size(); i++) {
            Value memory = call.operands().get(i);
            if (tables.contains(memory) && use.writes(call, i)) {
                report(call, "a table is constant");
            }
            if (function.style() == Function.Style.DATAFLOW && memory.type() instanceof FifoType) {
                ends(call, i);
            }
        }
    }

    private void ends(Op.Call process, int operand) {
        Value fifo = process.operands().get(operand);
        boolean second = use.reads(process, operand) && !readFifos.add(fifo);
        second |= use.writes(process, operand) && !writtenFifos.add(fifo);
        if (second) {
            report(process, "a FIFO joins one process that writes to one that reads");
        }
    }

    private void report(Op op, String reason) {
        violations.add(new Violation(function.name(), text.header(op), reason));
    }
}
