package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.AccessGroup;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** The operations of a module's units. */
final class Datapath {

    private final Netlist netlist;
    private final ModuleParts parts;
    private final Values values;
    private final IntegerTerms integers;
    private final OperatorPool operators;
    private String place = "";

    Datapath(ModuleParts parts, OperatorPool operators) {
        this.netlist = parts.netlist();
        this.parts = parts;
        this.values = parts.values();
        this.integers = new IntegerTerms(netlist);
        this.operators = operators;
    }

    /** Steps in which one of the operations may have to wait. */
    static NavigableSet<Integer> waiting(List<Placement> placements) {
        NavigableSet<Integer> steps = new TreeSet<>();
        for (Placement placement : placements) {
            Access.of(placement.op()).ifPresent(access -> {
                boolean board = access.memory().type() instanceof PortType;
                boolean fifo = access.memory().type() instanceof FifoType && access.kind() != Access.Kind.TEST;
                if (board || fifo) {
                    steps.add(placement.step());
                }
                if (board && !access.isWrite()) {
                    steps.add(placement.resultStep());
                }
            });
        }
        return steps;
    }

    /** Adds operations; those of one step in the order of the program. */
    void add(Stages stages, List<Placement> placements) {
        Map<AccessGroup, Integer> missing = new IdentityHashMap<>();
        List<Placement> ordered = placements.stream()
                .sorted(Comparator.comparingInt(Placement::step))
                .toList();
        place = "";
        for (Placement placement : ordered) {
            if (!(placement.op() instanceof Op.Constant)) {
                remark(placement);
            }
            if (placement.resource() instanceof Resource.BoardAccess(AccessGroup group)) {
                // All of them together, when the data and guards of the last one are there.
                int left = missing.merge(group, group.lanes().size() - 1, (before, _) -> before - 1);
                Access.of(placement.op()).ifPresent(access -> constants(access.op()));
                if (left == 0) {
                    board(stages, placement, PortGroup.of(group));
                }
            } else {
                add(stages, placement);
            }
        }
    }

    private void remark(Placement placement) {
        String line = placement.op().span().line();
        String here = "step " + placement.step() + (line.isEmpty() ? "" : ", " + line);
        if (!here.equals(place)) {
            netlist.remark(here);
            place = here;
        }
    }

    private void add(Stages stages, Placement placement) {
        switch (placement.op()) {
            case Op.Constant constant -> values.constant(constant);
            case Op.Compute compute -> compute(stages, placement, compute);
            case Op.Assume assume ->
                view(assume.result(), assume.operand(), resizing(assume.operand(), assume.result()));
            case Op.Call call -> core(stages, placement, call);
            case Op.TableRef _, Op.AllocArray _, Op.AllocFifo _ -> {}
            default -> access(stages, placement);
        }
    }

    // ---- numbers

    private void compute(Stages stages, Placement placement, Op.Compute op) {
        if (placement.latency() > 0) {
            List<Term> results = operators.use(stages, placement, values.at(op.operands(), stages, placement.step()));
            define(
                    stages,
                    placement,
                    op.result(),
                    results.getFirst(),
                    op.operator().mnemonic());
            return;
        }
        UnaryOperator<Term> bits = bits(op);
        if (bits != null) {
            view(op.result(), op.operand(0), bits);
            return;
        }
        Term term = integers.of(op, values.at(op.operands(), stages, placement.step()));
        if (term instanceof Term.Bits constant) {
            values.steady(op.result(), constant);
            return;
        }
        define(stages, placement, op.result(), term, op.operator().mnemonic());
    }

    /** What only takes bits of its first operand, if the operation does. */
    private @Nullable UnaryOperator<Term> bits(Op.Compute op) {
        boolean shift = op.operator() == Operator.SHL || op.operator() == Operator.SHR;
        if (op.operator() == Operator.CAST) {
            return resizing(op.operand(0), op.result());
        }
        if (shift && values.definition(op.operand(1)) instanceof Definition.Steady(Term.Bits count)) {
            return term -> integers.of(op, List.of(term, count));
        }
        return null;
    }

    private static UnaryOperator<Term> resizing(Value from, Value to) {
        return term -> Terms.resized(term, from.intType().signed(), to.intType().width());
    }

    private void view(Value result, Value origin, UnaryOperator<Term> bits) {
        values.define(result, Definition.view(values.definition(origin), bits));
    }

    private void define(Stages stages, Placement placement, Value result, Term term, String otherwise) {
        String wanted = Definition.name(result.name(), otherwise);
        Term named =
                term instanceof Term.Part ? term : netlist.wire(wanted, term).term();
        String name = term instanceof Term.Part || !(named instanceof Term.Part part)
                ? wanted
                : part.signal().name();
        values.define(result, new Definition.Timed(stages, placement.resultStep(), named, name));
    }

