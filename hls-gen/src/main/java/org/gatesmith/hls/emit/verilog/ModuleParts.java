package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.emit.verilog.ModuleInterface.Channel;
import org.gatesmith.hls.emit.verilog.Netlist.Instance;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Table;
import org.gatesmith.hls.ir.Value;

/** What all units of a module share: numbers, memories, channels, FIFOs, and the modules in it. */
final class ModuleParts {

    private final Netlist netlist;
    private final ModuleDesign module;
    private final Program program;
    private final Map<String, ModuleInterface> children;
    private final Values values = new Values();
    private final Map<Value, Memory> memories = new IdentityHashMap<>();
    private final List<Memory> memoryOrder = new ArrayList<>();
    private final Map<Value, PingPong> pingPongs = new LinkedHashMap<>();
    private final Map<ChannelPlan.Key, ReadChannel> readers = new LinkedHashMap<>();
    private final Map<ChannelPlan.Key, WriteChannel> writers = new LinkedHashMap<>();
    private final Map<Value, FifoPort> fifoReads = new IdentityHashMap<>();
    private final Map<Value, FifoPort> fifoWrites = new IdentityHashMap<>();
    private final List<FifoPort> fifos = new ArrayList<>();
    private final List<InnerFifo> innerFifos = new ArrayList<>();
    private final Map<Value, Term> emptied = new IdentityHashMap<>();
    private final List<ModuleInterface.Scalar> scalars = new ArrayList<>();
    private final List<ModuleInterface.Scalar> results = new ArrayList<>();

    /**
     * @param children interfaces of the modules that may be called, by function
     */
    ModuleParts(Netlist netlist, ModuleDesign module, Program program, Map<String, ModuleInterface> children) {
        this.netlist = netlist;
        this.module = module;
        this.program = program;
        this.children = children;
    }

    Netlist netlist() {
        return netlist;
    }

    Values values() {
        return values;
    }

    Program program() {
        return program;
    }

    Function function() {
        return module.function();
    }

    ModuleInterface child(String function) {
        ModuleInterface child = children.get(function);
        if (child == null) {
            throw new IllegalStateException("no module for " + function);
        }
        return child;
    }

    // ---- parameters

