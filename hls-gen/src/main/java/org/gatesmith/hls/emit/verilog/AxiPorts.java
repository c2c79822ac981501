package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.emit.verilog.ModuleInterface.Channel;
import org.gatesmith.hls.emit.verilog.Netlist.Instance;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;
import org.gatesmith.hls.rtl.AxiBundle;
import org.gatesmith.hls.rtl.AxiOptions;

/** An AXI port of the top module, and the readers and writers that share it. */
final class AxiPorts {

    private static final int ADDRESS_BITS = 64;
    private static final int LENGTH_BITS = 8;
    private static final int RESPONSE_BITS = 2;

    private final Netlist netlist;
    private final String name;
    private final AxiOptions options;
    private final Set<String> arguments = new LinkedHashSet<>();
    private final List<Master> readers = new ArrayList<>();
    private final List<Master> writers = new ArrayList<>();
    private int expectedReaders;
    private int expectedWriters;

    /** The signals of one reader or writer, by the last part of their names. */
    private record Master(Map<String, Signal> signals) {
        Term term(String signal) {
            return java.util.Objects.requireNonNull(signals.get(signal)).term();
        }
    }

    /** What a reader says to the kernel. */
    record Reader(Term ready, Term responding, Term data) {}

    /** What a writer says to the kernel. */
    record Writer(Term ready, Term idle) {}

    AxiPorts(Netlist netlist, String name, AxiOptions options) {
        this.netlist = netlist;
        this.name = name;
        this.options = options;
    }

    /** Announces a channel that will be connected. */
    void add(Channel channel, String argument) {
        arguments.add(argument);
        if (channel.writes()) {
            expectedWriters++;
        } else {
            expectedReaders++;
        }
    }

    AxiBundle bundle() {
        return new AxiBundle(
                name, options.dataBits(), idBits(), expectedReaders > 0, expectedWriters > 0, List.copyOf(arguments));
    }

    private int idBits() {
        int masters = Math.max(expectedReaders, expectedWriters);
        return masters < 2 ? 0 : Memory.bits(masters);
    }

    // ---- readers and writers

    Reader reader(Channel channel, int bytes, Term valid, Term address, Term mask, Term take, Term forget) {
        String prefix = channel.name();
        Signal ready = netlist.pin(prefix + "_req_ready", 1);
        Signal responding = netlist.pin(prefix + "_rsp_valid", 1);
        Signal data = netlist.pin(prefix + "_rsp_data", channel.lanes() * bytes * Byte.SIZE);
        Signal idle = netlist.pin(prefix + "_reader_idle", 1);
        Signal error = netlist.pin(prefix + "_error", 1);
        List<Pin> pins = new ArrayList<>(List.of(
                Pin.in("clk", netlist.clock()),
                Pin.in("rst", netlist.reset()),
                Pin.in("req_valid", valid),
                Pin.out("req_ready", ready),
                Pin.in("req_addr", address),
                Pin.in("req_mask", mask),
                Pin.in("req_last", Terms.FALSE),
                Pin.out("rsp_valid", responding),
                Pin.in("rsp_ready", take),
                Pin.out("rsp_data", data),
                Pin.in("forget", forget),
                Pin.out("idle", idle),
                Pin.out("error", error)));
        Master master = new Master(new LinkedHashMap<>());
        driven(master, pins, prefix, "arvalid", 1);
        given(master, pins, prefix, "arready", 1);
        driven(master, pins, prefix, "araddr", ADDRESS_BITS);
        driven(master, pins, prefix, "arlen", LENGTH_BITS);
        given(master, pins, prefix, "rvalid", 1);
        driven(master, pins, prefix, "rready", 1);
        given(master, pins, prefix, "rdata", options.dataBits());
        given(master, pins, prefix, "rresp", RESPONSE_BITS);
        given(master, pins, prefix, "rlast", 1);
        readers.add(master);
        Map<String, String> parameters = parameters(channel, bytes);
        parameters.put("ROOM", Integer.toString(options.readBeats()));
        netlist.instance(new Instance("gs_axi_reader", netlist.fresh(prefix + "_reader"), parameters, pins));
        return new Reader(ready.term(), responding.term(), data.term());
    }

