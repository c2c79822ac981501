package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.emit.NameScope;
import org.jspecify.annotations.Nullable;

/** One module under construction: its ports, and its contents in the order in which a reader meets them. */
final class Netlist {

    /** A part of the contents. */
    sealed interface Item {}

    /** Begins a section. */
    record Section(String title) implements Item {}

    /** A remark on what follows. */
    record Remark(String text) implements Item {}

    /** The place of a wire's or output's assignment. */
    record Assignment(Signal signal, Term value) implements Item {}

    /** The place of a register and all that is written to it. */
    record Register(Signal signal) implements Item {}

    /** The place of a register array and all that is written to it. */
    record Words(RegisterArray array) implements Item {}

    /** A place for contents that are known when all units are. */
    record Later(List<Item> contents, Runnable fill) implements Item {}

    /** An instance of another module. */
    record Instance(String module, String name, Map<String, String> parameters, List<Pin> pins) implements Item {
        Instance {
            parameters = new LinkedHashMap<>(parameters);
            pins = List.copyOf(pins);
        }
    }

    /**
     * A connection of an instance: a term goes in, or a signal comes out.
     *
     * @param drives whether the instance drives the signal that the term is
     */
    record Pin(String name, Term term, boolean drives) {
        static Pin in(String name, Term term) {
            return new Pin(name, term, false);
        }

        static Pin out(String name, Signal signal) {
            return new Pin(name, signal.term(), true);
        }
    }

    /** A value that a register takes on at the end of a cycle in which the condition holds. */
    record Write(Term condition, Term value) {}

    /** A word that an array takes on at the end of a cycle in which the condition holds; later ones have precedence. */
    record WordWrite(Term condition, Term index, Term value) {}

    private final String name;
    private final NameScope scope;
    private final Watches watches;
    private final Signal clock;
    private @Nullable Signal reset;
    private final List<Signal> ports = new ArrayList<>();
    private List<Item> items = new ArrayList<>();
    private final Map<Signal, List<Write>> writes = new LinkedHashMap<>();
    private final Map<RegisterArray, List<WordWrite>> wordWrites = new LinkedHashMap<>();

    Netlist(String name) {
        this(name, "clk");
    }

    Netlist(String name, String clock) {
        this.name = name;
        this.scope = NameScope.ofFile(ReservedWords.ALL);
        scope.declare(name);
        this.watches = new Watches(this);
        this.clock = input(clock, 1);
    }

    String name() {
        return name;
    }

    /** The clock, which every module has. */
    Term clock() {
        return clock.term();
    }

    /** What a simulator is shown. */
    Watches watches() {
        return watches;
    }

    /** The reset, which modules with a controller have; adds it if necessary. */
    Term reset() {
        if (reset == null) {
            reset = input("rst", 1);
        }
        return reset.term();
    }

    /** Takes another signal for the reset than an input. */
    void resetBy(Signal signal) {
        reset = signal;
    }

    boolean isReset(Signal signal) {
        return signal == reset;
    }

    List<Signal> ports() {
        return ports;
    }

    List<Item> items() {
        return items;
    }

    /** What is written to a register, the first condition that holds decides. */
    List<Write> writes(Signal register) {
        return writes.getOrDefault(register, List.of());
    }

    List<WordWrite> writes(RegisterArray array) {
        return wordWrites.getOrDefault(array, List.of());
    }

    // ---- signals

    /** A name that is not in use yet, as close to the wanted one as possible. */
    String fresh(String wanted) {
        return scope.declare(wanted);
    }

    Signal input(String wanted, int width) {
        return port(new Signal(fresh(wanted), width, Signal.Kind.INPUT, null));
    }

    /** An output, which {@link #assign} must give a value. */
    Signal output(String wanted, int width) {
        return port(new Signal(fresh(wanted), width, Signal.Kind.OUTPUT, null));
    }

    /** An output whose name is given by a protocol. */
    Signal exactOutput(String name, int width) {
        return port(new Signal(name, width, Signal.Kind.OUTPUT, null));
    }

    private Signal port(Signal signal) {
        ports.add(signal);
        return signal;
    }

    /** A wire whose assignment follows later, if it is used. */
    Signal wire(String wanted, int width) {
        return new Signal(fresh(wanted), width, Signal.Kind.WIRE, null);
    }

    /** A wire with its value. */
    Signal wire(String wanted, Term value) {
        Signal wire = wire(wanted, value.width());
        assign(wire, value);
        return wire;
    }

    /** A wire for an output of an instance. */
    Signal pin(String wanted, int width) {
        return new Signal(fresh(wanted), width, Signal.Kind.PIN, null);
    }

    /** A register that holds anything after reset. */
    Signal register(String wanted, int width) {
        return register(wanted, width, null);
    }

    Signal register(String wanted, int width, @Nullable BigInteger reset) {
        Signal register = new Signal(fresh(wanted), width, Signal.Kind.REGISTER, reset);
        items.add(new Register(register));
        return register;
    }

    /** Places a register that was made elsewhere, with the only value that it takes. */
    void capture(Signal register, Term condition, Term value) {
        items.add(new Register(register));
        write(register, condition, value);
    }

    RegisterArray registerArray(String wanted, int width, int depth) {
        RegisterArray array = new RegisterArray(fresh(wanted), width, depth);
        items.add(new Words(array));
        return array;
    }

    // ---- contents

    /** Keeps this place for what is added when everything else is there. */
    void later(Runnable fill) {
        items.add(new Later(new ArrayList<>(), fill));
    }

    /** Fills the places that were kept. */
    void complete() {
        List<Item> all = items;
        List<Item> flat = new ArrayList<>();
        for (Item item : all) {
            if (item instanceof Later(List<Item> contents, Runnable fill)) {
                items = contents;
                fill.run();
                flat.addAll(contents);
            } else {
                flat.add(item);
            }
        }
        items = flat;
    }

    void section(String title) {
        items.add(new Section(title));
    }

    void remark(String text) {
        items.add(new Remark(text));
    }

    void assign(Signal signal, Term value) {
        if (signal.width() != value.width()) {
            throw new IllegalArgumentException(signal + " is assigned " + value.width() + " bits: " + value);
        }
        items.add(new Assignment(signal, value));
    }

    void write(Signal register, Term condition, Term value) {
        if (register.width() != value.width()) {
            throw new IllegalArgumentException(register + " is written " + value.width() + " bits: " + value);
        }
        if (!condition.equals(Terms.FALSE) && !value.equals(register.term())) {
            writes.computeIfAbsent(register, _ -> new ArrayList<>()).add(new Write(condition, value));
        }
    }

    void write(RegisterArray array, Term condition, Term index, Term value) {
        wordWrites.computeIfAbsent(array, _ -> new ArrayList<>()).add(new WordWrite(condition, index, value));
    }

    void instance(Instance instance) {
        items.add(instance);
    }
}
