package org.gatesmith.hls.cost;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;

/** The loops of a program in the order in which execution first comes to them; copies of one loop of the source are one. */
final class LoopNest {

    private final Program program;
    private final Map<Op, Integer> numbers = new IdentityHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A loop of the source.
     *
     * @param depth loops around it
     */
    record Entry(String label, Span span, LoopDirectives directives, LoopForm form, int depth) {}

    private LoopNest(Program program) {
        this.program = program;
    }

    static LoopNest of(Program program) {
        LoopNest nest = new LoopNest(program);
        nest.add(program.top().body(), 0, false);
        return nest;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Position of a loop among the entries. */
    int number(Op loop) {
        return Objects.requireNonNull(numbers.get(loop));
    }

    private void add(Region region, int depth, boolean inPipeline) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.For loop -> {
                    add(
                            loop,
                            new Entry(
                                    loop.label(),
                                    loop.span(),
                                    loop.directives(),
                                    form(loop.directives(), inPipeline),
                                    depth));
                    add(loop.body(), depth + 1, inPipeline || loop.directives().isPipelined());
                }
                case Op.While loop -> {
                    add(
                            loop,
                            new Entry(
                                    loop.label(),
                                    loop.span(),
                                    loop.directives(),
                                    form(loop.directives(), inPipeline),
                                    depth));
                    add(
                            loop.before(),
                            depth + 1,
                            inPipeline || loop.directives().isPipelined());
                    add(loop.body(), depth + 1, inPipeline || loop.directives().isPipelined());
                }
                case Op.Call call -> add(program.function(call.callee()).body(), depth, inPipeline);
                default -> op.regions().forEach(inner -> add(inner, depth, inPipeline));
            }
        }
    }

    private void add(Op loop, Entry entry) {
        if (numbers.containsKey(loop)) {
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).label().equals(entry.label())
                    && entries.get(i).span().equals(entry.span())) {
                numbers.put(loop, i);
                return;
            }
        }
        numbers.put(loop, entries.size());
        entries.add(entry);
    }

    /** What a loop becomes. */
    static LoopForm form(LoopDirectives directives, boolean inPipeline) {
        if (inPipeline) {
            return LoopForm.IN_PIPELINE;
        }
        if (directives.isCompletelyUnrolled()) {
            return LoopForm.UNROLLED;
        }
        if (directives.isPipelined()) {
            return LoopForm.PIPELINED;
        }
        return directives.unrollFactor() > 1 ? LoopForm.PARTLY_UNROLLED : LoopForm.SEQUENTIAL;
    }
}
