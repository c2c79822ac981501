package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which values must not share a variable: one is set while the other is still needed. Liveness is computed backwards over the
 * structured program; because a value is visible only in its region and those inside it, one pass over a loop suffices when
 * everything that the loop reads from outside is taken to be needed throughout it.
 *
 * <p>An inlined value is needed where its expression stands, so its operands live that long.
 */
final class Interference {

    private final ValueUses uses;
    private final InlinePlan plan;
    private final List<Value> values = new ArrayList<>();
    private final Map<Value, Integer> numbers = new IdentityHashMap<>();
    private final List<BitSet> conflicts = new ArrayList<>();

    Interference(Function function, ValueUses uses, InlinePlan plan) {
        this.uses = uses;
        this.plan = plan;
        number(function.body());
        BitSet live = new BitSet();
        read(function.body().yields(), live);
        before(function.body(), live);
    }

    // ---- values that need a variable

    private void number(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.For loop) {
                add(loop.carried());
            }
            if (op instanceof Op.While loop) {
                add(loop.before().parameters());
                add(loop.body().parameters());
            }
            if (!(op instanceof Op.If branch && plan.isChoice(branch))) {
                op.regions().forEach(this::number);
            }
            add(op.results());
        }
    }

    private void add(List<Value> defined) {
        defined.stream()
                .filter(value -> Effects.isNumber(value) && uses.isNeeded(value))
                .filter(value -> !uses.isLiteral(value) && !uses.isConversion(value) && !plan.isInlined(value))
                .forEach(this::add);
    }

    private void add(Value value) {
        numbers.put(value, values.size());
        values.add(value);
        conflicts.add(new BitSet());
    }

    /** The values that need a variable, in the order of their definitions. */
    List<Value> values() {
        return values;
    }

    /** Position in {@link #values}, or -1 for a value that needs no variable of its own. */
    int number(Value value) {
        return numbers.getOrDefault(value, -1);
    }

    /** Numbers of the values that {@code number} must not share a variable with. */
    BitSet conflicts(int number) {
        return conflicts.get(number);
    }

    // ---- what an expression reads

    /** Numbers of the variables that evaluating {@code value} reads. */
    BitSet reads(Value value) {
        BitSet read = new BitSet();
        read(value, read);
        return read;
    }

    private void read(List<Value> operands, BitSet into) {
        operands.forEach(value -> read(value, into));
    }

    private void read(Value value, BitSet into) {
        Value base = uses.base(value);
        int number = number(base);
        if (number >= 0) {
            into.set(number);
        } else if (plan.isInlined(base)) {
            readOperands(uses.definition(base), into);
        }
    }

    private void readOperands(@Nullable Op op, BitSet into) {
        if (op == null) {
            return;
        }
        read(op.operands(), into);
        if (op instanceof Op.If choice) {
            read(choice.thenRegion().yields(), into);
            read(choice.elseRegion().yields(), into);
        }
    }

    // ---- liveness

    /** Turns {@code live}, the values needed after a region, into those needed before it. */
    private void before(Region region, BitSet live) {
        for (int i = region.ops().size() - 1; i >= 0; i--) {
            before(region.ops().get(i), live);
        }
    }

    private void before(Op op, BitSet live) {
        if (!uses.isNeeded(op)) {
            return;
        }
        switch (op) {
            case Op.If branch when !plan.isChoice(branch) -> beforeBranch(branch, live);
            case Op.For loop -> beforeLoop(loop, live);
            case Op.While loop -> beforeLoop(loop, live);
            default -> {
                if (Effects.has(op) || op.results().stream().anyMatch(result -> number(result) >= 0)) {
                    define(op.results(), live);
                    readOperands(op, live);
                }
            }
        }
    }

    /** The values are set, all at once, while those in {@code live} are needed. */
    private void define(List<Value> defined, BitSet live) {
        defined.forEach(value -> clear(value, live));
        conflict(defined, live);
    }

    private void conflict(List<Value> defined, BitSet live) {
        for (Value value : defined) {
            conflict(number(value), live);
            defined.forEach(other -> conflict(number(value), number(other)));
        }
    }

    private void conflict(int number, BitSet live) {
        if (number >= 0) {
            live.stream().forEach(other -> conflict(number, other));
        }
    }

    private void conflict(int one, int other) {
        if (one >= 0 && other >= 0 && one != other) {
            conflicts.get(one).set(other);
            conflicts.get(other).set(one);
        }
    }

    private void clear(Value value, BitSet live) {
        int number = number(value);
        if (number >= 0) {
            live.clear(number);
        }
    }

    private void beforeBranch(Op.If branch, BitSet live) {
        define(branch.results(), live);
        BitSet first = beforeArm(branch, branch.thenRegion(), live);
        BitSet second = beforeArm(branch, branch.elseRegion(), live);
        live.or(first);
        live.or(second);
        read(branch.condition(), live);
    }

    private BitSet beforeArm(Op.If branch, Region arm, BitSet after) {
        BitSet live = (BitSet) after.clone();
        readHanded(arm.yields(), branch.results(), live);
        before(arm, live);
        return live;
    }

    private void beforeLoop(Op.For loop, BitSet live) {
        define(loop.results(), live);
        BitSet body = (BitSet) live.clone();
        body.or(readFromOutside(loop));
        read(loop.bound(), body);
        readHanded(loop.body().yields(), loop.carried(), body);
        before(loop.body(), body);
        read(loop.lower(), body);
        define(loop.carried(), body);
        live.or(body);
        read(loop.lower(), live);
        read(loop.bound(), live);
        readHanded(loop.initial(), loop.carried(), live);
    }

    private void beforeLoop(Op.While loop, BitSet live) {
        define(loop.results(), live);
        BitSet throughout = (BitSet) live.clone();
        throughout.or(readFromOutside(loop));
        BitSet body = (BitSet) throughout.clone();
        readHanded(loop.body().yields(), loop.before().parameters(), body);
        before(loop.body(), body);
        loop.body().parameters().forEach(value -> clear(value, body));
        body.or(throughout);
        read(loop.condition(), body);
        forward(loop, body);
        readHanded(loop.forwarded(), loop.results(), body);
        before(loop.before(), body);
        define(loop.before().parameters(), body);
        live.or(body);
        readHanded(loop.initial(), loop.before().parameters(), live);
    }

    /** The values that are handed on to what is needed. */
    private void readHanded(List<Value> sources, List<Value> targets, BitSet live) {
        for (int i = 0; i < sources.size(); i++) {
            if (uses.isNeeded(targets.get(i))) {
                read(sources.get(i), live);
            }
        }
    }

    /**
     * The test hands values to the body and to the results: copies, and a copy does not conflict with what it copies.
     *
     * @param live what is needed after the copies
     */
    private void forward(Op.While loop, BitSet live) {
        for (int i = 0; i < loop.forwarded().size(); i++) {
            Value source = uses.base(loop.forwarded().get(i));
            BitSet others = (BitSet) live.clone();
            clear(source, others);
            conflict(number(loop.body().parameters().get(i)), others);
            conflict(number(loop.results().get(i)), others);
        }
        conflict(loop.body().parameters(), new BitSet());
    }

    /** What a loop reads in any iteration and does not set itself. */
    private BitSet readFromOutside(Op loop) {
        BitSet read = new BitSet();
        BitSet set = new BitSet();
        loop.regions().forEach(region -> collect(region, read, set));
        read.andNot(set);
        return read;
    }

    private void collect(Region region, BitSet read, BitSet set) {
        mark(region.parameters(), set);
        for (Op op : region.ops()) {
            read(op.operands(), read);
            mark(op.results(), set);
            op.regions().forEach(inner -> collect(inner, read, set));
        }
        read(region.yields(), read);
    }

    private void mark(List<Value> defined, BitSet set) {
        defined.stream().mapToInt(this::number).filter(number -> number >= 0).forEach(set::set);
    }
}
