package org.gatesmith.hls.cost;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;

/**
 * Walks a program as an execution would, with limits in the place of numbers that are not known. A loop is not walked iteration
 * by iteration but for as many at a time as branch alike; see {@link CountedWalk}.
 *
 * <p>No value is followed twice at the same time, as programs have no recursion; so one map holds them all.
 */
final class CostWalk {

    /**
     * Operations followed before the walk stops splitting loops, a fraction of a second. Loops that depend on each other in
     * every iteration reach it at a million iterations or so.
     */
    private static final long PATIENCE = 2_000_000;

    private final Program program;
    private final ValueRoles roles;
    private final LoopNest nest;
    private final Map<Region, RegionPlan> plans = new IdentityHashMap<>();
    private final Map<Value, Bounds> known = new IdentityHashMap<>();
    private final Map<Value, Table> tables = new IdentityHashMap<>();
    private final Map<Value, Integer> ports = new IdentityHashMap<>();
    private final Tally nothing;
    private long followed;
    private int loopsAround;

    CostWalk(Program program, LoopNest nest, List<Value> ports) {
        this.program = program;
        this.roles = ValueRoles.of(program);
        this.nest = nest;
        this.nothing = new Tally(ports.size(), nest.entries().size());
        for (int i = 0; i < ports.size(); i++) {
            this.ports.put(ports.get(i), i);
        }
    }

    void define(Value value, Bounds bounds) {
        known.put(value, bounds);
    }

    Bounds value(Value value) {
        Bounds bounds = known.get(value);
        return bounds != null ? bounds : Bounds.data((ScalarType) value.type());
    }

    boolean isControl(Value value) {
        return roles.isControl(value);
    }

    int number(Op loop) {
        return nest.number(loop);
    }

    Tally nothing() {
        return nothing.fresh();
    }

    /** Number of loops around the present place of the walk. */
    int loopsAround() {
        return loopsAround;
    }

    void enterLoop() {
        loopsAround++;
    }

    void leaveLoop() {
        loopsAround--;
    }

    /** Whether there is time left to look at iterations one by one. */
    boolean isPatient() {
        return followed < PATIENCE;
    }

    /** Makes the loop that is to blame take fewer iterations at a time, if a loop is, and not data. */
    void blame(long causes) {
        if (causes != 0 && (causes & Bounds.DATA) == 0 && isPatient()) {
            throw new Undecided(Long.numberOfTrailingZeros(causes));
        }
    }

    /** The kernel. */
    Tally top() {
        Tally tally = function(program.top(), false);
        tally.atLeastCycles(1);
        return tally;
    }

    private Tally function(Function function, boolean inPipeline) {
        return function.style() == Function.Style.DATAFLOW
                ? processes(function.body())
                : region(function.body(), inPipeline);
    }

    /** One execution of a region; its operations run one after another. */
    Tally region(Region region, boolean inPipeline) {
        RegionPlan plan = plan(region);
        Tally tally = direct(plan);
        for (Op op : plan.steps()) {
            Tally inner = step(op, inPipeline);
            if (inner != null) {
                tally.add(inner, 1);
                tally.addCycles(inner.cycles());
            }
        }
        tally.atLeastCycles(tally.portCycles());
        return tally;
    }

    /** The body of a dataflow function; its calls run at the same time. */
    private Tally processes(Region region) {
        RegionPlan plan = plan(region);
        Tally tally = direct(plan);
        for (Op op : plan.steps()) {
            Tally inner = step(op, false);
            if (inner != null) {
                tally.add(inner, 1);
                tally.atLeastCycles(inner.cycles());
            }
        }
        tally.atLeastCycles(tally.portCycles());
        return tally;
    }

    private RegionPlan plan(Region region) {
        return plans.computeIfAbsent(region, r -> RegionPlan.of(r, roles));
    }

    private Tally direct(RegionPlan plan) {
        Tally tally = nothing();
        plan.data().forEach(tally::addData);
        plan.addressing().forEach(tally::addAddressing);
        plan.read().forEach(port -> tally.addRead(port(port)));
        plan.written().forEach(port -> tally.addWrite(port(port)));
        followed += 1 + plan.steps().size();
        return tally;
    }

