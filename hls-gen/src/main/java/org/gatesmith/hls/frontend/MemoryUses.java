package org.gatesmith.hls.frontend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** Which of its memory and FIFO parameters a function reads and writes, and where. */
final class MemoryUses {

    /** One access; inside a callee it is where the callee does it. */
    record Use(boolean isWrite, Span span) {}

    private final Program program;
    private final Map<String, List<List<Use>>> ofParameters = new HashMap<>();

    MemoryUses(Program program) {
        this.program = program;
    }

    /** Accesses to each value that is a memory or FIFO, inside a region and all that it calls. */
    Map<Value, List<Use>> in(Region region) {
        Map<Value, List<Use>> uses = new IdentityHashMap<>();
        collect(region, uses);
        return uses;
    }

    /** Accesses to each operand of a call. */
    List<List<Use>> of(Op.Call call) {
        List<List<Use>> known = ofParameters.get(call.callee());
        if (known == null) {
            Function callee = program.function(call.callee());
            Map<Value, List<Use>> uses = in(callee.body());
            known = callee.parameters().stream()
                    .map(p -> uses.getOrDefault(p, List.of()))
                    .toList();
            ofParameters.put(call.callee(), known);
        }
        return known;
    }

    private void collect(Region region, Map<Value, List<Use>> uses) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Load load -> add(uses, load.memory(), new Use(false, load.span()));
                case Op.Store store -> add(uses, store.memory(), new Use(true, store.span()));
                case Op.FifoRead read -> add(uses, read.fifo(), new Use(false, read.span()));
                case Op.FifoEmpty empty -> add(uses, empty.fifo(), new Use(false, empty.span()));
                case Op.FifoWrite write -> add(uses, write.fifo(), new Use(true, write.span()));
                case Op.Call call -> {
                    List<List<Use>> inside = of(call);
                    for (int i = 0; i < call.operands().size(); i++) {
                        for (Use use : inside.get(i)) {
                            add(uses, call.operands().get(i), use);
                        }
                    }
                }
                default -> {}
            }
            op.regions().forEach(inner -> collect(inner, uses));
        }
    }

    private static void add(Map<Value, List<Use>> uses, Value value, Use use) {
        uses.computeIfAbsent(value, _ -> new ArrayList<>()).add(use);
    }
}
