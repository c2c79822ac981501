package org.gatesmith.hls.pass;

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
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** On which operations and values of a function its effects and returned values depend. */
final class Liveness {

    /** What must be computed for a value to be there. */
    private sealed interface Origin {}

    private record Result(Op op, int index) implements Origin {}

    private record Parameter(Op owner, Region region, int index) implements Origin {}

    private final Map<Value, Origin> origins = new IdentityHashMap<>();
    private final Map<Op, Op> owners = new IdentityHashMap<>();
    private final Set<Value> readArrays = identitySet();
    private final Set<Value> localArrays = identitySet();
    private final Set<Value> liveValues = identitySet();
    private final Set<Op> liveOps = identitySet();
    private final Deque<Value> pending = new ArrayDeque<>();

    private Liveness() {}

    private static <T> Set<T> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    static Liveness of(Function function) {
        Liveness liveness = new Liveness();
        liveness.index(function.body());
        liveness.markEffects(function.body());
        function.body().yields().forEach(liveness::mark);
        liveness.propagate();
        return liveness;
    }

    boolean isLive(Op op) {
        return liveOps.contains(op);
    }

    boolean isLive(Value value) {
        return liveValues.contains(value);
    }

    private void index(Region region) {
        for (Op op : region.ops()) {
            for (int i = 0; i < op.results().size(); i++) {
                origins.put(op.results().get(i), new Result(op, i));
            }
            switch (op) {
                case Op.AllocArray alloc -> localArrays.add(alloc.result());
                case Op.Load load -> readArrays.add(load.memory());
                case Op.Call call -> readArrays.addAll(call.operands());
                default -> {}
            }
            for (Region inner : op.regions()) {
                for (int i = 0; i < inner.parameters().size(); i++) {
                    origins.put(inner.parameters().get(i), new Parameter(op, inner, i));
                }
                inner.ops().forEach(nested -> owners.put(nested, op));
                index(inner);
            }
        }
    }

    private void markEffects(Region region) {
        for (Op op : region.ops()) {
            if (hasEffect(op)) {
                mark(op);
            }
            op.regions().forEach(this::markEffects);
        }
    }

    private boolean hasEffect(Op op) {
        return switch (op) {
            case Op.Store store -> !localArrays.contains(store.memory()) || readArrays.contains(store.memory());
            case Op.FifoWrite _, Op.FifoRead _ -> true;
            case Op.Call call -> call.operands().stream().anyMatch(operand -> isMemory(operand.type()));
            default -> false;
        };
    }

    private static boolean isMemory(Type type) {
        return !(type instanceof ScalarType);
    }

    /** Marks an operation, what it always reads, and the operations around it. */
    private void mark(Op op) {
        if (!liveOps.add(op)) {
            return;
        }
        switch (op) {
            case Op.For loop -> mark(List.of(loop.lower(), loop.bound()));
            case Op.While loop -> mark(loop.condition());
            default -> mark(op.operands());
        }
        Op owner = owners.get(op);
        if (owner != null) {
            mark(owner);
        }
    }

    private void mark(List<Value> values) {
        values.forEach(this::mark);
    }

    private void mark(Value value) {
        if (liveValues.add(value)) {
            pending.add(value);
        }
    }

    private void propagate() {
        while (!pending.isEmpty()) {
            switch (origins.get(pending.remove())) {
                case Result(Op op, int index) -> markResult(op, index);
                case Parameter(Op owner, Region region, int index) -> markParameter(owner, region, index);
                case null -> {} // a parameter of the function
            }
        }
    }

    private void markResult(Op op, int index) {
        mark(op);
        switch (op) {
            case Op.If branch -> {
                mark(branch.thenRegion().yields().get(index));
                mark(branch.elseRegion().yields().get(index));
            }
            case Op.For loop -> markCarried(loop, index);
            case Op.While loop -> mark(loop.forwarded().get(index));
            default -> {}
        }
    }

    private void markParameter(Op owner, Region region, int index) {
        mark(owner);
        switch (owner) {
            case Op.For loop when index > 0 -> markCarried(loop, index - 1);
            case Op.While loop
            when region == loop.before() -> {
                mark(loop.initial().get(index));
                mark(loop.body().yields().get(index));
            }
            case Op.While loop -> mark(loop.forwarded().get(index));
            default -> {}
        }
    }

    private void markCarried(Op.For loop, int index) {
        mark(loop.initial().get(index));
        mark(loop.body().yields().get(index));
        mark(loop.carried().get(index));
    }
}
