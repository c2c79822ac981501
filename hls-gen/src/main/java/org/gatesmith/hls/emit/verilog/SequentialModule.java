package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** The module of a function whose units run one after another. */
final class SequentialModule {

    private final Netlist netlist;
    private final ModuleParts parts;
    private final Values values;
    private final OperatorPool operators;
    private final Datapath datapath;
    private final ModuleDesign.Sequential design;

    SequentialModule(ModuleParts parts, ModuleDesign.Sequential design, Map<String, OperatorPool.CoreInterface> cores) {
        this.netlist = parts.netlist();
        this.parts = parts;
        this.values = parts.values();
        this.design = design;
        this.operators =
                new OperatorPool(netlist, cores, Units.placements(design).toList());
        this.datapath = new Datapath(parts, operators);
    }

    ModuleInterface emit() {
        netlist.reset();
        Signal start = netlist.input("start", 1);
        Signal done = netlist.output("done", 1);
        List<Signal> results = new ArrayList<>();
        List<Value> yields = design.function().body().yields();
        for (int i = 0; i < yields.size(); i++) {
            results.add(parts.result(i, Values.width(yields.get(i))));
        }
        parts.parameters();
        parts.memories(design.memories());
        Moment end = sequence(design.body(), Moment.of(start.term(), values, Map.of()));
        netlist.section("results");
        netlist.assign(done, end.signal());
        for (int i = 0; i < yields.size(); i++) {
            Signal register = netlist.register("returned", results.get(i).width());
            netlist.write(register, end.signal(), end.value(yields.get(i)));
            netlist.assign(results.get(i), register.term());
        }
        operators.finish();
        return parts.finish();
    }

    // ---- units

    private Moment sequence(Sequence sequence, Moment start) {
        Moment moment = start;
        for (Unit unit : sequence.units()) {
            moment = unit(unit, moment);
        }
        return moment;
    }

    private Moment unit(Unit unit, Moment start) {
        return switch (unit) {
            case Unit.Block block -> block(block, start);
            case Unit.PipelinedLoop loop ->
                new LoopPipeline(parts, datapath, loop).emit(title("pipelined loop", loop.loop()), start);
            case Unit.CountedLoop loop -> counted(loop, start);
            case Unit.ConditionLoop loop -> conditional(loop, start);
            case Unit.Branch branch -> branch(branch, start);
            case Unit.FrameLoop loop -> frames(loop, start);
            case Unit.Invocation invocation -> invocation(invocation, start);
        };
    }

    private static String title(String kind, Op op) {
        String label = switch (op) {
            case Op.For loop -> loop.label();
            case Op.While loop -> loop.label();
            case Op.Call call -> call.callee();
            default -> "";
        };
        String place = op.span().line();
        return kind + (label.isEmpty() ? "" : " " + label) + (place.isEmpty() ? "" : ", " + place);
    }

    /** Name of a loop's signals: the last part of its label. */
    static String name(String label) {
        return label.substring(label.lastIndexOf('.') + 1);
    }

    private Signal token(String wanted, Term next) {
        Signal token = netlist.register(wanted, 1, BigInteger.ZERO);
        netlist.write(token, Terms.TRUE, next);
        return token;
    }

    private void section(String title) {
        netlist.section(title);
    }

    // ---- blocks

    private Moment block(Unit.Block block, Moment start) {
        int last = block.length() - 1;
        NavigableSet<Integer> waiting = new TreeSet<>(Datapath.waiting(block.placements()));
        if (!block.fences().isEmpty()) {
            waiting.add(0);
        }
        section(last == 0 ? "block of one step" : "block of " + block.length() + " steps");
        Steps steps = new Steps(
                netlist,
                netlist.fresh("block"),
                "'" + design.function().name() + "'",
                block.length(),
                Integer.MAX_VALUE,
                Steps.Movement.SINGLE,
                waiting);
        for (Value port : block.fences()) {
            steps.wait(0, Terms.not(parts.idle(port)), Datapath.written(port), 0);
            parts.forget(port, steps.go(0));
        }
        datapath.add(steps, block.placements());
        netlist.later(() ->
                steps.finish(Terms.or(start.signal(), Terms.and(steps.valid(0), Terms.not(steps.move(0))))));
        return new Moment(steps.go(last), value -> {
            Definition definition = values.definition(value);
            return definition.at(steps, last);
        });
    }

    // ---- loops

