package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** A counted loop whose iterations overlap. */
final class LoopPipeline {

    private final Netlist netlist;
    private final ModuleParts parts;
    private final Values values;
    private final Datapath datapath;
    private final Unit.PipelinedLoop unit;
    private final Op.For loop;
    private final int interval;
    private final int depth;

    LoopPipeline(ModuleParts parts, Datapath datapath, Unit.PipelinedLoop unit) {
        this.netlist = parts.netlist();
        this.parts = parts;
        this.values = parts.values();
        this.datapath = datapath;
        this.unit = unit;
        this.loop = unit.loop();
        this.interval = unit.interval();
        this.depth = unit.depth();
    }

    Moment emit(String title, Moment start) {
        netlist.section(title + ", interval " + interval + ", depth " + depth);
        String name = netlist.fresh(SequentialModule.name(loop.label()));
        Signal entry = netlist.register(name + "_entry", 1, BigInteger.ZERO);
        Term waits = fence();
        netlist.write(entry, Terms.TRUE, Terms.or(start.signal(), Terms.and(entry.term(), waits)));
        Term enters = Terms.and(entry.term(), Terms.not(waits));
        unit.fences().forEach(port -> parts.forget(port, enters));

        LoopCounter counter = new LoopCounter(netlist, values, loop);
        List<Signal> registers = carriedRegisters();
        Steps steps = steps(name);
        Term last = Terms.not(counter.goesOn());
        values.define(
                loop.counter(),
                new Definition.Timed(
                        steps,
                        0,
                        counter.register(),
                        Definition.name(loop.counter().name(), "counter")));
        Definition.Timed lastFlag = new Definition.Timed(steps, 0, last, name + "_last");
        List<CarriedStep> carriedSteps = CarriedStep.of(loop, unit.placements(), interval);
        for (int i = 0; i < registers.size(); i++) {
            CarriedStep at = carriedSteps.get(i);
            values.define(
                    loop.carried().get(i),
                    new Definition.Timed(
                            steps,
                            at.from(),
                            at.written(),
                            registers.get(i).term(),
                            registers.get(i).name()));
        }
        datapath.add(steps, unit.placements());

        List<Term> initial = loop.initial().stream().map(values::held).toList();
        Map<Value, Term> fresh = new IdentityHashMap<>();
        Term done = Terms.and(steps.go(depth - 1), lastFlag.at(steps, depth - 1));
        counter.steps(enters, steps.go(0));
        for (int i = 0; i < registers.size(); i++) {
            int written = carriedSteps.get(i).written();
            Term next = values.at(loop.body().yields().get(i), steps, written);
            netlist.write(registers.get(i), enters, initial.get(i));
            netlist.write(registers.get(i), steps.go(written), next);
            Term final_ = written == depth - 1 ? next : registers.get(i).term();
            fresh.put(loop.results().get(i), Terms.choice(enters, initial.get(i), final_));
        }
        if (interval > depth) {
            steps.end(depth - 1, lastFlag.at(steps, depth - 1));
        }
        watch(steps, start.signal(), entry.term(), waits);
        steps.finish(first(name, steps, Terms.and(enters, counter.entered()), last));
        for (int i = 0; i < registers.size(); i++) {
            values.steady(loop.results().get(i), registers.get(i).term());
        }
        Term over = Terms.or(Terms.and(enters, Terms.not(counter.entered())), done);
        return Moment.of(netlist.wire(name + "_done", over).term(), values, fresh);
    }

    private void watch(Steps steps, Term start, Term entry, Term fence) {
        Watches watches = netlist.watches();
        int line = loop.span().isKnown() ? loop.span().startLine() : 0;
        String name = "loop '" + loop.label() + "'";
        watches.loop(start, steps.go(0), Terms.or(entry, steps.busy()), name, line);
        for (Value port : unit.fences()) {
            watches.waits(Terms.and(entry, fence), name, Datapath.written(port), line);
        }
    }

    /** When the entry has to wait for writes of the module. */
    private Term fence() {
        Term idle = unit.fences().stream().map(parts::idle).reduce(Terms.TRUE, Terms::and);
        return Terms.not(idle);
    }

    private List<Signal> carriedRegisters() {
        List<Signal> registers = new ArrayList<>();
        for (Value carried : loop.carried()) {
            registers.add(netlist.register(Definition.name(carried.name(), "carried"), Values.width(carried)));
        }
        return registers;
    }

    private Steps steps(String name) {
        NavigableSet<Integer> waiting = Datapath.waiting(unit.placements());
        Steps.Movement movement = interval == 1 ? Steps.Movement.FLUSHING : Steps.Movement.RIGID;
        return new Steps(
                netlist, name, "loop '" + loop.label() + "'", Math.max(depth, interval), interval, movement, waiting);
    }

    /** When a token is in the first step in the next cycle. */
    private Term first(String name, Steps steps, Term entered, Term last) {
        if (interval == 1) {
            Term leaves = Terms.and(steps.move(0), last);
            return Terms.or(entered, Terms.and(steps.valid(0), Terms.not(leaves)));
        }
        Signal more = netlist.register(name + "_more", 1);
        netlist.write(more, steps.go(0), Terms.not(last));
        Term issue = Terms.and(steps.go(interval - 1), more.term());
        return Terms.or(entered, Terms.or(issue, Terms.and(steps.valid(0), Terms.not(steps.move(0)))));
    }
}
