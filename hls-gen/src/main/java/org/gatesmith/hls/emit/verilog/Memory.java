package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.emit.verilog.Netlist.Instance;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** An array or table of a module, in the memory that it is bound to. */
final class Memory {

    private final Netlist netlist;
    private final MemoryBinding binding;
    private final ArrayType type;
    private final String name;
    private final @Nullable Table table;
    private final @Nullable RegisterArray words;
    private final @Nullable Integer parameter;
    private final List<MemoryPort> ports = new ArrayList<>();
    private final List<RegisterWrite> registerWrites = new ArrayList<>();

    private record RegisterWrite(int order, Term fires, Term address, Term word) {}

    private Memory(Netlist netlist, MemoryBinding binding, @Nullable Table table, @Nullable Integer parameter) {
        this.netlist = netlist;
        this.binding = binding;
        this.type = (ArrayType) binding.array().type();
        this.table = table;
        this.parameter = parameter;
        this.name = netlist.fresh(Definition.name(binding.array().name(), table == null ? "array" : table.name()));
        this.words = binding.storage() == StorageKind.REGISTER && table == null && parameter == null
                ? netlist.registerArray(name + "_words", width(), depth())
                : null;
    }

    /** A memory of the module's own. */
    static Memory own(Netlist netlist, MemoryBinding binding) {
        return new Memory(netlist, binding, null, null);
    }

    static Memory table(Netlist netlist, MemoryBinding binding, Table table) {
        return new Memory(netlist, binding, table, null);
    }

    /** A memory outside, which the module is given as a parameter. */
    static Memory parameter(Netlist netlist, MemoryBinding binding, int position) {
        return new Memory(netlist, binding, null, position);
    }

    Value array() {
        return binding.array();
    }

    int readLatency() {
        return binding.readLatency();
    }

    int width() {
        return ((IntType) type.element()).width();
    }

    private int depth() {
        return Math.toIntExact(type.elements());
    }

    int addressBits() {
        return bits(depth());
    }

