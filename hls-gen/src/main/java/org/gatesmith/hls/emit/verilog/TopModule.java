package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.emit.verilog.ModuleInterface.Channel;
import org.gatesmith.hls.emit.verilog.Netlist.Instance;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;
import org.gatesmith.hls.rtl.ArgumentRegister;
import org.gatesmith.hls.rtl.AxiBundle;
import org.gatesmith.hls.rtl.AxiOptions;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;

/**
 * The module that stands in the board's design: registers for the host, one AXI port per bundle, and a reader or writer for every
 * channel of the kernel's function.
 */
final class TopModule {

    private static final int CONTROL_ADDRESS_BITS = 12;
    private static final int FIRST_ARGUMENT = 0x10;
    private static final int WORD_BITS = 32;

    private final Netlist netlist;
    private final KernelSignature signature;
    private final ModuleInterface body;
    private final List<ArgumentRegister> registers;
    private final Map<String, AxiPorts> bundles = new LinkedHashMap<>();
    private final List<Pin> pins = new ArrayList<>();
    private final List<Term> idle = new ArrayList<>();

    TopModule(KernelSignature signature, ModuleInterface body, AxiOptions options) {
        this.netlist = new Netlist(signature.name(), "ap_clk");
        this.signature = signature;
        this.body = body;
        this.registers = registers(signature);
        Signal reset = netlist.input("ap_rst_n", 1);
        Signal rst = netlist.wire("rst", Terms.not(reset.term()));
        netlist.resetBy(rst);
        for (Channel channel : body.channels()) {
            bundles.computeIfAbsent(array(channel).bundle(), name -> new AxiPorts(netlist, name, options))
                    .add(channel, array(channel).name());
        }
    }

    /** Words of the arguments: each begins after an empty word that follows the one before. */
    static List<ArgumentRegister> registers(KernelSignature signature) {
        List<ArgumentRegister> registers = new ArrayList<>();
        int offset = FIRST_ARGUMENT;
        for (Parameter parameter : signature.parameters()) {
            boolean isLong =
                    parameter instanceof Parameter.Array || parameter.type().bytes() > Integer.BYTES;
            int bytes = isLong ? Long.BYTES : Integer.BYTES;
            registers.add(new ArgumentRegister(parameter.name(), offset, bytes));
            offset += bytes + Integer.BYTES;
        }
        return registers;
    }

    List<ArgumentRegister> registers() {
        return registers;
    }

    List<AxiBundle> bundles() {
        return bundles.values().stream().map(AxiPorts::bundle).toList();
    }

    private Parameter.Array array(Channel channel) {
        return (Parameter.Array) signature.parameters().get(channel.parameter());
    }

    Netlist emit() {
        Signal start = netlist.pin("start", 1);
        Signal ended = netlist.pin("body_done", 1);
        Signal done = netlist.wire("done", 1);
        Signal arguments = control(start, done);
        netlist.section("the kernel");
        pins.addAll(List.of(
                Pin.in("clk", netlist.clock()),
                Pin.in("rst", netlist.reset()),
                Pin.in("start", start.term()),
                Pin.out("done", ended)));
        for (ModuleInterface.Scalar scalar : body.scalars()) {
            pins.add(Pin.in(scalar.name(), argument(arguments, scalar.position(), scalar.width())));
        }
        for (Channel channel : body.channels()) {
            channel(channel, argument(arguments, channel.parameter(), Long.SIZE), start.term());
        }
        String instance = netlist.fresh("body");
        netlist.watches().addAll(instance, body.watches());
        netlist.instance(new Instance(body.module(), instance, Map.of(), pins));
        netlist.section("the end: everything is in memory");
        Signal ending = netlist.register("ending", 1, BigInteger.ZERO);
        Term all = idle.stream().reduce(ending.term(), Terms::and);
        netlist.assign(done, all);
        netlist.write(ending, Terms.TRUE, Terms.or(ended.term(), Terms.and(ending.term(), Terms.not(done.term()))));
        bundles.values().forEach(AxiPorts::finish);
        return netlist;
    }

    // ---- registers

