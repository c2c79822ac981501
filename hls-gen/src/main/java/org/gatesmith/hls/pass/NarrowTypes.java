package org.gatesmith.hls.pass;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;
import org.gatesmith.hls.range.Ranges;

/**
 * Chooses the types for {@link Narrow}. Values that structured control flow hands on to each other share a type where they can,
 * so that few casts are needed; memories that calls pass on share one in any case.
 */
final class NarrowTypes {

    private final Program program;
    private final Ranges ranges;
    private final Groups groups = new Groups();
    /** Values whose type nothing else dictates. */
    private final Set<Value> free = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<String, Value> tables = new HashMap<>();
    private final Map<Value, Type> chosen = new IdentityHashMap<>();

    private NarrowTypes(Program program, Ranges ranges) {
        this.program = program;
        this.ranges = ranges;
    }

    static NarrowTypes of(Program program, Ranges ranges) {
        NarrowTypes types = new NarrowTypes(program, ranges);
        program.functions().forEach(function -> types.findFree(function.body()));
        program.functions().forEach(function -> types.group(function.body()));
        types.choose();
        return types;
    }

    /** The new type of a value. */
    Type of(Value value) {
        return chosen.getOrDefault(value, value.type());
    }

    /** The new element type of a table, the old one if nothing refers to it. */
    Type ofTable(String table, ArrayType old) {
        Value reference = tables.get(table);
        return reference == null ? old : of(reference);
    }

    private void findFree(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.Compute _, Op.Assume _, Op.If _ -> free.addAll(op.results());
                case Op.For loop -> {
                    free.addAll(loop.results());
                    free.addAll(loop.carried());
                }
                case Op.While loop -> {
                    free.addAll(loop.results());
                    free.addAll(loop.before().parameters());
                    free.addAll(loop.body().parameters());
                }
                default -> {}
            }
            op.regions().forEach(this::findFree);
        }
    }

    private void group(Region region) {
        for (Op op : region.ops()) {
            if (!(op instanceof Op.Constant constant && isTruthLike(constant))) {
                op.results().forEach(groups::of);
            }
            switch (op) {
                case Op.If branch -> {
                    joinFree(branch.thenRegion().yields(), branch.results());
                    joinFree(branch.elseRegion().yields(), branch.results());
                }
                case Op.For loop -> {
                    joinFree(loop.carried(), loop.results());
                    joinFree(loop.body().yields(), loop.results());
                }
                case Op.While loop -> {
                    joinFree(loop.body().parameters(), loop.results());
                    joinFree(loop.forwarded(), loop.results());
                    joinFree(loop.body().yields(), loop.before().parameters());
                }
                case Op.Call call -> joinMemories(call);
                case Op.TableRef reference ->
                    groups.join(tables.computeIfAbsent(reference.table(), _ -> reference.result()), reference.result());
                default -> {}
            }
            op.regions().forEach(this::group);
        }
    }

    /** The numbers 0 and 1 stay numbers, lest they read as truth values. */
    private static boolean isTruthLike(Op.Constant constant) {
        return constant.literal() instanceof Literal.Int number
                && number.value().bitLength() <= 1;
    }

    private void joinFree(List<Value> values, List<Value> results) {
        for (int i = 0; i < results.size(); i++) {
            groups.of(results.get(i));
            if (free.contains(values.get(i))) {
                groups.join(results.get(i), values.get(i));
            }
        }
    }

    private void joinMemories(Op.Call call) {
        List<Value> parameters = program.function(call.callee()).parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (!(parameters.get(i).type() instanceof ScalarType)) {
                groups.join(call.operands().get(i), parameters.get(i));
            }
        }
    }

    private void choose() {
        groups.all().forEach(this::choose);
        for (Function function : program.functions()) {
            if (function != program.top()) {
                function.parameters().forEach(parameter -> choose(groups.of(parameter)));
            }
        }
        program.top().parameters().forEach(chosen::remove);
    }

    private void choose(List<Value> group) {
        Type type = narrowed(group);
        group.forEach(value -> chosen.put(value, type));
    }

    private Type narrowed(List<Value> group) {
        Type old = group.getFirst().type();
        return switch (old) {
            case IntType integer -> narrowed(integer, rangeOfValues(group));
            case ArrayType array
            when array.element() instanceof IntType integer ->
                new ArrayType(narrowed(integer, rangeOfElements(group)), array.extents());
            case FifoType fifo
            when fifo.element() instanceof IntType integer -> new FifoType(narrowed(integer, rangeOfElements(group)));
            default -> old;
        };
    }

    private IntRange rangeOfValues(List<Value> group) {
        return group.stream().map(ranges::of).reduce(IntRange.NONE, IntRange::join);
    }

    private IntRange rangeOfElements(List<Value> group) {
        return group.stream().map(ranges::elements).reduce(IntRange.NONE, IntRange::join);
    }

    /** What is never reached keeps its type. */
    private static IntType narrowed(IntType old, IntRange range) {
        if (range.isEmpty()) {
            return old;
        }
        IntType narrow = range.narrowestType();
        if (narrow.equals(IntType.BOOL)) {
            // One bit reads as a truth value, on which C++ has no arithmetic.
            narrow = new IntType(2, false);
        }
        return narrow.width() < old.width() ? narrow : old;
    }
}
