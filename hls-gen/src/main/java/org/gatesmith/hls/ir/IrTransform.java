package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Rewrites a function operation by operation. Every {@code visit} method rebuilds its operation with the replaced operands and
 * appends it; a subclass overrides those it changes, and may append other operations, or none, and say what replaces a result.
 * Results and region parameters keep their identity, so unchanged code is shared between the old and the new function.
 */
public abstract class IrTransform {

    private final Map<Value, Value> replacements = new IdentityHashMap<>();
    private List<Op> output = new ArrayList<>();

    /** Rewrites the whole body. */
    public Function transform(Function function) {
        return function.withBody(transform(function.body()));
    }

    /** Rewrites a region; the operations go into a new one. */
    protected Region transform(Region region) {
        List<Op> outer = output;
        output = new ArrayList<>();
        try {
            List<Value> parameters =
                    region.parameters().stream().map(this::parameter).toList();
            region.ops().forEach(this::visit);
            return new Region(parameters, output, mapped(region.yields()));
        } finally {
            output = outer;
        }
    }

    /** A region of what {@code content} appends; it returns what the region yields. */
    protected Region collected(Supplier<List<Value>> content) {
        List<Op> outer = output;
        output = new ArrayList<>();
        try {
            List<Value> yields = content.get();
            return new Region(List.of(), output, yields);
        } finally {
            output = outer;
        }
    }

    /** Rewrites the operations of a region into the current one; returns what it yields. */
    protected List<Value> splice(Region region) {
        region.ops().forEach(this::visit);
        return mapped(region.yields());
    }

    /** The parameter that stands for {@code value} in the new region. */
    protected Value parameter(Value value) {
        return value;
    }

    /** Appends an operation to the current region. */
    protected void emit(Op op) {
        output.add(op);
    }

    /** From here on, uses of {@code old} become uses of {@code replacement}. */
    protected void replace(Value old, Value replacement) {
        if (old != replacement) {
            replacements.put(old, replacement);
        }
    }

    protected void replaceAll(List<Value> old, List<Value> replacement) {
        for (int i = 0; i < old.size(); i++) {
            replace(old.get(i), replacement.get(i));
        }
    }

    /** What stands for {@code value} in the new code. */
    protected Value mapped(Value value) {
        return replacements.getOrDefault(value, value);
    }

    protected List<Value> mapped(List<Value> values) {
        return values.stream().map(this::mapped).toList();
    }

    protected void visit(Op op) {
        switch (op) {
            case Op.Constant constant -> visit(constant);
            case Op.Compute compute -> visit(compute);
            case Op.Assume assume -> visit(assume);
            case Op.AllocArray alloc -> visit(alloc);
            case Op.TableRef table -> visit(table);
            case Op.AllocFifo alloc -> visit(alloc);
            case Op.Load load -> visit(load);
            case Op.Store store -> visit(store);
            case Op.FifoRead read -> visit(read);
            case Op.FifoWrite write -> visit(write);
            case Op.FifoEmpty empty -> visit(empty);
            case Op.Call call -> visit(call);
            case Op.If branch -> visit(branch);
            case Op.For loop -> visit(loop);
            case Op.While loop -> visit(loop);
        }
    }

    protected void visit(Op.Constant op) {
        emit(op);
    }

    protected void visit(Op.Compute op) {
        emit(new Op.Compute(op.result(), op.operator(), mapped(op.operands()), op.span()));
    }

    protected void visit(Op.Assume op) {
        emit(new Op.Assume(op.result(), mapped(op.operand()), op.min(), op.max(), op.what(), op.span()));
    }

    protected void visit(Op.AllocArray op) {
        emit(op);
    }

    protected void visit(Op.TableRef op) {
        emit(op);
    }

    protected void visit(Op.AllocFifo op) {
        emit(op);
    }

    protected void visit(Op.Load op) {
        emit(new Op.Load(op.result(), mapped(op.memory()), mapped(op.indices()), op.span()));
    }

    protected void visit(Op.Store op) {
        emit(new Op.Store(mapped(op.memory()), mapped(op.indices()), mapped(op.value()), op.span()));
    }

    protected void visit(Op.FifoRead op) {
        emit(new Op.FifoRead(op.result(), mapped(op.fifo()), op.span()));
    }

    protected void visit(Op.FifoWrite op) {
        emit(new Op.FifoWrite(mapped(op.fifo()), mapped(op.value()), op.span()));
    }

    protected void visit(Op.FifoEmpty op) {
        emit(new Op.FifoEmpty(op.result(), mapped(op.fifo()), op.span()));
    }

    protected void visit(Op.Call op) {
        emit(new Op.Call(op.results(), op.callee(), mapped(op.operands()), op.span()));
    }

    protected void visit(Op.If op) {
        emit(new Op.If(
                op.results(),
                mapped(op.condition()),
                transform(op.thenRegion()),
                transform(op.elseRegion()),
                op.span()));
    }

    protected void visit(Op.For op) {
        emit(new Op.For(
                op.results(),
                op.label(),
                mapped(op.lower()),
                op.relation(),
                mapped(op.bound()),
                op.step(),
                mapped(op.initial()),
                transform(op.body()),
                op.directives(),
                op.span()));
    }

    protected void visit(Op.While op) {
        emit(new Op.While(
                op.results(),
                op.label(),
                mapped(op.initial()),
                transform(op.before()),
                transform(op.body()),
                op.directives(),
                op.span()));
    }
}