    /** Bits of an address: at least one. */
    static int bits(int depth) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(depth - 1));
    }

    // ---- accesses

    /** The word at an address, in the same cycle or, of block memory, where the port shows it later. */
    Term read(int port, Term active, Term fires, Term address, Term output) {
        if (words != null) {
            return new Term.Element(words, address, width());
        }
        if (isCopiedPerRead()) {
            MemoryPort own = port(ports.size());
            own.read(Terms.TRUE, Terms.TRUE, address, Terms.TRUE);
            return own.data();
        }
        port(port).read(active, fires, address, output);
        return port(port).data();
    }

    /** A table in registers is logic, of which every read has its own. */
    private boolean isCopiedPerRead() {
        return table != null && binding.storage() == StorageKind.REGISTER;
    }

    /**
     * Writes a word.
     *
     * @param order among writes of one cycle the one with the highest number lasts
     */
    void write(int port, int order, Term active, Term fires, Term address, Term word) {
        if (words != null) {
            registerWrites.add(new RegisterWrite(order, fires, address, word));
        } else {
            port(port).write(active, fires, address, word);
        }
    }

    private MemoryPort port(int index) {
        while (ports.size() <= index) {
            String data = name + "_" + ports.size() + "_dout";
            ports.add(new MemoryPort(addressBits(), width(), () -> shows(data)));
        }
        return ports.get(index);
    }

    private Signal shows(String data) {
        if (parameter != null) {
            return netlist.input(data, width());
        }
        boolean together = table == null && binding.storage() == StorageKind.LUTRAM;
        return together ? netlist.wire(data, width()) : netlist.pin(data, width());
    }

    /** Connections of a child that is given this memory. */
    List<Pin> child(String instance, ModuleInterface.Array child) {
        ChildPort port = ChildPort.of(netlist, instance, child, addressBits(), width());
        return port.pins(join(port, Terms.TRUE));
    }

    /**
     * Lets a child use a port.
     *
     * @param turn when the port is the child's
     * @return what the port shows
     */
    Term join(ChildPort child, Term turn) {
        if (words != null) {
            throw new IllegalStateException(name + " is in registers, which no other module can reach");
        }
        MemoryPort port = port(child.array().port());
        Term enable = Terms.and(child.enable(), turn);
        Term output = Terms.and(child.output(), turn);
        if (child.array().writes() && child.array().reads()) {
            port.either(enable, child.write(), child.address(), child.word(), output);
        } else if (child.array().writes()) {
            port.write(enable, enable, child.address(), child.word());
        } else {
            port.read(enable, enable, child.address(), output);
        }
        return child.array().reads() ? port.data() : Terms.bits(width(), 0);
    }

    // ---- the memory itself

    /** What a module with this memory as a parameter shows outside. */
    List<ModuleInterface.Array> export() {
        List<ModuleInterface.Array> exported = new ArrayList<>();
        for (int i = 0; parameter != null && i < ports.size(); i++) {
            MemoryPort port = ports.get(i);
            exported.add(new ModuleInterface.Array(
                    parameter, i, name + "_" + i, port.isRead(), port.isWritten(), port.isRegistered()));
        }
        return exported;
    }

    void finish() {
        if (words != null) {
            registerWrites.stream()
                    .sorted(java.util.Comparator.comparingInt(RegisterWrite::order))
                    .forEach(write -> netlist.write(words, write.fires(), write.address(), write.word()));
        } else if (parameter != null) {
            ports.forEach(this::outputs);
        } else if (table != null) {
            rom(table);
        } else if (!ports.isEmpty()) {
            ram();
        }
    }

    private void outputs(MemoryPort port) {
        String prefix = name + "_" + ports.indexOf(port);
        netlist.assign(netlist.output(prefix + "_en", 1), port.enable());
        netlist.assign(netlist.output(prefix + "_addr", addressBits()), port.address());
        if (port.isRead() && port.isWritten()) {
            netlist.assign(netlist.output(prefix + "_we", 1), port.writeEnable());
        }
        if (port.isWritten()) {
            netlist.assign(netlist.output(prefix + "_din", width()), port.word());
        }
        if (port.isRegistered()) {
            netlist.assign(netlist.output(prefix + "_out_en", 1), port.outputEnable());
        }
    }

    private void rom(Table contents) {
        for (MemoryPort port : ports) {
            Map<String, String> parameters = parameters();
            parameters.put("INIT", TableText.of(contents, width()));
            netlist.instance(new Instance(
                    "gs_rom",
                    netlist.fresh(name + "_rom"),
                    parameters,
                    List.of(
                            Pin.in("clk", netlist.clock()),
                            Pin.in("en", port.readEnable()),
                            Pin.in("addr", port.address()),
                            Pin.in("out_en", port.outputEnable()),
                            Pin.out("data", port.dataSignal()))));
        }
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("WIDTH", Integer.toString(width()));
        parameters.put("DEPTH", Integer.toString(depth()));
        if (binding.storage() != StorageKind.LUTRAM || table != null) {
            parameters.put("LATENCY", Integer.toString(binding.readLatency()));
        }
        return parameters;
    }

    private void ram() {
        List<MemoryPort> readers = ports.stream().filter(MemoryPort::isRead).toList();
        List<MemoryPort> writers = ports.stream().filter(MemoryPort::isWritten).toList();
        if (binding.storage() == StorageKind.LUTRAM) {
            lutRam(readers, writers);
        } else if (readers.size() <= 1 && writers.size() <= 1 && !readers.equals(writers)) {
            simpleDualPort(readers, writers);
        } else if (ports.size() <= 2) {
            trueDualPort();
        } else {
            throw new IllegalStateException(name + " has " + ports.size() + " ports, block memory has two");
        }
    }

    private void lutRam(List<MemoryPort> readers, List<MemoryPort> writers) {
        if (writers.size() > 1) {
            throw new IllegalStateException(name + " has " + writers.size() + " write ports, LUT memory has one");
        }
        if (readers.isEmpty()) {
            return;
        }
        Signal all = netlist.pin(name + "_words", readers.size() * width());
        Map<String, String> parameters = parameters();
        parameters.put("READS", Integer.toString(readers.size()));
        netlist.instance(new Instance(
                "gs_ram_lut",
                netlist.fresh(name + "_ram"),
                parameters,
                withWritePort(
                        writers,
                        Pin.in(
                                "read_addr",
                                Terms.join(readers.reversed().stream()
                                        .map(MemoryPort::address)
                                        .toList())),
                        Pin.out("read_data", all))));
        for (int i = 0; i < readers.size(); i++) {
            netlist.assign(readers.get(i).dataSignal(), new Term.Part(all, i * width(), width()));
        }
    }

    private void simpleDualPort(List<MemoryPort> readers, List<MemoryPort> writers) {
        if (readers.isEmpty()) {
            return;
        }
        MemoryPort reader = readers.getFirst();
        Map<String, String> parameters = parameters();
        parameters.put("STYLE", binding.storage() == StorageKind.URAM ? "\"ultra\"" : "\"block\"");
        netlist.instance(new Instance(
                "gs_ram_1r1w",
                netlist.fresh(name + "_ram"),
                parameters,
                withWritePort(
                        writers,
                        Pin.in("read_en", reader.readEnable()),
                        Pin.in("read_addr", reader.address()),
                        Pin.in("out_en", reader.outputEnable()),
                        Pin.out("read_data", reader.dataSignal()))));
    }

    /** The pins of a memory with one write port, whose address and word do not count if nothing writes. */
    private List<Pin> withWritePort(List<MemoryPort> writers, Pin... others) {
        Optional<MemoryPort> writer = writers.stream().findFirst();
        List<Pin> pins = new ArrayList<>(List.of(
                Pin.in("clk", netlist.clock()),
                Pin.in("write_en", writer.map(MemoryPort::writeEnable).orElse(Terms.FALSE)),
                Pin.in("write_addr", writer.map(MemoryPort::address).orElseGet(() -> Terms.bits(addressBits(), 0))),
                Pin.in("write_data", writer.map(MemoryPort::word).orElseGet(() -> Terms.bits(width(), 0)))));
        pins.addAll(List.of(others));
        return pins;
    }

    private void trueDualPort() {
        List<Pin> pins = new ArrayList<>(List.of(Pin.in("clk", netlist.clock())));
        for (int i = 0; i < 2; i++) {
            MemoryPort port = port(i);
            String prefix = i == 0 ? "a" : "b";
            pins.add(Pin.in(prefix + "_en", port.enable()));
            pins.add(Pin.in(prefix + "_we", port.writeEnable()));
            pins.add(Pin.in(prefix + "_addr", port.address()));
            pins.add(Pin.in(prefix + "_din", port.word()));
            pins.add(Pin.in(prefix + "_out_en", port.outputEnable()));
            pins.add(Pin.out(prefix + "_dout", port.dataSignal()));
        }
        netlist.instance(new Instance("gs_ram_2p", netlist.fresh(name + "_ram"), parameters(), pins));
    }
}