    private Moment counted(Unit.CountedLoop unit, Moment start) {
        Op.For loop = unit.loop();
        section(title("loop", loop));
        String name = netlist.fresh(name(loop.label()));
        Signal entry = token(name + "_entry", start.signal());
        Signal back = netlist.wire(name + "_back", 1);
        LoopCounter counter = new LoopCounter(netlist, values, loop);
        List<Signal> registers = registers(loop.carried());
        List<Term> initial = loop.initial().stream().map(values::held).toList();
        List<Signal> next = loop.carried().stream()
                .map(carried -> netlist.wire(name(carried) + "_next", Values.width(carried)))
                .toList();

        Map<Value, Term> fresh = new IdentityHashMap<>();
        fresh.put(loop.counter(), Terms.choice(back.term(), counter.next(), counter.lower()));
        for (int i = 0; i < registers.size(); i++) {
            fresh.put(
                    loop.carried().get(i), Terms.choice(back.term(), next.get(i).term(), initial.get(i)));
        }
        Term entered = Terms.and(entry.term(), counter.entered());
        Moment end = sequence(unit.body(), Moment.of(Terms.or(entered, back.term()), values, fresh));

        section("end of " + title("loop", loop));
        netlist.assign(back, Terms.and(end.signal(), counter.goesOn()));
        counter.steps(entry.term(), end.signal());
        Map<Value, Term> results = new IdentityHashMap<>();
        for (int i = 0; i < registers.size(); i++) {
            Term yielded = end.value(loop.body().yields().get(i));
            netlist.assign(next.get(i), yielded);
            netlist.write(registers.get(i), entry.term(), initial.get(i));
            netlist.write(registers.get(i), end.signal(), yielded);
            results.put(loop.results().get(i), Terms.choice(entry.term(), initial.get(i), yielded));
            values.steady(loop.results().get(i), registers.get(i).term());
        }
        Term over = Terms.or(
                Terms.and(entry.term(), Terms.not(counter.entered())),
                Terms.and(end.signal(), Terms.not(counter.goesOn())));
        return Moment.of(netlist.wire(name + "_done", over).term(), values, results);
    }

    private static String name(Value value) {
        return Definition.name(value.name(), "carried");
    }

    /** Registers for numbers that stay until they are written again. */
    private List<Signal> registers(List<Value> numbers) {
        List<Signal> registers = new ArrayList<>();
        for (Value number : numbers) {
            Signal register = netlist.register(name(number), Values.width(number));
            values.steady(number, register.term());
            registers.add(register);
        }
        return registers;
    }

    private Moment conditional(Unit.ConditionLoop unit, Moment start) {
        Op.While loop = unit.loop();
        section(title("loop", loop));
        String name = netlist.fresh(name(loop.label()));
        Signal back = netlist.wire(name + "_back", 1);
        List<Value> carried = loop.before().parameters();
        List<Signal> registers = registers(carried);
        List<Signal> next = carried.stream()
                .map(value -> netlist.wire(name(value) + "_next", Values.width(value)))
                .toList();
        Map<Value, Term> entering = new IdentityHashMap<>();
        for (int i = 0; i < registers.size(); i++) {
            Term initial = start.value(loop.initial().get(i));
            entering.put(carried.get(i), Terms.choice(back.term(), next.get(i).term(), initial));
            netlist.write(registers.get(i), start.signal(), initial);
        }
        Moment tested = sequence(unit.before(), start.orBack(back.term(), values, entering));

        section("body of " + title("loop", loop));
        Term condition =
                netlist.wire(name + "_goes_on", tested.value(loop.condition())).term();
        Map<Value, Term> results = new IdentityHashMap<>();
        Map<Value, Term> handed = new IdentityHashMap<>();
        List<Signal> forwarded = registers(loop.body().parameters());
        for (int i = 0; i < forwarded.size(); i++) {
            Term value = tested.value(loop.forwarded().get(i));
            netlist.write(forwarded.get(i), tested.signal(), value);
            handed.put(loop.body().parameters().get(i), value);
            results.put(loop.results().get(i), value);
            values.steady(loop.results().get(i), forwarded.get(i).term());
        }
        Moment end = sequence(unit.body(), Moment.of(Terms.and(tested.signal(), condition), values, handed));

        section("end of " + title("loop", loop));
        netlist.assign(back, end.signal());
        for (int i = 0; i < registers.size(); i++) {
            Term yielded = end.value(loop.body().yields().get(i));
            netlist.assign(next.get(i), yielded);
            netlist.write(registers.get(i), end.signal(), yielded);
        }
        Term over = Terms.and(tested.signal(), Terms.not(condition));
        return Moment.of(netlist.wire(name + "_done", over).term(), values, results);
    }

    // ---- branches

