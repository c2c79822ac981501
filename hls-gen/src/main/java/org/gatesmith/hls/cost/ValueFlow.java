package org.gatesmith.hls.cost;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
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
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/**
 * Which numbers of a program are computed from which, across loops, branches and calls. What passes through arrays, ports and
 * FIFOs is not followed, except that an element of a constant table is computed from its index.
 */
final class ValueFlow {

    private final Program program;
    private final Map<Value, List<Value>> sources = new IdentityHashMap<>();
    private final Map<Value, List<Value>> targets = new IdentityHashMap<>();
    private final Set<Value> tables = identitySet();

    private ValueFlow(Program program) {
        this.program = program;
    }

    static ValueFlow of(Program program) {
        ValueFlow flow = new ValueFlow(program);
        for (Function function : program.functions()) {
            flow.add(function.body());
        }
        return flow;
    }

    /** Whether the memory is a constant table, as far as the function that reads it shows. */
    boolean isTable(Value memory) {
        return tables.contains(memory);
    }

    /** The values that any of {@code seeds} is computed from, those included. */
    Set<Value> before(Collection<Value> seeds) {
        return reach(seeds, sources);
    }

    /** The values that are computed from any of {@code seeds}, those included. */
    Set<Value> after(Collection<Value> seeds) {
        return reach(seeds, targets);
    }

    private static Set<Value> reach(Collection<Value> seeds, Map<Value, List<Value>> edges) {
        Set<Value> reached = identitySet();
        Deque<Value> open = new ArrayDeque<>(seeds);
        while (!open.isEmpty()) {
            Value value = open.pop();
            if (reached.add(value)) {
                open.addAll(edges.getOrDefault(value, List.of()));
            }
        }
        return reached;
    }

    static Set<Value> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void add(Region region) {
        for (Op op : region.ops()) {
            add(op);
            op.regions().forEach(this::add);
        }
    }

    private void add(Op op) {
        switch (op) {
            case Op.Compute compute -> all(compute.operands(), compute.result());
            case Op.Assume assume -> edge(assume.operand(), assume.result());
            case Op.TableRef ref -> tables.add(ref.result());
            case Op.Load load -> {
                if (isTable(load.memory())) {
                    all(load.indices(), load.result());
                }
            }
            case Op.If branch -> {
                pairs(branch.thenRegion().yields(), branch.results());
                pairs(branch.elseRegion().yields(), branch.results());
            }
            case Op.For loop -> {
                edge(loop.lower(), loop.counter());
                pairs(loop.initial(), loop.carried());
                pairs(loop.body().yields(), loop.carried());
                pairs(loop.carried(), loop.results());
            }
            case Op.While loop -> {
                pairs(loop.initial(), loop.before().parameters());
                pairs(loop.body().yields(), loop.before().parameters());
                pairs(loop.forwarded(), loop.body().parameters());
                pairs(loop.forwarded(), loop.results());
            }
            case Op.Call call -> {
                Function callee = program.function(call.callee());
                pairs(call.operands(), callee.parameters());
                pairs(callee.body().yields(), call.results());
            }
            default -> {}
        }
    }

    private void all(List<Value> from, Value to) {
        from.forEach(value -> edge(value, to));
    }

    private void pairs(List<Value> from, List<Value> to) {
        for (int i = 0; i < from.size(); i++) {
            edge(from.get(i), to.get(i));
        }
    }

    private void edge(Value from, Value to) {
        if (from.type() instanceof ScalarType) {
            sources.computeIfAbsent(to, _ -> new ArrayList<>()).add(from);
            targets.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
        }
    }
}
