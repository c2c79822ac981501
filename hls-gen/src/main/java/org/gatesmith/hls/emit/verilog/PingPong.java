package org.gatesmith.hls.emit.verilog;

import java.util.List;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;

/** Two memories of one array, which processes use in turns: each the first in its frames 0, 2, 4, …, the second in the others. */
record PingPong(Netlist netlist, Memory even, Memory odd) {

    static PingPong of(Netlist netlist, MemoryBinding binding) {
        return new PingPong(netlist, Memory.own(netlist, binding), Memory.own(netlist, binding));
    }

    /**
     * Connections of a process that is given the array.
     *
     * @param turn high in the process's odd frames
     */
    List<Pin> child(String instance, ModuleInterface.Array array, Term turn) {
        ChildPort port = ChildPort.of(netlist, instance, array, even.addressBits(), even.width());
        Term first = even.join(port, Terms.not(turn));
        Term second = odd.join(port, turn);
        return port.pins(Terms.choice(turn, second, first));
    }

    void finish() {
        even.finish();
        odd.finish();
    }
}