    private int port(Value port) {
        return Objects.requireNonNull(ports.get(port));
    }

    /** What an operation costs beyond its own count; null if nothing. */
    private @org.jspecify.annotations.Nullable Tally step(Op op, boolean inPipeline) {
        switch (op) {
            case Op.If branch -> {
                return branch(branch, inPipeline);
            }
            case Op.For loop -> {
                return new CountedWalk(this, loop, inPipeline).walk();
            }
            case Op.While loop -> {
                return new ConditionalWalk(this, loop, inPipeline).walk();
            }
            case Op.Call call -> {
                return call(call, inPipeline);
            }
            default -> {
                evaluate(op);
                return null;
            }
        }
    }

    private void evaluate(Op op) {
        switch (op) {
            case Op.Constant constant -> define(constant.result(), literal(constant.literal(), constant.result()));
            case Op.Compute compute ->
                define(
                        compute.result(),
                        BoundsArithmetic.apply(
                                compute,
                                compute.operands().stream().map(this::value).toList()));
            case Op.Assume assume -> define(assume.result(), Contracts.kept(assume, value(assume.operand())));
            case Op.TableRef ref -> tables.put(ref.result(), program.table(ref.table()));
            case Op.Load load -> define(load.result(), element(load));
            case Op.FifoRead read ->
                define(read.result(), Bounds.data(read.result().scalarType()));
            case Op.FifoEmpty empty ->
                define(empty.result(), Bounds.data(empty.result().scalarType()));
            default -> throw new IllegalArgumentException("not a plain operation: " + op);
        }
    }

    private static Bounds literal(Literal literal, Value result) {
        return literal instanceof Literal.Int number && number.value().bitLength() < Long.SIZE
                ? Bounds.exactly(number.value().longValue())
                : Bounds.data(result.scalarType());
    }

    private Bounds element(Op.Load load) {
        Table table = tables.get(load.memory());
        if (table != null) {
            return TableElement.of(
                    table, load.indices().stream().map(this::value).toList());
        }
        Bounds any = Bounds.data(load.result().scalarType());
        return load.memory().type() instanceof PortType port && port.isLimited()
                ? Contracts.within(any, port.min(), port.max())
                : any;
    }

    private Tally call(Op.Call call, boolean inPipeline) {
        Function callee = program.function(call.callee());
        for (int i = 0; i < call.operands().size(); i++) {
            Value operand = call.operands().get(i);
            Value parameter = callee.parameters().get(i);
            if (operand.type() instanceof PortType) {
                ports.put(parameter, port(operand));
            } else if (isControl(parameter)) {
                define(parameter, value(operand));
            }
        }
        Tally tally = function(callee, inPipeline);
        copy(callee.body().yields(), call.results());
        return tally;
    }

    private Tally branch(Op.If branch, boolean inPipeline) {
        Bounds condition = value(branch.condition());
        if (condition.isKnown()) {
            Region taken = condition.min() != 0 ? branch.thenRegion() : branch.elseRegion();
            Tally tally = region(taken, inPipeline);
            copy(taken.yields(), branch.results());
            return tally;
        }
        blame(condition.causes());
        Tally then = region(branch.thenRegion(), inPipeline);
        Tally otherwise = region(branch.elseRegion(), inPipeline);
        for (int i = 0; i < branch.results().size(); i++) {
            Value result = branch.results().get(i);
            if (isControl(result)) {
                Bounds either = value(branch.thenRegion().yields().get(i))
                        .or(value(branch.elseRegion().yields().get(i)));
                define(result, either.because(condition.causes()));
            }
        }
        Tally either = then.or(otherwise);
        if (!then.countsTheSameAs(otherwise)) {
            either.reserve(condition.dependsOnData() ? Reservation.AT_MOST : Reservation.COARSE);
        }
        return either;
    }

    /** Hands on what loops and branches depend on, as if all were read before the first is written. */
    void copy(List<Value> from, List<Value> to) {
        List<Bounds> bounds = from.stream()
                .map(value -> isControl(value) ? value(value) : Bounds.exactly(0))
                .toList();
        for (int i = 0; i < to.size(); i++) {
            if (isControl(to.get(i))) {
                define(to.get(i), bounds.get(i));
            }
        }
    }
}