    private void core(Stages stages, Placement placement, Op.Call call) {
        List<Term> results = operators.use(stages, placement, values.at(call.operands(), stages, placement.step()));
        for (int i = 0; i < results.size(); i++) {
            define(stages, placement, call.results().get(i), results.get(i), call.callee());
        }
    }

    // ---- memories and FIFOs

    private void access(Stages stages, Placement placement) {
        Access access = Access.of(placement.op())
                .orElseThrow(() -> new IllegalStateException("no place in a step for " + placement.op()));
        constants(access.op());
        if (access.memory().type() instanceof PortType) {
            throw new IllegalStateException("no channel to board memory for " + placement);
        }
        if (access.memory().type() instanceof ArrayType) {
            array(stages, placement, access);
        } else {
            fifo(stages, placement, access);
        }
    }

    /** Constants that stand inside a guarded access. */
    private void constants(Op op) {
        op.regions()
                .forEach(region -> region.ops().forEach(inner -> {
                    if (inner instanceof Op.Constant constant) {
                        values.constant(constant);
                    }
                }));
    }

    private Term guard(Access access, Stages stages, int step) {
        Value guard = access.guard();
        return guard == null ? Terms.TRUE : values.at(guard, stages, step);
    }

    private void array(Stages stages, Placement placement, Access access) {
        if (!(placement.resource() instanceof Resource.MemoryPort(var binding, int port))) {
            throw new IllegalStateException("no memory port for " + access.inner());
        }
        int step = placement.step();
        Memory memory = parts.memory(access.memory(), binding);
        Term guard = guard(access, stages, step);
        Term active = Terms.and(stages.valid(step), guard);
        Term fires = Terms.and(stages.go(step), guard);
        Term address = address((ArrayType) access.memory().type(), access.indices(), memory, stages, step);
        if (access.inner() instanceof Op.Store store) {
            Term word = stored(store.value(), memory.width(), stages, step);
            memory.write(port, -step, active, fires, address, word);
            return;
        }
        Term output = placement.latency() < 2 ? Terms.FALSE : stages.go(step + 1);
        read(stages, placement, access, memory.read(port, active, fires, address, output));
    }

    private Term stored(Value value, int width, Stages stages, int step) {
        return Terms.resized(values.at(value, stages, step), value.intType().signed(), width);
    }

    /** Position of an element, row after row. Only low bits matter, because indices are in range. */
    private Term address(ArrayType type, List<Value> indices, Memory memory, Stages stages, int step) {
        int width = memory.addressBits();
        Term address = Terms.bits(width, 0);
        long stride = type.elements();
        for (int i = 0; i < indices.size(); i++) {
            stride /= type.extents().get(i);
            Value index = indices.get(i);
            Term term = Terms.resized(
                    values.at(index, stages, step), index.intType().signed(), width);
            address = Terms.add(address, scaled(term, stride, width));
        }
        return address;
    }

    private static Term scaled(Term term, long stride, int width) {
        if (stride == 1) {
            return term;
        }
        int places = Long.numberOfTrailingZeros(stride);
        if (Long.bitCount(stride) == 1) {
            return places >= width
                    ? Terms.bits(width, 0)
                    : Terms.join(List.of(Terms.low(term, width - places), Terms.bits(places, 0)));
        }
        return term instanceof Term.Bits(int _, var value)
                ? Terms.bits(width, value.multiply(java.math.BigInteger.valueOf(stride)))
                : new Term.Product(term, Terms.bits(width, stride), width);
    }

    /** The result of a read; zero where a guard keeps it from happening. */
    private void read(Stages stages, Placement placement, Access access, Term data) {
        if (placement.op().results().isEmpty()) {
            return;
        }
        Value result = placement.op().results().getFirst();
        int step = placement.resultStep();
        Term value = Terms.resized(
                data, ((IntType) result.type()).signed(), result.intType().width());
        Term guarded = Terms.choice(guard(access, stages, step), value, otherwise(placement.op(), result));
        define(
                stages,
                placement,
                result,
                guarded,
                Definition.name(access.memory().name(), "read") + "_read");
    }

    private Term otherwise(Op op, Value result) {
        return op instanceof Op.If branch
                ? values.held(branch.elseRegion().yields().getFirst())
                : Terms.bits(result.intType().width(), 0);
    }

