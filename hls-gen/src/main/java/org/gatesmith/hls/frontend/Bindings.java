package org.gatesmith.hls.frontend;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** The current values of the variables in scope, and of the flags that stand for pending jumps. */
final class Bindings {

    private final Map<Object, RValue> values;
    private final Set<Value> bound;

    Bindings() {
        this(new LinkedHashMap<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private Bindings(Map<Object, RValue> values, Set<Value> bound) {
        this.values = values;
        this.bound = bound;
    }

    Bindings copy() {
        return new Bindings(new LinkedHashMap<>(values), bound);
    }

    @Nullable
    RValue get(Object variable) {
        return values.get(variable);
    }

    void put(Object variable, RValue value) {
        values.put(variable, value);
        bound.addAll(value.leaves());
    }

    void remove(Object variable) {
        values.remove(variable);
    }

    /** Whether a number ever was the value of a variable, or part of it. */
    boolean wasBound(Value value) {
        return bound.contains(value);
    }

    /** The variables, in order of declaration. */
    List<Object> variables() {
        return List.copyOf(values.keySet());
    }

    /** The numbers of some variables, in order. */
    List<Value> leaves(List<Object> variables) {
        return variables.stream()
                .flatMap(variable -> values.getOrDefault(variable, new RValue.Nothing()).leaves().stream())
                .toList();
    }

    /** Gives new numbers to some variables, in the order of {@link #leaves}. */
    void setLeaves(List<Object> variables, List<Value> leaves) {
        int next = 0;
        for (Object variable : variables) {
            RValue value = values.get(variable);
            if (value != null) {
                int count = value.leaves().size();
                put(variable, value.withLeaves(leaves.subList(next, next + count)));
                next += count;
            }
        }
    }
}
