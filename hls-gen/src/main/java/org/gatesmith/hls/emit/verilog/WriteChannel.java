package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.emit.verilog.ModuleInterface.Channel;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;
import org.jspecify.annotations.Nullable;

/** Writes to a memory port, as a module sends them out. */
final class WriteChannel {

    private final Netlist netlist;
    private final Channel channel;
    private final Signal ready;
    private final @Nullable Signal idle;
    private final Signal valid;
    private final Signal index;
    private final Signal mask;
    private final Signal elements;
    private final List<Term> fires = new ArrayList<>();
    private final Turns indices = new Turns();
    private final Turns masks = new Turns();
    private final Turns data = new Turns();

    WriteChannel(Netlist netlist, Channel channel) {
        this.netlist = netlist;
        this.channel = channel;
        String name = channel.name();
        this.valid = netlist.output(name + "_req_valid", 1);
        this.ready = netlist.input(name + "_req_ready", 1);
        this.index = netlist.output(name + "_req_index", channel.indexBits());
        this.mask = netlist.output(name + "_req_mask", channel.lanes());
        this.elements = netlist.output(name + "_req_data", channel.dataBits());
        this.idle = channel.fenced() ? netlist.input(name + "_idle", 1) : null;
    }

    Channel channel() {
        return channel;
    }

    /** Whether a request is taken now. */
    Term ready() {
        return ready.term();
    }

    /** Whether everything is in memory. */
    Term idle() {
        if (idle == null) {
            throw new IllegalStateException(channel.name() + " has no fence");
        }
        return idle.term();
    }

    /**
     * A request.
     *
     * @param active when index, mask and data are those of the request
     * @param fires when it is made
     * @param elements of the lanes, the first lane first
     */
    void request(Term active, Term fires, Term index, Term mask, List<Term> elements) {
        request(active, fires, index, mask, Terms.join(elements.reversed()));
    }

    private void request(Term active, Term fires, Term index, Term mask, Term elements) {
        this.fires.add(fires);
        indices.add(active, Terms.resized(index, true, channel.indexBits()));
        masks.add(active, Terms.resized(mask, false, channel.lanes()));
        int missing = channel.dataBits() - elements.width();
        data.add(active, missing == 0 ? elements : Terms.join(List.of(Terms.bits(missing, 0), elements)));
    }

    /** Connections of a child that writes through this channel. */
    List<Pin> child(String instance, Channel child) {
        Signal valid = netlist.pin(instance + "_" + child.name() + "_req_valid", 1);
        Signal index = netlist.pin(instance + "_" + child.name() + "_req_index", child.indexBits());
        Signal mask = netlist.pin(instance + "_" + child.name() + "_req_mask", child.lanes());
        Signal elements = netlist.pin(instance + "_" + child.name() + "_req_data", child.dataBits());
        request(valid.term(), valid.term(), index.term(), mask.term(), elements.term());
        List<Pin> pins = new ArrayList<>(List.of(
                Pin.out(child.name() + "_req_valid", valid),
                Pin.in(child.name() + "_req_ready", ready.term()),
                Pin.out(child.name() + "_req_index", index),
                Pin.out(child.name() + "_req_mask", mask),
                Pin.out(child.name() + "_req_data", elements)));
        if (child.fenced()) {
            pins.add(Pin.in(child.name() + "_idle", idle()));
        }
        return pins;
    }

    void finish() {
        netlist.assign(valid, Terms.or(fires));
        netlist.assign(index, indices.value(channel.indexBits()));
        netlist.assign(mask, masks.value(channel.lanes()));
        netlist.assign(elements, data.value(channel.dataBits()));
    }
}
