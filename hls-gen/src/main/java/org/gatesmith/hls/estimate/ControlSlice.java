package org.gatesmith.hls.estimate;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** The values that decide how often loops run, which way branches go, or something else that is asked for. */
final class ControlSlice {

    private final Program program;
    private final Map<Value, List<Value>> sources = new IdentityHashMap<>();
    private final Set<Value> deciding = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Value> open = new ArrayDeque<>();

    private ControlSlice(Program program) {
        this.program = program;
    }

    /**
     * Of a program.
     *
     * @param others values that are of interest besides those that decide about loops and branches
     */
    static ControlSlice of(Program program, List<Value> others) {
        ControlSlice slice = new ControlSlice(program);
        others.forEach(slice::decides);
        for (Function function : program.functions()) {
            slice.collect(function.body());
        }
        while (!slice.open.isEmpty()) {
            slice.sources.getOrDefault(slice.open.remove(), List.of()).forEach(slice::decides);
        }
        return slice;
    }

    /** Whether a value can have an influence on the values of interest, or is one. */
    boolean contains(Value value) {
        return deciding.contains(value);
    }

    private void decides(Value value) {
        if (deciding.add(value)) {
            open.add(value);
        }
    }

    private void comesFrom(List<Value> values, List<Value> from) {
        for (int i = 0; i < values.size(); i++) {
            comesFrom(values.get(i), List.of(from.get(i)));
        }
    }

    private void comesFrom(Value value, List<Value> from) {
        sources.merge(value, List.copyOf(from), ControlSlice::joined);
    }

    private static List<Value> joined(List<Value> first, List<Value> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }

    private void collect(Region region) {
        region.ops().forEach(this::collect);
    }

    private void collect(Op op) {
        switch (op) {
            case Op.For loop -> {
                decides(loop.lower());
                decides(loop.bound());
                comesFrom(loop.counter(), List.of(loop.lower()));
                comesFrom(loop.carried(), loop.initial());
                comesFrom(loop.carried(), loop.body().yields());
                comesFrom(loop.results(), loop.carried());
            }
            case Op.While loop -> {
                decides(loop.condition());
                comesFrom(loop.before().parameters(), loop.initial());
                comesFrom(loop.before().parameters(), loop.body().yields());
                comesFrom(loop.body().parameters(), loop.forwarded());
                comesFrom(loop.results(), loop.forwarded());
            }
            case Op.If branch -> {
                decides(branch.condition());
                comesFrom(branch.results(), branch.thenRegion().yields());
                comesFrom(branch.results(), branch.elseRegion().yields());
            }
            case Op.Call call -> {
                Function callee = program.function(call.callee());
                comesFrom(callee.parameters(), call.operands());
                comesFrom(call.results(), callee.body().yields());
            }
            default -> op.results().forEach(result -> comesFrom(result, op.operands()));
        }
        op.regions().forEach(this::collect);
    }
}
