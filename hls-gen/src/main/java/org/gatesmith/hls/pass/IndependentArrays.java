package org.gatesmith.hls.pass;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * Arrays of a function that a pipelined loop reads and writes whose iterations are declared independent, where the index is not known
 * beforehand. That declaration is about elements. If each element became a value that the loop carries, every iteration would hand on
 * all of them, and wait for all of them.
 */
final class IndependentArrays {

    private final Definitions definitions;
    private final Set<Value> declared = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Value> passed = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Dimensions, from 1, in which some index is not constant. */
    private final Map<Value, SortedSet<Integer>> variable = new IdentityHashMap<>();

    private IndependentArrays(Definitions definitions) {
        this.definitions = definitions;
    }

    static IndependentArrays of(Function function) {
        IndependentArrays arrays = new IndependentArrays(Definitions.of(function));
        arrays.visit(function.body());
        return arrays;
    }

    boolean contains(Value array) {
        return declared.contains(array) && !passed.contains(array);
    }

    /** Whether every access of the array has a constant index in a dimension, counted from 1. */
    boolean isConstant(Value array, int dimension) {
        return !variable.getOrDefault(array, Collections.emptySortedSet()).contains(dimension);
    }

    private void visit(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Load load -> access(load.memory(), load.indices());
                case Op.Store store -> access(store.memory(), store.indices());
                case Op.Call call -> passed.addAll(call.operands());
                case Op.For loop
                when Cores.isPipelined(loop) && loop.directives().parallel() -> {
                    Loop inside = new Loop();
                    inside.visit(loop.body());
                    declared.addAll(inside.arrays());
                    visit(loop.body());
                }
                default -> op.regions().forEach(this::visit);
            }
        }
    }

    private void access(Value array, List<Value> indices) {
        if (array.type() instanceof ArrayType) {
            for (int dimension = 1; dimension <= indices.size(); dimension++) {
                if (definitions.integer(indices.get(dimension - 1)).isEmpty()) {
                    variable.computeIfAbsent(array, _ -> new TreeSet<>()).add(dimension);
                }
            }
        }
    }

    /** What a loop reads and writes, and where an index is computed. */
    private final class Loop {
        private final Set<Value> read = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Value> written = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Value> computed = Collections.newSetFromMap(new IdentityHashMap<>());

        void visit(Region region) {
            for (Op op : region.ops()) {
                switch (op) {
                    case Op.Load load -> add(read, load.memory(), load.indices());
                    case Op.Store store -> add(written, store.memory(), store.indices());
                    default -> op.regions().forEach(this::visit);
                }
            }
        }

        List<Value> arrays() {
            return computed.stream()
                    .filter(array -> read.contains(array) && written.contains(array))
                    .toList();
        }

        private void add(Set<Value> accessed, Value array, List<Value> indices) {
            accessed.add(array);
            if (indices.stream().anyMatch(index -> definitions.integer(index).isEmpty())) {
                computed.add(array);
            }
        }
    }
}
