package org.gatesmith.hls.pass;

import java.util.List;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** Operations with other results. */
final class Results {

    private Results() {}

    /** {@code op}, defining {@code results} instead of its own. */
    static Op replaced(Op op, List<Value> results) {
        return switch (op) {
            case Op.Constant c -> new Op.Constant(results.getFirst(), c.literal(), c.span());
            case Op.Compute c -> new Op.Compute(results.getFirst(), c.operator(), c.operands(), c.span());
            case Op.Assume a -> new Op.Assume(results.getFirst(), a.operand(), a.min(), a.max(), a.what(), a.span());
            case Op.AllocArray a -> new Op.AllocArray(results.getFirst(), a.zeroed(), a.directives(), a.span());
            case Op.TableRef t -> new Op.TableRef(results.getFirst(), t.table(), t.span());
            case Op.AllocFifo a -> new Op.AllocFifo(results.getFirst(), a.depth(), a.span());
            case Op.Load l -> new Op.Load(results.getFirst(), l.memory(), l.indices(), l.span());
            case Op.FifoRead r -> new Op.FifoRead(results.getFirst(), r.fifo(), r.span());
            case Op.FifoEmpty e -> new Op.FifoEmpty(results.getFirst(), e.fifo(), e.span());
            case Op.Call c -> new Op.Call(results, c.callee(), c.operands(), c.span());
            case Op.If b -> new Op.If(results, b.condition(), b.thenRegion(), b.elseRegion(), b.span());
            case Op.For l -> l.withResults(results);
            case Op.While l ->
                new Op.While(results, l.label(), l.initial(), l.before(), l.body(), l.directives(), l.span());
            case Op.Store store -> store;
            case Op.FifoWrite write -> write;
        };
    }
}