    Writer writer(Channel channel, int bytes, Term valid, Term address, Term mask, Term data) {
        String prefix = channel.name();
        Signal ready = netlist.pin(prefix + "_req_ready", 1);
        Signal idle = netlist.pin(prefix + "_idle", 1);
        Signal error = netlist.pin(prefix + "_error", 1);
        List<Pin> pins = new ArrayList<>(List.of(
                Pin.in("clk", netlist.clock()),
                Pin.in("rst", netlist.reset()),
                Pin.in("req_valid", valid),
                Pin.out("req_ready", ready),
                Pin.in("req_addr", address),
                Pin.in("req_mask", mask),
                Pin.in("req_data", data),
                Pin.in("req_last", Terms.FALSE),
                Pin.out("idle", idle),
                Pin.out("error", error)));
        Master master = new Master(new LinkedHashMap<>());
        driven(master, pins, prefix, "awvalid", 1);
        given(master, pins, prefix, "awready", 1);
        driven(master, pins, prefix, "awaddr", ADDRESS_BITS);
        driven(master, pins, prefix, "awlen", LENGTH_BITS);
        driven(master, pins, prefix, "wvalid", 1);
        given(master, pins, prefix, "wready", 1);
        driven(master, pins, prefix, "wdata", options.dataBits());
        driven(master, pins, prefix, "wstrb", options.dataBits() / Byte.SIZE);
        driven(master, pins, prefix, "wlast", 1);
        given(master, pins, prefix, "bvalid", 1);
        driven(master, pins, prefix, "bready", 1);
        given(master, pins, prefix, "bresp", RESPONSE_BITS);
        writers.add(master);
        netlist.instance(
                new Instance("gs_axi_writer", netlist.fresh(prefix + "_writer"), parameters(channel, bytes), pins));
        return new Writer(ready.term(), idle.term());
    }

