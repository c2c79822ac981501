package org.gatesmith.hls.emit;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Joins the values of one Java variable, as far as they do not conflict, so that {@code acc = acc + x} in a loop is one
 * assignment and not a new value and a copy. What a loop carries and what it returns always share a variable.
 */
final class Coalescing {

    private final ValueUses uses;
    private final Interference interference;
    private final int[] parent;
    private final BitSet[] members;
    private final BitSet[] conflicts;
    private final @Nullable String[] names;

    Coalescing(Function function, ValueUses uses, InlinePlan plan, Interference interference) {
        this.uses = uses;
        this.interference = interference;
        int size = interference.values().size();
        parent = new int[size];
        members = new BitSet[size];
        conflicts = new BitSet[size];
        names = new String[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
            members[i] = new BitSet();
            members[i].set(i);
            conflicts[i] = (BitSet) interference.conflicts(i).clone();
            names[i] = interference.values().get(i).name();
        }
        require(function.body(), plan);
        prefer(function.body(), plan);
        follow(function.body());
    }

    /** The number of the class that a numbered value belongs to: that of one of its members. */
    int root(int number) {
        int root = number;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    /** All values of a class. */
    BitSet members(int root) {
        return members[root];
    }

    /** The Java name of a class. */
    @Nullable
    String name(int root) {
        return names[root];
    }

    // ---- what must share a variable

    private void require(Region region, InlinePlan plan) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.For loop -> mergeAll(loop.carried(), loop.results());
                case Op.While loop -> mergeAll(loop.body().parameters(), loop.results());
                default -> {}
            }
            if (!(op instanceof Op.If branch && plan.isChoice(branch))) {
                op.regions().forEach(inner -> require(inner, plan));
            }
        }
    }

    private void mergeAll(List<Value> values, List<Value> others) {
        for (int i = 0; i < values.size(); i++) {
            int number = interference.number(values.get(i));
            if (number >= 0) {
                merge(number, interference.number(others.get(i)));
            }
        }
    }

    // ---- what had better share one

    /** From the inside out: a loop body's assignment matters more than the one copy before the loop. */
    private void prefer(Region region, InlinePlan plan) {
        for (Op op : region.ops()) {
            if (op instanceof Op.If branch && plan.isChoice(branch)) {
                continue;
            }
            op.regions().forEach(inner -> prefer(inner, plan));
            switch (op) {
                case Op.For loop -> {
                    joinAll(loop.carried(), loop.body().yields());
                    joinAll(loop.carried(), loop.initial());
                }
                case Op.While loop -> {
                    joinAll(loop.body().parameters(), loop.forwarded());
                    joinAll(loop.before().parameters(), loop.body().yields());
                    joinAll(loop.before().parameters(), loop.initial());
                }
                case Op.If branch -> {
                    joinAll(branch.results(), branch.thenRegion().yields());
                    joinAll(branch.results(), branch.elseRegion().yields());
                }
                default -> {}
            }
        }
    }

    private void joinAll(List<Value> values, List<Value> others) {
        for (int i = 0; i < values.size(); i++) {
            join(values.get(i), others.get(i));
        }
    }

    /** {@code x = f(x)}: a new value of a Java variable made from the former one takes its place. */
    private void follow(Region region) {
        for (Op op : region.ops()) {
            for (Value result : op.results()) {
                if (result.name() != null && interference.number(result) >= 0) {
                    op.operands().forEach(operand -> follow(result, operand));
                }
            }
            op.regions().forEach(this::follow);
        }
    }

    private void follow(Value result, Value operand) {
        interference.reads(operand).stream()
                .filter(number ->
                        Objects.equals(interference.values().get(number).name(), result.name()))
                .forEach(number -> join(result, interference.values().get(number)));
    }

    private void join(Value value, Value other) {
        int one = interference.number(value);
        int two = interference.number(uses.base(other));
        if (one >= 0 && two >= 0 && mayMerge(root(one), root(two))) {
            merge(one, two);
        }
    }

    private boolean mayMerge(int one, int two) {
        Value first = interference.values().get(one);
        Value second = interference.values().get(two);
        boolean sameName = names[one] == null || names[two] == null || Objects.equals(names[one], names[two]);
        return sameName && first.type().equals(second.type()) && !conflicts[one].intersects(members[two]);
    }

    private void merge(int one, int two) {
        int root = root(one);
        int joined = root(two);
        if (root == joined) {
            return;
        }
        parent[joined] = root;
        members[root].or(members[joined]);
        conflicts[root].or(conflicts[joined]);
        names[root] = names[root] == null ? names[joined] : names[root];
    }
}
