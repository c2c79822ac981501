package org.gatesmith.hls.emit.verilog;

import org.gatesmith.hls.emit.verilog.IntegerTerms.Number;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** The counter of a counted loop, and the conditions under which it goes on. */
final class LoopCounter {

    private final Netlist netlist;
    private final Signal register;
    private final Term lower;
    private final Term next;
    private final Term entered;
    private final Term goesOn;

    /** Makes the register and lets the loop's body see it. */
    LoopCounter(Netlist netlist, Values values, Op.For loop) {
        this.netlist = netlist;
        Value counter = loop.counter();
        IntType type = counter.intType();
        String name = Definition.name(counter.name(), "counter");
        this.register = netlist.register(name, type.width());
        this.lower = values.held(loop.lower());
        Term step = Terms.bits(type.width(), Math.abs(loop.step()));
        this.next = netlist.wire(name + "_next", Terms.infix(loop.step() < 0 ? "-" : "+", register.term(), step))
                .term();
        Number bound = new Number(values.held(loop.bound()), loop.bound().intType());
        this.entered = netlist.wire(
                        name + "_enters", IntegerTerms.compare(loop.relation(), new Number(lower, type), bound))
                .term();
        this.goesOn = netlist.wire(
                        name + "_goes_on", IntegerTerms.compare(loop.relation(), new Number(next, type), bound))
                .term();
        values.steady(counter, register.term());
    }

    Term register() {
        return register.term();
    }

    Term lower() {
        return lower;
    }

    /** The counter of the next iteration. */
    Term next() {
        return next;
    }

    /** Whether there is a first iteration. */
    Term entered() {
        return entered;
    }

    /** Whether there is an iteration after that of the register. */
    Term goesOn() {
        return goesOn;
    }

    /** Loads the counter where the loop is entered, and moves it on with every iteration. */
    void steps(Term entry, Term iteration) {
        netlist.write(register, entry, lower);
        netlist.write(register, iteration, next);
    }
}
