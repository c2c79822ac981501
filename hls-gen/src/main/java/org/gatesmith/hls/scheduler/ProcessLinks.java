package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.design.ModuleDesign.Link;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** Which processes of a dataflow function share arrays and FIFOs. */
final class ProcessLinks {

    private final Function function;
    private final MemoryUse use;
    private final List<Op.Call> calls;

    private ProcessLinks(Function function, MemoryUse use, List<Op.Call> calls) {
        this.function = function;
        this.use = use;
        this.calls = calls;
    }

    static List<Link> of(Function function, MemoryUse use, List<Op.Call> calls) {
        return new ProcessLinks(function, use, calls).links();
    }

    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (int from = 0; from < calls.size(); from++) {
            for (int to = 0; to < calls.size(); to++) {
                if (from != to) {
                    addLinks(from, to, links);
                }
            }
        }
        return links;
    }

    private void addLinks(int from, int to, List<Link> links) {
        Op.Call writer = calls.get(from);
        for (int i = 0; i < writer.operands().size(); i++) {
            Value memory = writer.operands().get(i);
            if (!use.writes(writer, i) || !calls.get(to).operands().contains(memory)) {
                continue;
            }
            if (memory.type() instanceof FifoType) {
                links.add(new Link(from, to, memory, Link.Kind.FIFO));
            } else if (memory.type() instanceof ArrayType && from < to) {
                boolean own = !function.parameters().contains(memory);
                links.add(new Link(from, to, memory, own ? Link.Kind.PING_PONG : Link.Kind.SHARED));
            }
        }
    }
}