    private Moment branch(Unit.Branch unit, Moment start) {
        Op.If branch = unit.branch();
        section(title("branch", branch));
        Term condition = netlist.wire("branch", start.value(branch.condition())).term();
        Moment yes = sequence(unit.thenUnits(), start.when(condition));
        section("else of " + title("branch", branch));
        Moment no = sequence(unit.elseUnits(), start.when(Terms.not(condition)));
        section("end of " + title("branch", branch));
        Map<Value, Term> fresh = new IdentityHashMap<>();
        List<Value> results = branch.results();
        List<Signal> registers = registers(results);
        for (int i = 0; i < results.size(); i++) {
            Term yesValue = yes.value(branch.thenRegion().yields().get(i));
            Term noValue = no.value(branch.elseRegion().yields().get(i));
            netlist.write(registers.get(i), yes.signal(), yesValue);
            netlist.write(registers.get(i), no.signal(), noValue);
            fresh.put(results.get(i), Terms.choice(yes.signal(), yesValue, noValue));
        }
        Term done =
                netlist.wire("branch_done", Terms.or(yes.signal(), no.signal())).term();
        return Moment.of(done, values, fresh);
    }

    // ---- other modules

    private Moment invocation(Unit.Invocation invocation, Moment start) {
        Op.Call call = invocation.call();
        section(title("call of", call));
        Term begin = start.signal();
        if (!invocation.fences().isEmpty()) {
            begin = fenced(call.callee(), invocation.fences(), begin);
        }
        ModuleParts.Invoked invoked = parts.invoke(call, "", begin);
        Signal ended = token(call.callee() + "_ended", invoked.done());
        for (int i = 0; i < invoked.results().size(); i++) {
            values.steady(call.results().get(i), invoked.results().get(i));
        }
        return Moment.of(ended.term(), values, Map.of());
    }

    private Moment frames(Unit.FrameLoop unit, Moment start) {
        Op.For loop = unit.loop();
        section(title("frames of loop", loop));
        String name = netlist.fresh(name(loop.label()));
        Term begin = unit.fences().isEmpty() ? start.signal() : fenced(name, unit.fences(), start.signal());
        Signal entry = token(name + "_entry", begin);
        Signal back = netlist.wire(name + "_back", 1);
        LoopCounter counter = new LoopCounter(netlist, values, loop);
        Map<Value, Term> fresh = new IdentityHashMap<>();
        fresh.put(loop.counter(), Terms.choice(back.term(), counter.next(), counter.lower()));
        Term entered = Terms.and(entry.term(), counter.entered());
        Moment computed = sequence(unit.before(), Moment.of(Terms.or(entered, back.term()), values, fresh));

        section(title("call of", unit.call()) + ", in every iteration");
        Signal starts = netlist.wire(name + "_starts", 1);
        ModuleParts.Invoked invoked = parts.invoke(unit.call(), "", starts.term());
        Signal offered = netlist.register(name + "_offered", 1, BigInteger.ZERO);
        netlist.write(
                offered,
                Terms.TRUE,
                Terms.or(computed.signal(), Terms.and(offered.term(), Terms.not(invoked.ready()))));
        netlist.assign(starts, Terms.and(offered.term(), invoked.ready()));
        // The module looks at its numbers in the cycle after the start, so they change in the one after that.
        Signal started = token(name + "_started", starts.term());
        netlist.assign(back, Terms.and(started.term(), counter.goesOn()));
        counter.steps(entry.term(), started.term());

        section("end of " + title("loop", loop));
        Signal ending = netlist.register(name + "_ending", 1, BigInteger.ZERO);
        Term ended = Terms.and(ending.term(), invoked.done());
        netlist.write(ending, ended, Terms.FALSE);
        netlist.write(ending, Terms.and(started.term(), Terms.not(counter.goesOn())), Terms.TRUE);
        int line = loop.span().isKnown() ? loop.span().startLine() : 0;
        Signal running = netlist.register(name + "_running", 1, BigInteger.ZERO);
        netlist.write(running, start.signal(), Terms.TRUE);
        netlist.watches().loop(start.signal(), starts.term(), running.term(), "loop '" + loop.label() + "'", line);
        Term over = Terms.or(Terms.and(entry.term(), Terms.not(counter.entered())), ended);
        Signal done = netlist.wire(name + "_done", over);
        netlist.write(running, done.term(), Terms.FALSE);
        return Moment.of(done.term(), values, Map.of());
    }

    /** A start that waits until everything is in memory that the module may have written. */
    private Term fenced(String name, List<Value> fences, Term start) {
        Signal waits = netlist.register(name + "_waits", 1, BigInteger.ZERO);
        Term idle = fences.stream().map(parts::idle).reduce(Terms.TRUE, Terms::and);
        Term begin = Terms.and(waits.term(), idle);
        netlist.write(waits, Terms.TRUE, Terms.or(start, Terms.and(waits.term(), Terms.not(idle))));
        fences.forEach(port -> parts.forget(port, begin));
        return begin;
    }
}