    private Signal control(Signal start, Signal done) {
        Signal interrupt = netlist.exactOutput("interrupt", 1);
        int words = registers.isEmpty()
                ? 1
                : (registers.getLast().offset()
                                - FIRST_ARGUMENT
                                + registers.getLast().bytes())
                        / Integer.BYTES;
        Signal arguments = netlist.pin("arguments", words * WORD_BITS);
        BigInteger mask = BigInteger.ZERO;
        for (ArgumentRegister register : registers) {
            int word = (register.offset() - FIRST_ARGUMENT) / Integer.BYTES;
            for (int i = 0; i < register.bytes() / Integer.BYTES; i++) {
                mask = mask.setBit(word + i);
            }
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ADDRESS_BITS", Integer.toString(CONTROL_ADDRESS_BITS));
        parameters.put("ARGUMENT_WORDS", Integer.toString(words));
        parameters.put("ARGUMENT_MASK", words + "'h" + mask.toString(16));
        // With ap_ctrl_chain the host may prepare the next call while this one runs; ap_ctrl_hs is what every runtime
        // knows.
        parameters.put("CHAIN", "0");
        List<Pin> control = new ArrayList<>(List.of(Pin.in("clk", netlist.clock()), Pin.in("rst", netlist.reset())));
        controlInput(control, "awvalid", 1);
        controlOutput(control, "awready", 1);
        controlInput(control, "awaddr", CONTROL_ADDRESS_BITS);
        controlInput(control, "wvalid", 1);
        controlOutput(control, "wready", 1);
        controlInput(control, "wdata", WORD_BITS);
        controlInput(control, "wstrb", WORD_BITS / Byte.SIZE);
        controlOutput(control, "bvalid", 1);
        controlInput(control, "bready", 1);
        controlOutput(control, "bresp", 2);
        controlInput(control, "arvalid", 1);
        controlOutput(control, "arready", 1);
        controlInput(control, "araddr", CONTROL_ADDRESS_BITS);
        controlOutput(control, "rvalid", 1);
        controlInput(control, "rready", 1);
        controlOutput(control, "rdata", WORD_BITS);
        controlOutput(control, "rresp", 2);
        control.add(Pin.out("irq", interrupt));
        control.add(Pin.out("start", start));
        control.add(Pin.in("done", done.term()));
        control.add(Pin.out("arguments", arguments));
        netlist.section("registers");
        netlist.instance(new Instance("gs_control", netlist.fresh("control"), parameters, control));
        return arguments;
    }

    private void controlInput(List<Pin> pins, String name, int width) {
        pins.add(Pin.in(
                "s_axi_" + name, netlist.input("s_axi_control_" + name, width).term()));
    }

    private void controlOutput(List<Pin> pins, String name, int width) {
        pins.add(Pin.out("s_axi_" + name, netlist.output("s_axi_control_" + name, width)));
    }

    private Term argument(Signal arguments, int position, int width) {
        ArgumentRegister register = registers.get(position);
        return new Term.Part(arguments, (register.offset() - FIRST_ARGUMENT) * Byte.SIZE, width);
    }

    // ---- channels

    private void channel(Channel channel, Term base, Term start) {
        AxiPorts bundle = bundles.get(array(channel).bundle());
        if (bundle == null) {
            throw new IllegalStateException("no bundle for " + channel.name());
        }
        int bytes = array(channel).type().bytes();
        String name = channel.name();
        Signal index = bodyOutput(name + "_req_index", channel.indexBits());
        Term address = address(name, base, index, bytes);
        if (channel.writes()) {
            idle.add(writer(channel, bundle, address, bytes));
        } else {
            reader(channel, bundle, address, bytes, start);
        }
    }

    /** The byte address of an element. */
    private Term address(String name, Term base, Signal index, int bytes) {
        int shift = Integer.numberOfTrailingZeros(bytes);
        Term offset = Terms.resized(index.term(), true, Long.SIZE - shift);
        Term scaled = shift == 0 ? offset : Terms.join(List.of(offset, Terms.bits(shift, 0)));
        return netlist.wire(name + "_req_addr", Terms.add(base, scaled)).term();
    }

    private Signal bodyOutput(String name, int width) {
        Signal signal = netlist.pin(name, width);
        pins.add(Pin.out(name, signal));
        return signal;
    }

    private void bodyInput(String name, Term term) {
        pins.add(Pin.in(name, term));
    }

    private void reader(Channel channel, AxiPorts bundle, Term address, int bytes, Term start) {
        String name = channel.name();
        Signal valid = bodyOutput(name + "_req_valid", 1);
        Signal mask = bodyOutput(name + "_req_mask", channel.lanes());
        Signal take = bodyOutput(name + "_rsp_ready", 1);
        Term forget = start;
        if (channel.fenced()) {
            forget = Terms.or(start, bodyOutput(name + "_forget", 1).term());
        }
        AxiPorts.Reader reader = bundle.reader(channel, bytes, valid.term(), address, mask.term(), take.term(), forget);
        bodyInput(name + "_req_ready", reader.ready());
        bodyInput(name + "_rsp_valid", reader.responding());
        List<Term> elements = new ArrayList<>();
        for (int lane = 0; lane < channel.lanes(); lane++) {
            elements.addFirst(Terms.slice(reader.data(), lane * bytes * Byte.SIZE, channel.elementBits()));
        }
        bodyInput(name + "_rsp_data", Terms.join(elements));
    }

    private Term writer(Channel channel, AxiPorts bundle, Term address, int bytes) {
        String name = channel.name();
        Signal valid = bodyOutput(name + "_req_valid", 1);
        Signal mask = bodyOutput(name + "_req_mask", channel.lanes());
        Signal data = bodyOutput(name + "_req_data", channel.dataBits());
        List<Term> elements = new ArrayList<>();
        for (int lane = 0; lane < channel.lanes(); lane++) {
            Term element = new Term.Part(data, lane * channel.elementBits(), channel.elementBits());
            elements.addFirst(Terms.resized(element, false, bytes * Byte.SIZE));
        }
        AxiPorts.Writer writer =
                bundle.writer(channel, bytes, valid.term(), address, mask.term(), Terms.join(elements));
        bodyInput(name + "_req_ready", writer.ready());
        if (channel.fenced()) {
            bodyInput(name + "_idle", writer.idle());
        }
        return writer.idle();
    }
}
