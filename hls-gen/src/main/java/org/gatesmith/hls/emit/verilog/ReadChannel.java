package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.emit.verilog.ModuleInterface.Channel;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;
import org.jspecify.annotations.Nullable;

/** Reads of a memory port, as a module sends them out. */
final class ReadChannel {

    private final Netlist netlist;
    private final Channel channel;
    private final Signal ready;
    private final Signal responding;
    private final Signal data;
    private final Signal valid;
    private final Signal index;
    private final Signal mask;
    private final Signal taking;
    private final @Nullable Signal forgetting;
    private final List<Term> fires = new ArrayList<>();
    private final List<Term> takes = new ArrayList<>();
    private final List<Term> forgets = new ArrayList<>();
    private final Turns indices = new Turns();
    private final Turns masks = new Turns();

    ReadChannel(Netlist netlist, Channel channel) {
        this.netlist = netlist;
        this.channel = channel;
        String name = channel.name();
        this.valid = netlist.output(name + "_req_valid", 1);
        this.ready = netlist.input(name + "_req_ready", 1);
        this.index = netlist.output(name + "_req_index", channel.indexBits());
        this.mask = netlist.output(name + "_req_mask", channel.lanes());
        this.responding = netlist.input(name + "_rsp_valid", 1);
        this.taking = netlist.output(name + "_rsp_ready", 1);
        this.data = netlist.input(name + "_rsp_data", channel.dataBits());
        this.forgetting = channel.fenced() ? netlist.output(name + "_forget", 1) : null;
    }

    Channel channel() {
        return channel;
    }

    /** Whether a request is taken now. */
    Term ready() {
        return ready.term();
    }

    /** Whether the response to the oldest request is there. */
    Term responding() {
        return responding.term();
    }

    /** One element of the response. */
    Term element(int lane) {
        return new Term.Part(data, lane * channel.elementBits(), channel.elementBits());
    }

    /**
     * A request.
     *
     * @param active when index and mask are those of the request
     * @param fires when it is made
     */
    void request(Term active, Term fires, Term index, Term mask) {
        this.fires.add(fires);
        indices.add(active, Terms.resized(index, true, channel.indexBits()));
        masks.add(active, Terms.resized(mask, false, channel.lanes()));
    }

    /** Takes a response. */
    void take(Term condition) {
        takes.add(condition);
    }

    /** Memory may have changed. */
    void forget(Term condition) {
        forgets.add(condition);
    }

    /** Connections of a child that reads through this channel. */
    List<Pin> child(String instance, Channel child) {
        Signal valid = netlist.pin(instance + "_" + child.name() + "_req_valid", 1);
        Signal index = netlist.pin(instance + "_" + child.name() + "_req_index", child.indexBits());
        Signal mask = netlist.pin(instance + "_" + child.name() + "_req_mask", child.lanes());
        Signal take = netlist.pin(instance + "_" + child.name() + "_rsp_ready", 1);
        request(valid.term(), valid.term(), index.term(), mask.term());
        take(take.term());
        List<Pin> pins = new ArrayList<>(List.of(
                Pin.out(child.name() + "_req_valid", valid),
                Pin.in(child.name() + "_req_ready", ready.term()),
                Pin.out(child.name() + "_req_index", index),
                Pin.out(child.name() + "_req_mask", mask),
                Pin.in(child.name() + "_rsp_valid", responding.term()),
                Pin.out(child.name() + "_rsp_ready", take),
                Pin.in(child.name() + "_rsp_data", Terms.low(data.term(), child.dataBits()))));
        if (child.fenced()) {
            Signal forget = netlist.pin(instance + "_" + child.name() + "_forget", 1);
            forget(forget.term());
            pins.add(Pin.out(child.name() + "_forget", forget));
        }
        return pins;
    }

    void finish() {
        netlist.assign(valid, Terms.or(fires));
        netlist.assign(index, indices.value(channel.indexBits()));
        netlist.assign(mask, masks.value(channel.lanes()));
        netlist.assign(taking, Terms.or(takes));
        if (forgetting != null) {
            netlist.assign(forgetting, Terms.or(forgets));
        }
    }
}