    private void fifo(Stages stages, Placement placement, Access access) {
        int step = placement.step();
        Term guard = guard(access, stages, step);
        Term active = Terms.and(stages.valid(step), guard);
        Term fires = Terms.and(stages.go(step), guard);
        switch (access.inner()) {
            case Op.FifoRead _ -> {
                FifoPort side = parts.reads(access.memory());
                stages.wait(
                        step, Terms.and(guard, Terms.not(side.open())), "an element in " + name(access), line(access));
                side.take(fires);
                read(stages, placement, access, side.data());
            }
            case Op.FifoWrite write -> {
                FifoPort side = parts.writes(access.memory());
                stages.wait(step, Terms.and(guard, Terms.not(side.open())), "room in " + name(access), line(access));
                int width = Values.width(((FifoType) access.memory().type()).element());
                side.put(active, fires, stored(write.value(), width, stages, step));
            }
            default ->
                read(
                        stages,
                        placement,
                        access,
                        Terms.not(parts.reads(access.memory()).open()));
        }
    }

    // ---- board memory

    private void board(Stages stages, Placement last, PortGroup group) {
        int step = last.step();
        Definition wanted = wanted(stages, step, group);
        Term some = wanted.at(stages, step);
        Term active = Terms.and(stages.valid(step), some);
        Term fires = Terms.and(stages.go(step), some);
        Value first = group.first().indices().getFirst();
        Term index = index(first, stages, step);
        Term mask = mask(stages, step, group);
        if (group.group().write()) {
            WriteChannel channel = parts.writer(group.group().port());
            stages.wait(
                    step,
                    Terms.and(some, Terms.not(channel.ready())),
                    name(group.first()) + " to take data",
                    line(group.first()));
            channel.request(active, fires, index, mask, elements(stages, step, group, channel));
            return;
        }
        ReadChannel channel = parts.reader(group.group().port());
        stages.wait(
                step,
                Terms.and(some, Terms.not(channel.ready())),
                name(group.first()) + " to take a request",
                line(group.first()));
        channel.request(active, fires, index, mask);
        int arrival = last.resultStep();
        Term expected = wanted.at(stages, arrival);
        stages.wait(
                arrival,
                Terms.and(expected, Terms.not(channel.responding())),
                "data of " + name(group.first()),
                line(group.first()));
        channel.take(Terms.and(stages.go(arrival), expected));
        group.lanes().forEach((lane, access) -> {
            Placement placement =
                    new Placement(access.op(), step, last.latency(), last.readyNanoseconds(), last.resource());
            read(stages, placement, access, channel.element(lane));
        });
    }

    private static String name(Access access) {
        return "'" + Definition.name(access.memory().name(), "a channel") + "'";
    }

    private static int line(Access access) {
        return access.op().span().isKnown() ? access.op().span().startLine() : 0;
    }

    /** What a fence waits for. */
    static String written(Value port) {
        return "'" + Definition.name(port.name(), "a port") + "' to be written";
    }

    /** Whether any lane is wanted. */
    private Definition wanted(Stages stages, int step, PortGroup group) {
        if (group.isUnconditional()) {
            return new Definition.Steady(Terms.TRUE);
        }
        List<Value> guards = group.accesses().stream()
                .map(access -> java.util.Objects.requireNonNull(access.guard()))
                .toList();
        if (guards.size() == 1) {
            return values.definition(guards.getFirst());
        }
        Term any = Terms.or(values.at(guards, stages, step));
        return any instanceof Term.Bits
                ? new Definition.Steady(any)
                : new Definition.Timed(stages, step, netlist.wire("wanted", any).term(), "wanted");
    }

    /** A signed index. */
    private Term index(Value value, Stages stages, int step) {
        Term index = values.at(value, stages, step);
        return value.intType().signed() ? index : Terms.resized(index, false, index.width() + 1);
    }

    private Term mask(Stages stages, int step, PortGroup group) {
        if (group.accesses().size() == 1 && group.width() == 1) {
            return Terms.TRUE;
        }
        List<Term> bits = new ArrayList<>();
        for (int lane = 0; lane < group.width(); lane++) {
            Access access = group.lanes().get(lane);
            bits.addFirst(access == null ? Terms.FALSE : guard(access, stages, step));
        }
        return Terms.join(bits);
    }

    private List<Term> elements(Stages stages, int step, PortGroup group, WriteChannel channel) {
        int width = channel.channel().elementBits();
        List<Term> elements = new ArrayList<>();
        for (int lane = 0; lane < group.width(); lane++) {
            Access access = group.lanes().get(lane);
            elements.add(
                    access != null && access.inner() instanceof Op.Store store
                            ? stored(store.value(), width, stages, step)
                            : Terms.bits(width, 0));
        }
        return elements;
    }
}
