package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;

/**
 * One port of a memory, as an instance of another module uses it.
 *
 * @param outputs connections of what the instance says
 * @param write whether an access is a write
 * @param output when a word leaves the memory's second register, if it has one
 */
record ChildPort(
        ModuleInterface.Array array, List<Pin> outputs, Term enable, Term write, Term address, Term word, Term output) {

    ChildPort {
        outputs = List.copyOf(outputs);
    }

    static ChildPort of(Netlist netlist, String instance, ModuleInterface.Array array, int addressBits, int width) {
        String name = array.name();
        String prefix = instance + "_" + name;
        Signal enable = netlist.pin(prefix + "_en", 1);
        Signal address = netlist.pin(prefix + "_addr", addressBits);
        List<Pin> pins = new ArrayList<>(List.of(Pin.out(name + "_en", enable), Pin.out(name + "_addr", address)));
        Term write = array.reads() ? Terms.FALSE : Terms.TRUE;
        Term word = Terms.bits(width, 0);
        Term output = Terms.FALSE;
        if (array.writes()) {
            Signal data = netlist.pin(prefix + "_din", width);
            pins.add(Pin.out(name + "_din", data));
            word = data.term();
        }
        if (array.writes() && array.reads()) {
            Signal writes = netlist.pin(prefix + "_we", 1);
            pins.add(Pin.out(name + "_we", writes));
            write = writes.term();
        }
        if (array.registered()) {
            Signal moves = netlist.pin(prefix + "_out_en", 1);
            pins.add(Pin.out(name + "_out_en", moves));
            output = moves.term();
        }
        return new ChildPort(array, pins, enable.term(), write, address.term(), word, output);
    }

    /**
     * All connections.
     *
     * @param shown what the memory shows
     */
    List<Pin> pins(Term shown) {
        List<Pin> pins = new ArrayList<>(outputs);
        if (array.reads()) {
            pins.add(Pin.in(array.name() + "_dout", shown));
        }
        return pins;
    }
}
