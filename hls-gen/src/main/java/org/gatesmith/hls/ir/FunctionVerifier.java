package org.gatesmith.hls.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks one function: what is visible where, and the rules of every operation. */
final class FunctionVerifier {

    private final Function function;
    private final List<Violation> violations;
    private final OpText text;
    private final OpRules ops;
    private final RegionRules regions;

    /** Values of this function and those before it: a value belongs to one function. */
    private final Set<Value> defined;

    private final Set<Value> visible = identitySet();
    private final Set<Value> tables = identitySet();
    private @Nullable Op current;

    FunctionVerifier(Program program, Function function, Set<Value> defined, List<Violation> violations) {
        this.function = function;
        this.defined = defined;
        this.violations = violations;
        this.text = new OpText(function);
        this.ops = new OpRules(program, this::report);
        this.regions = new RegionRules(this::report);
    }

    private static Set<Value> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    void verify() {
        Region body = function.body();
        if (body.yields().stream().anyMatch(value -> !(value.type() instanceof ScalarType))) {
            report("a function returns numbers only");
        }
        if (function.style() == Function.Style.DATAFLOW && !body.yields().isEmpty()) {
            report("a dataflow function returns nothing");
        }
        region(body);
    }

    private void region(Region region) {
        Op owner = current;
        List<Value> scope = new ArrayList<>();
        define(region.parameters(), scope);
        for (Op op : region.ops()) {
            current = op;
            use(op.operands());
            check(op);
            op.regions().forEach(this::region);
            current = op;
            define(op.results(), scope);
        }
        current = owner;
        use(region.yields());
        visible.removeAll(scope);
    }

    private void define(Collection<Value> values, List<Value> scope) {
        for (Value value : values) {
            if (!defined.add(value)) {
                report(text.uses(List.of(value)) + " is defined twice");
            } else {
                visible.add(value);
                scope.add(value);
            }
        }
    }

    private void use(Collection<Value> values) {
        for (Value value : values) {
            if (!visible.contains(value)) {
                report(text.uses(List.of(value)) + " is not visible here");
            }
        }
    }

    private void check(Op op) {
        if (function.style() == Function.Style.DATAFLOW) {
            dataflow(op);
        }
        switch (op) {
            case Op.Constant constant -> ops.check(constant);
            case Op.Compute compute -> ops.check(compute);
            case Op.Assume assume -> ops.check(assume);
            case Op.AllocArray alloc -> ops.check(alloc);
            case Op.TableRef ref -> table(ref);
            case Op.AllocFifo alloc -> ops.check(alloc);
            case Op.Load load -> ops.check(load);
            case Op.Store store -> store(store);
            case Op.FifoRead read -> ops.check(read);
            case Op.FifoWrite write -> ops.check(write);
            case Op.FifoEmpty empty -> ops.check(empty);
            case Op.Call call -> ops.check(call, function);
            case Op.If branch -> regions.check(branch);
            case Op.For loop -> regions.check(loop);
            case Op.While loop -> regions.check(loop);
        }
    }

    private void dataflow(Op op) {
        boolean allowed = switch (op) {
            case Op.Constant _, Op.Compute _, Op.Assume _, Op.AllocArray _, Op.AllocFifo _, Op.TableRef _ -> true;
            case Op.Call call -> call.results().isEmpty();
            case Op.Load _, Op.Store _, Op.FifoRead _, Op.FifoWrite _, Op.FifoEmpty _, Op.If _, Op.For _, Op.While _ ->
                false;
        };
        if (!allowed) {
            report("a dataflow function only creates values and calls functions without results");
        }
    }

    private void table(Op.TableRef ref) {
        tables.add(ref.result());
        ops.check(ref);
    }

    private void store(Op.Store store) {
        if (tables.contains(store.memory())) {
            report("a table is constant");
        }
        ops.check(store);
    }

    private void report(String reason) {
        violations.add(new Violation(function.name(), current == null ? "" : text.header(current), reason));
    }
}
