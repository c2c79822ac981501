package org.gatesmith.hls.emit;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** The values that effects and returned values depend on. What a loop carries only for its own sake is not among them. */
final class NeededValues {

    private final Map<Value, Op> owners = new IdentityHashMap<>();
    private final Set<Value> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Value> pending = new ArrayDeque<>();

    NeededValues(Function function) {
        scan(function.body());
        need(function.body().yields());
        while (!pending.isEmpty()) {
            Value value = pending.remove();
            needSources(value, owners.get(value));
        }
    }

    boolean contains(Value value) {
        return needed.contains(value);
    }

    /** Whether the operation does something, or computes something needed. */
    boolean contains(Op op) {
        return Effects.has(op) || op.results().stream().anyMatch(needed::contains);
    }

    private void scan(Region region) {
        for (Op op : region.ops()) {
            op.results().forEach(value -> owners.put(value, op));
            for (Region inner : op.regions()) {
                inner.parameters().forEach(value -> owners.put(value, op));
                scan(inner);
            }
            if (Effects.has(op)) {
                needControl(op);
            }
            if (op instanceof Op.Call call && call.results().size() > 1) {
                // Each result has a parameter of the function, which takes a variable.
                need(call.results());
            }
        }
    }

    /** What decides whether and how often the operation acts, and on what. */
    private void needControl(Op op) {
        switch (op) {
            case Op.If branch -> need(branch.condition());
            case Op.For loop -> {
                need(loop.lower());
                need(loop.bound());
            }
            case Op.While loop -> need(loop.condition());
            default -> need(op.operands());
        }
    }

    private void need(List<Value> values) {
        values.forEach(this::need);
    }

    private void need(Value value) {
        if (needed.add(value)) {
            pending.add(value);
        }
    }

    private void needSources(Value value, @Nullable Op owner) {
        if (owner == null) {
            return;
        }
        needControl(owner);
        switch (owner) {
            case Op.If branch -> {
                int index = branch.results().indexOf(value);
                need(branch.thenRegion().yields().get(index));
                need(branch.elseRegion().yields().get(index));
            }
            case Op.For loop
            when value != loop.counter() -> {
                int index =
                        Math.max(loop.results().indexOf(value), loop.carried().indexOf(value));
                need(loop.results().get(index));
                need(loop.carried().get(index));
                need(loop.initial().get(index));
                need(loop.body().yields().get(index));
            }
            case Op.While loop -> needSources(value, loop);
            default -> {}
        }
    }

    private void needSources(Value value, Op.While loop) {
        int carried = loop.before().parameters().indexOf(value);
        if (carried >= 0) {
            need(loop.initial().get(carried));
            need(loop.body().yields().get(carried));
        } else {
            int index = Math.max(
                    loop.results().indexOf(value), loop.body().parameters().indexOf(value));
            need(loop.results().get(index));
            need(loop.body().parameters().get(index));
            need(loop.forwarded().get(index));
        }
    }
}