    /** Inputs for numbers and the ends of channels and FIFOs. */
    void parameters() {
        List<Value> parameters = function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            if (parameter.type() instanceof ScalarType type) {
                Signal input = netlist.input(Definition.name(parameter.name(), "p" + i), Values.width(type));
                scalars.add(new ModuleInterface.Scalar(i, input.name(), input.width()));
                values.steady(parameter, input.term());
            }
        }
        ChannelPlan.of(module, children).forEach(this::channel);
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type() instanceof FifoType) {
                fifo(i);
            }
        }
    }

    private void channel(ChannelPlan.Key key, Channel channel) {
        Channel named = new Channel(
                channel.parameter(),
                channel.process(),
                netlist.fresh(channel.name()),
                channel.writes(),
                channel.lanes(),
                channel.elementBits(),
                channel.indexBits(),
                channel.fenced());
        if (channel.writes()) {
            writers.put(key, new WriteChannel(netlist, named));
        } else {
            readers.put(key, new ReadChannel(netlist, named));
        }
    }

    private void fifo(int position) {
        Value parameter = function().parameters().get(position);
        FifoSides sides = FifoSides.of(parameter, module, children);
        int width = Values.width(((FifoType) parameter.type()).element());
        String name = netlist.fresh(Definition.name(parameter.name(), "fifo" + position));
        if (sides.reads()) {
            fifoReads.put(parameter, fifo(new ModuleInterface.Fifo(position, name + "_in", false, width)));
        }
        if (sides.writes()) {
            fifoWrites.put(parameter, fifo(new ModuleInterface.Fifo(position, name + "_out", true, width)));
        }
    }

    private FifoPort fifo(ModuleInterface.Fifo side) {
        FifoPort port = FifoPort.outer(netlist, side);
        fifos.add(port);
        return port;
    }

    /** A FIFO of the module's own. */
    void fifo(Op.AllocFifo alloc) {
        Value fifo = alloc.result();
        int width = Values.width(((FifoType) fifo.type()).element());
        String name = netlist.fresh(Definition.name(fifo.name(), "fifo"));
        FifoPort write = FifoPort.inner(netlist, new ModuleInterface.Fifo(-1, name + "_write", true, width));
        FifoPort read = FifoPort.inner(netlist, new ModuleInterface.Fifo(-1, name + "_read", false, width));
        fifoWrites.put(fifo, write);
        fifoReads.put(fifo, read);
        innerFifos.add(new InnerFifo(fifo, name, alloc.depth(), write, read));
    }

    private record InnerFifo(Value fifo, String name, int depth, FifoPort write, FifoPort read) {}

    /** Lets a FIFO of the module's own lose what is in it in cycles with the condition. */
    void empty(Value fifo, Term condition) {
        emptied.put(fifo, condition);
    }

    private void finish(InnerFifo fifo) {
        fifo.write().finish();
        fifo.read().finish();
        Map<String, String> parameters = new LinkedHashMap<>();
        int width = fifo.write().fifo().width();
        parameters.put("WIDTH", Integer.toString(width));
        parameters.put("DEPTH", Integer.toString(fifo.depth()));
        Signal level = netlist.pin(fifo.name() + "_level", Memory.bits(fifo.depth() + 1));
        netlist.watches().level(level.term(), "FIFO '" + fifo.name() + "'");
        netlist.instance(new Instance(
                "gs_fifo",
                netlist.fresh(fifo.name() + "_fifo"),
                parameters,
                List.of(
                        Pin.in("clk", netlist.clock()),
                        Pin.in("rst", Terms.or(netlist.reset(), emptied.getOrDefault(fifo.fifo(), Terms.FALSE))),
                        Pin.in("write_valid", fifo.write().moving()),
                        Pin.out("write_ready", fifo.write().openSignal()),
                        Pin.in("write_data", fifo.write().data()),
                        Pin.out("read_valid", fifo.read().openSignal()),
                        Pin.in("read_ready", fifo.read().moving()),
                        Pin.out("read_data", fifo.read().dataSignal()),
                        Pin.out("level", level))));
    }

    /** An output for a result, which {@link Netlist#assign} must give a value. */
    Signal result(int position, int width) {
        Signal output = netlist.output("result" + (position == 0 ? "" : position), width);
        results.add(new ModuleInterface.Scalar(position, output.name(), width));
        return output;
    }

    // ---- memories

    void memories(List<MemoryBinding> bindings) {
        Map<Value, Table> tables = new IdentityHashMap<>();
        collectTables(function().body().ops(), tables);
        for (MemoryBinding binding : bindings) {
            Table table = tables.get(binding.array());
            memory(
                    binding.array(),
                    table == null ? Memory.own(netlist, binding) : Memory.table(netlist, binding, table));
        }
    }

    /** An array of which there are two memories. */
    void pingPong(MemoryBinding binding) {
        pingPongs.put(binding.array(), PingPong.of(netlist, binding));
    }

    private void collectTables(List<Op> ops, Map<Value, Table> tables) {
        for (Op op : ops) {
            if (op instanceof Op.TableRef reference) {
                tables.put(reference.result(), program.table(reference.table()));
            }
            op.regions().forEach(region -> collectTables(region.ops(), tables));
        }
    }

    private Memory memory(Value array, Memory memory) {
        memories.put(array, memory);
        memoryOrder.add(memory);
        return memory;
    }

    /** The memory of an array of the module or of a parameter. */
    Memory memory(Value array, MemoryBinding binding) {
        Memory known = memories.get(array);
        return known != null ? known : memory(array, Memory.parameter(netlist, binding, position(array)));
    }

    private int position(Value parameter) {
        int position = function().parameters().indexOf(parameter);
        if (position < 0) {
            throw new IllegalStateException(parameter + " is neither a memory nor a parameter of "
                    + function().name());
        }
        return position;
    }

    // ---- channels and FIFOs

    ReadChannel reader(Value port) {
        return found(readers.get(new ChannelPlan.Key(position(port), false, "")), port);
    }

    WriteChannel writer(Value port) {
        return found(writers.get(new ChannelPlan.Key(position(port), true, "")), port);
    }

    FifoPort reads(Value fifo) {
        return found(fifoReads.get(fifo), fifo);
    }

    FifoPort writes(Value fifo) {
        return found(fifoWrites.get(fifo), fifo);
    }

    private static <T> T found(@org.jspecify.annotations.Nullable T thing, Value value) {
        if (thing == null) {
            throw new IllegalStateException("nothing in the module reaches " + value);
        }
        return thing;
    }

    /** Whether all writes to a port are in memory. */
    Term idle(Value port) {
        return writersOf(port).map(WriteChannel::idle).reduce(Terms.TRUE, Terms::and);
    }

    private Stream<WriteChannel> writersOf(Value port) {
        int position = position(port);
        return writers.values().stream().filter(writer -> writer.channel().parameter() == position);
    }

    /** In cycles with the condition, what was read of a port before may be out of date. */
    void forget(Value port, Term condition) {
        int position = position(port);
        readers.values().stream()
                .filter(reader -> reader.channel().parameter() == position)
                .forEach(reader -> reader.forget(condition));
    }

    // ---- children

    /**
     * An instance of another module.
     *
     * @param process its path if the module is a dataflow function
     * @return when it is done
     */
    Invoked invoke(Op.Call call, String process, Term start) {
        return invoke(call, process, start, new Given(values::held, Terms.FALSE));
    }

    /**
     * What an instance is given besides its start.
     *
     * @param numbers the number that a value is for the instance
     * @param turn which of two memories it uses
     */
    record Given(java.util.function.Function<Value, Term> numbers, Term turn) {}

    Invoked invoke(Op.Call call, String process, Term start, Given given) {
        ModuleInterface child = child(call.callee());
        String instance = netlist.fresh(process.isEmpty() ? call.callee() : process);
        Signal done = netlist.pin(instance + "_done", 1);
        List<Pin> pins = new ArrayList<>(List.of(
                Pin.in("clk", netlist.clock()),
                Pin.in("rst", netlist.reset()),
                Pin.in("start", start),
                Pin.out("done", done)));
        for (ModuleInterface.Scalar scalar : child.scalars()) {
            Term value = given.numbers().apply(call.operands().get(scalar.position()));
            pins.add(Pin.in(scalar.name(), Terms.low(value, scalar.width())));
        }
        Term ready = Terms.TRUE;
        if (child.overlaps()) {
            Signal signal = netlist.pin(instance + "_ready", 1);
            pins.add(Pin.out("ready", signal));
            ready = signal.term();
        }
        List<Signal> returned = new ArrayList<>();
        for (ModuleInterface.Scalar result : child.results()) {
            Signal signal = netlist.pin(instance + "_" + result.name(), result.width());
            returned.add(signal);
            pins.add(Pin.out(result.name(), signal));
        }
        child.arrays().forEach(array -> pins.addAll(array(call, instance, array, given.turn())));
        child.fifos().forEach(fifo -> pins.addAll(fifo(call, instance, fifo)));
        child.channels().forEach(channel -> pins.addAll(channel(call, instance, process, channel)));
        netlist.watches().addAll(instance, child.watches());
        netlist.instance(new Instance(child.module(), instance, Map.of(), pins));
        return new Invoked(
                done.term(), ready, returned.stream().map(Signal::term).toList());
    }

    /** A running module: when it is done, when it may be started again, and what it returns from the cycle after the end on. */
    record Invoked(Term done, Term ready, List<Term> results) {}

    private List<Pin> array(Op.Call call, String instance, ModuleInterface.Array array, Term turn) {
        Value memory = call.operands().get(array.parameter());
        PingPong pair = pingPongs.get(memory);
        if (pair != null) {
            return pair.child(instance, array, turn);
        }
        Memory known = memories.get(memory);
        if (known == null && memory.type() instanceof ArrayType) {
            known = memory(memory, Memory.parameter(netlist, MemoryBindings.block(memory), position(memory)));
        }
        return found(known, memory).child(instance, array);
    }

    private List<Pin> fifo(Op.Call call, String instance, ModuleInterface.Fifo fifo) {
        Value channel = call.operands().get(fifo.parameter());
        return (fifo.writes() ? writes(channel) : reads(channel)).child(instance, fifo);
    }

    private List<Pin> channel(Op.Call call, String instance, String process, Channel channel) {
        Value port = call.operands().get(channel.parameter());
        ChannelPlan.Key key =
                new ChannelPlan.Key(position(port), channel.writes(), ChannelPlan.path(process, channel.process()));
        return channel.writes()
                ? found(writers.get(key), port).child(instance, channel)
                : found(readers.get(key), port).child(instance, channel);
    }

    /** Defines what depends on all units; tells what the module has become. */
    ModuleInterface finish() {
        netlist.section("memories and channels");
        memoryOrder.forEach(Memory::finish);
        pingPongs.values().forEach(PingPong::finish);
        readers.values().forEach(ReadChannel::finish);
        writers.values().forEach(WriteChannel::finish);
        fifos.forEach(FifoPort::finish);
        innerFifos.forEach(this::finish);
        return new ModuleInterface(
                netlist.name(),
                scalars,
                results,
                memoryOrder.stream().flatMap(memory -> memory.export().stream()).toList(),
                fifos.stream().map(FifoPort::fifo).toList(),
                Stream.concat(
                                readers.values().stream().map(ReadChannel::channel),
                                writers.values().stream().map(WriteChannel::channel))
                        .toList(),
                module instanceof ModuleDesign.Dataflow dataflow && dataflow.overlaps(),
                netlist.watches().all());
    }
}
