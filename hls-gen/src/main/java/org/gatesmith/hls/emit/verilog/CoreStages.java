package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stages of a core: whoever uses it says when each of them takes its values. */
final class CoreStages implements Stages {

    private final Netlist netlist;
    private final @Nullable Signal enables;
    private final int latency;
    private final NavigableMap<Integer, List<Copy>> copies = new TreeMap<>();

    private record Copy(Signal register, Term value) {}

    CoreStages(Netlist netlist, int latency) {
        this.netlist = netlist;
        this.latency = latency;
        this.enables = latency == 0 ? null : netlist.input("ce", latency);
    }

    @Override
    public String name() {
        return netlist.name();
    }

    @Override
    public int interval() {
        return 1;
    }

    @Override
    public Term valid(int step) {
        return go(step);
    }

    @Override
    public Term go(int step) {
        return enables == null || step >= latency ? Terms.TRUE : new Term.Part(enables, step, 1);
    }

    @Override
    public void wait(int step, Term condition, String cause, int line) {
        throw new IllegalStateException(name() + " is pure and cannot wait");
    }

    @Override
    public Term copy(int step, String wanted, Term value) {
        if (step >= latency) {
            throw new IllegalStateException(name() + " has no stage " + step + " for " + wanted);
        }
        Signal register = new Signal(netlist.fresh(wanted), value.width(), Signal.Kind.REGISTER, null);
        copies.computeIfAbsent(step, _ -> new ArrayList<>()).add(new Copy(register, value));
        return register.term();
    }

    void finish() {
        if (!copies.isEmpty()) {
            netlist.remark("values on their way through the stages");
        }
        copies.forEach((step, all) -> all.forEach(copy -> netlist.capture(copy.register(), go(step), copy.value())));
    }
}
