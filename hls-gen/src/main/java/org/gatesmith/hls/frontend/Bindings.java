package org.gatesmith.hls.frontend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** The current values of the variables in scope, and of the flags that stand for pending jumps. */
final class Bindings {

    private final Map<Object, RValue> values;

    Bindings() {
        this(new LinkedHashMap<>());
    }

    private Bindings(Map<Object, RValue> values) {
        this.values = values;
    }

    Bindings copy() {
        return new Bindings(new LinkedHashMap<>(values));
    }

    @Nullable
    RValue get(Object variable) {
        return values.get(variable);
    }

    void put(Object variable, RValue value) {
        values.put(variable, value);
    }

    void remove(Object variable) {
        values.remove(variable);
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
                values.put(variable, value.withLeaves(leaves.subList(next, next + count)));
                next += count;
            }
        }
    }
}
