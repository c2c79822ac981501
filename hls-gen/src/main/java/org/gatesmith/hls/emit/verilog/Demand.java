package org.gatesmith.hls.emit.verilog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.emit.verilog.Netlist.Assignment;
import org.gatesmith.hls.emit.verilog.Netlist.Instance;
import org.gatesmith.hls.emit.verilog.Netlist.WordWrite;
import org.gatesmith.hls.emit.verilog.Netlist.Write;

/**
 * How many low bits of every signal have an influence on an output, an instance or a memory. Wires and registers are cut to them,
 * so that no bit stands in the text that nothing reads.
 */
final class Demand {

    private final Netlist netlist;
    private final Map<Signal, Integer> bits = new HashMap<>();
    private final Map<Signal, Term> assigned = new HashMap<>();
    private final Set<RegisterArray> arrays = new HashSet<>();
    private final Deque<Signal> changed = new ArrayDeque<>();

    private Demand(Netlist netlist) {
        this.netlist = netlist;
    }

    static Demand of(Netlist netlist) {
        Demand demand = new Demand(netlist);
        demand.collect();
        demand.spread();
        return demand;
    }

    /** Low bits that something reads. */
    int bits(Signal signal) {
        return bits.getOrDefault(signal, 0);
    }

    /** Bits that the signal is declared with. */
    int width(Signal signal) {
        return isCut(signal) ? bits(signal) : signal.width();
    }

    boolean isUsed(Signal signal) {
        return bits(signal) > 0;
    }

    boolean isUsed(RegisterArray array) {
        return arrays.contains(array);
    }

    /** A value for a signal, with the bits that the signal is declared with. */
    Term cut(Signal signal, Term value) {
        return Terms.low(value, width(signal));
    }

    private boolean isCut(Signal signal) {
        return switch (signal.kind()) {
            case INPUT, OUTPUT, PIN -> false;
            case WIRE -> {
                Term value = assigned.get(signal);
                yield value != null && Terms.isCuttable(value);
            }
            case REGISTER -> netlist.writes(signal).stream().map(Write::value).allMatch(Terms::isCuttable);
        };
    }

    private void collect() {
        List<Instance> instances = new ArrayList<>();
        for (Netlist.Item item : netlist.items()) {
            switch (item) {
                case Assignment assignment -> assigned.put(assignment.signal(), assignment.value());
                case Instance instance -> instances.add(instance);
                default -> {}
            }
        }
        for (Instance instance : instances) {
            instance.pins().stream().filter(pin -> !pin.drives()).forEach(pin -> need(pin.term()));
        }
        netlist.watches().own().forEach(watch -> need(watch.term()));
        netlist.ports().stream()
                .filter(port -> port.kind() == Signal.Kind.OUTPUT)
                .forEach(output -> need(output, output.width()));
    }

    private void spread() {
        while (!changed.isEmpty()) {
            Signal signal = changed.removeFirst();
            Term value = assigned.get(signal);
            if (value != null) {
                need(cut(signal, value));
            }
            if (signal.kind() == Signal.Kind.REGISTER) {
                need(netlist.clock());
            }
            if (signal.reset() != null) {
                need(netlist.reset());
            }
            for (Write write : netlist.writes(signal)) {
                need(write.condition());
                need(cut(signal, write.value()));
            }
        }
    }

    private void need(Term term) {
        switch (term) {
            case Term.Part part -> need(part.signal(), part.low() + part.width());
            case Term.Element element -> {
                need(element.index());
                need(element.array());
            }
            default -> Terms.operands(term).forEach(this::need);
        }
    }

    private void need(Signal signal, int width) {
        if (width > bits(signal)) {
            bits.put(signal, width);
            changed.add(signal);
        }
    }

    private void need(RegisterArray array) {
        if (arrays.add(array)) {
            need(netlist.clock());
            for (WordWrite write : netlist.writes(array)) {
                need(write.condition());
                need(write.index());
                need(write.value());
            }
        }
    }
}
