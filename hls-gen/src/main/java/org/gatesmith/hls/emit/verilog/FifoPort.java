package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;

/** One side of a FIFO that is a parameter of a module. */
final class FifoPort {

    private final Netlist netlist;
    private final ModuleInterface.Fifo fifo;
    private final Signal open;
    private final Signal data;
    private final Signal moving;
    private final List<Term> fires = new ArrayList<>();
    private final Turns written = new Turns();

    private FifoPort(Netlist netlist, ModuleInterface.Fifo fifo, Signal open, Signal data, Signal moving) {
        this.netlist = netlist;
        this.fifo = fifo;
        this.open = open;
        this.data = data;
        this.moving = moving;
    }

    /** Of a FIFO outside the module. */
    static FifoPort outer(Netlist netlist, ModuleInterface.Fifo fifo) {
        String name = fifo.name();
        Signal open = netlist.input(name + (fifo.writes() ? "_ready" : "_valid"), 1);
        Signal data = fifo.writes()
                ? netlist.output(name + "_data", fifo.width())
                : netlist.input(name + "_data", fifo.width());
        return new FifoPort(netlist, fifo, open, data, netlist.output(name + (fifo.writes() ? "_put" : "_take"), 1));
    }

    /** Of a FIFO inside the module. */
    static FifoPort inner(Netlist netlist, ModuleInterface.Fifo fifo) {
        String name = fifo.name();
        Signal open = netlist.pin(name + (fifo.writes() ? "_ready" : "_valid"), 1);
        Signal data =
                fifo.writes() ? netlist.wire(name + "_data", fifo.width()) : netlist.pin(name + "_data", fifo.width());
        return new FifoPort(netlist, fifo, open, data, netlist.wire(name + (fifo.writes() ? "_put" : "_take"), 1));
    }

    Signal openSignal() {
        return open;
    }

    Signal dataSignal() {
        return data;
    }

    Term moving() {
        return moving.term();
    }

    ModuleInterface.Fifo fifo() {
        return fifo;
    }

    /** Whether there is an element, or room for one. */
    Term open() {
        return open.term();
    }

    /** The oldest element. */
    Term data() {
        return data.term();
    }

    void take(Term fires) {
        this.fires.add(fires);
    }

    void put(Term active, Term fires, Term element) {
        this.fires.add(fires);
        written.add(active, element);
    }

    /** Connections of a child that uses this side. */
    List<Pin> child(String instance, ModuleInterface.Fifo child) {
        String name = child.name();
        Signal moves = netlist.pin(instance + "_" + name + (fifo.writes() ? "_put" : "_take"), 1);
        if (!fifo.writes()) {
            take(moves.term());
            return List.of(
                    Pin.in(name + "_valid", open.term()),
                    Pin.in(name + "_data", data.term()),
                    Pin.out(name + "_take", moves));
        }
        Signal element = netlist.pin(instance + "_" + name + "_data", fifo.width());
        put(moves.term(), moves.term(), element.term());
        return List.of(
                Pin.in(name + "_ready", open.term()), Pin.out(name + "_data", element), Pin.out(name + "_put", moves));
    }

    void finish() {
        netlist.assign(moving, Terms.or(fires));
        if (fifo.writes()) {
            netlist.assign(data, written.value(fifo.width()));
        }
    }
}