    private Map<String, String> parameters(Channel channel, int bytes) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ELEM_BYTES", Integer.toString(bytes));
        parameters.put("LANES", Integer.toString(channel.lanes()));
        parameters.put("DATA_BITS", Integer.toString(options.dataBits()));
        // Single elements lie at multiples of their size.
        parameters.put("ALIGNED", channel.lanes() == 1 ? "1" : "0");
        parameters.put("MAX_BURST", Integer.toString(options.burstBeats()));
        parameters.put("OUTSTANDING", Integer.toString(options.outstanding()));
        return parameters;
    }

    private void driven(Master master, List<Pin> pins, String prefix, String signal, int width) {
        Signal wire = netlist.pin(prefix + "_" + signal, width);
        master.signals().put(signal, wire);
        pins.add(Pin.out("m_axi_" + signal, wire));
    }

    private void given(Master master, List<Pin> pins, String prefix, String signal, int width) {
        Signal wire = netlist.wire(prefix + "_" + signal, width);
        master.signals().put(signal, wire);
        pins.add(Pin.in("m_axi_" + signal, wire.term()));
    }

    // ---- the port

    void finish() {
        netlist.section("AXI port " + name);
        if (!writers.isEmpty()) {
            writes();
        }
        if (!readers.isEmpty()) {
            reads();
        }
    }

    private void reads() {
        request("ar", readers);
        for (String signal : List.of("arready", "rvalid", "rdata", "rresp", "rlast")) {
            input(signal, width(signal));
        }
        for (String signal : List.of("arvalid", "araddr", "arlen", "rready")) {
            output(signal, width(signal));
        }
        if (idBits() == 0) {
            direct(readers.getFirst(), List.of("arvalid", "araddr", "arlen", "rready"), READ_INPUTS);
        } else if (readers.size() == 1) {
            direct(readers.getFirst(), List.of("arvalid", "araddr", "arlen", "rready"), READ_INPUTS);
            netlist.assign(output("arid", idBits()), Terms.bits(idBits(), 0));
            input("rid", idBits());
        } else {
            arbiter(
                    "gs_axi_read_arbiter",
                    "read",
                    readers,
                    List.of("arvalid", "araddr", "arlen", "rready"),
                    List.of("arready", "rvalid"),
                    List.of("rdata", "rresp", "rlast"),
                    "arid",
                    "rid");
        }
    }

    private static final List<String> READ_INPUTS = List.of("arready", "rvalid", "rdata", "rresp", "rlast");
    private static final List<String> WRITE_INPUTS = List.of("awready", "wready", "bvalid", "bresp");

    private void writes() {
        request("aw", writers);
        for (String signal : WRITE_INPUTS) {
            input(signal, width(signal));
        }
        List<String> outputs = List.of("awvalid", "awaddr", "awlen", "wvalid", "wdata", "wstrb", "wlast", "bready");
        for (String signal : outputs) {
            output(signal, width(signal));
        }
        if (idBits() == 0) {
            direct(writers.getFirst(), outputs, WRITE_INPUTS);
        } else if (writers.size() == 1) {
            direct(writers.getFirst(), outputs, WRITE_INPUTS);
            netlist.assign(output("awid", idBits()), Terms.bits(idBits(), 0));
            input("bid", idBits());
        } else {
            arbiter(
                    "gs_axi_write_arbiter",
                    "write",
                    writers,
                    outputs,
                    List.of("awready", "wready", "bvalid"),
                    List.of("bresp"),
                    "awid",
                    "bid");
        }
    }

    private final Map<String, Signal> ports = new LinkedHashMap<>();

    private Signal input(String signal, int width) {
        return ports.computeIfAbsent(signal, _ -> netlist.input("m_axi_" + name + "_" + signal, width));
    }

    private Signal output(String signal, int width) {
        return ports.computeIfAbsent(signal, _ -> netlist.output("m_axi_" + name + "_" + signal, width));
    }

    private int width(String signal) {
        return switch (signal) {
            case "araddr", "awaddr" -> ADDRESS_BITS;
            case "arlen", "awlen" -> LENGTH_BITS;
            case "rdata", "wdata" -> options.dataBits();
            case "wstrb" -> options.dataBits() / Byte.SIZE;
            case "rresp", "bresp" -> RESPONSE_BITS;
            default -> 1;
        };
    }

    /** What is the same in every request: whole beats, ascending addresses, normal memory (AXI4, A3.4 and A4.4). */
    private void request(String channel, List<Master> masters) {
        if (masters.isEmpty()) {
            return;
        }
        int size = Integer.numberOfTrailingZeros(options.dataBits() / Byte.SIZE);
        constant(channel + "size", 3, size);
        constant(channel + "burst", 2, 1);
        constant(channel + "cache", 4, 3);
        constant(channel + "lock", 1, 0);
        constant(channel + "prot", 3, 0);
        constant(channel + "qos", 4, 0);
        constant(channel + "region", 4, 0);
    }

    private void constant(String signal, int width, long value) {
        netlist.assign(output(signal, width), Terms.bits(width, value));
    }

    private void direct(Master master, List<String> outputs, List<String> inputs) {
        outputs.forEach(signal -> netlist.assign(output(signal, width(signal)), master.term(signal)));
        inputs.forEach(signal -> netlist.assign(
                java.util.Objects.requireNonNull(master.signals().get(signal)),
                input(signal, width(signal)).term()));
    }

    /**
     * Several masters take turns.
     *
     * @param own signals that every master has for itself, coming back from the arbiter
     * @param shared signals from the port that all masters see
     */
    private void arbiter(
            String module,
            String kind,
            List<Master> masters,
            List<String> outputs,
            List<String> own,
            List<String> shared,
            String idOut,
            String idIn) {
        List<Pin> pins = new ArrayList<>(List.of(Pin.in("clk", netlist.clock()), Pin.in("rst", netlist.reset())));
        for (String signal : outputs) {
            pins.add(Pin.in(
                    "s_" + signal,
                    Terms.join(masters.reversed().stream()
                            .map(master -> master.term(signal))
                            .toList())));
            pins.add(Pin.out("m_axi_" + signal, output(signal, width(signal))));
        }
        for (String signal : own) {
            Signal all = netlist.pin(name + "_" + signal, masters.size());
            pins.add(Pin.out("s_" + signal, all));
            pins.add(Pin.in("m_axi_" + signal, input(signal, width(signal)).term()));
            spread(masters, signal, all.term(), 1);
        }
        for (String signal : shared) {
            Signal all = netlist.pin(name + "_" + signal, width(signal));
            pins.add(Pin.out("s_" + signal, all));
            pins.add(Pin.in("m_axi_" + signal, input(signal, width(signal)).term()));
            spread(masters, signal, all.term(), 0);
        }
        pins.add(Pin.out("m_axi_" + idOut, output(idOut, idBits())));
        pins.add(Pin.in("m_axi_" + idIn, input(idIn, idBits()).term()));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("MASTERS", Integer.toString(masters.size()));
        parameters.put("DATA_BITS", Integer.toString(options.dataBits()));
        parameters.put("ID_BITS", Integer.toString(idBits()));
        netlist.instance(new Instance(module, netlist.fresh(name + "_" + kind + "_arbiter"), parameters, pins));
    }

    /** Gives every master its slice of a signal; with a step of 0 all of them the same. */
    private void spread(List<Master> masters, String signal, Term all, int step) {
        for (int i = 0; i < masters.size(); i++) {
            Signal wire =
                    java.util.Objects.requireNonNull(masters.get(i).signals().get(signal));
            netlist.assign(wire, step == 0 ? all : Terms.slice(all, i * step, 1));
        }
    }
}
