package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.FrameQueues;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.emit.verilog.Netlist.Instance;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * The module of a dataflow function whose frames overlap. Every process has a queue of the numbers of the frames that it has yet to do,
 * and starts the next one when it has ended the one before and its links permit.
 */
final class OverlappingModule {

    private final Netlist netlist;
    private final ModuleParts parts;
    private final ModuleDesign.Dataflow design;
    private final ProcessNumbers numbers;
    private final List<Op.Call> calls;
    private final List<Signal> begins = new ArrayList<>();
    private final List<Term> dones = new ArrayList<>();
    private final List<Queue> queues = new ArrayList<>();
    /** For every process when it has ended a frame and there is another. */
    private final List<Term> free = new ArrayList<>();
    /** For every process what must hold for it to start. */
    private final List<Term> permits = new ArrayList<>();

    /**
     * Frames that a process has yet to do.
     *
     * @param waiting whether there is one
     * @param open whether there is room for another
     */
    private record Queue(Signal waiting, Signal open) {}

    OverlappingModule(ModuleParts parts, ModuleDesign.Dataflow design, ProcessNumbers numbers) {
        this.netlist = parts.netlist();
        this.parts = parts;
        this.design = design;
        this.numbers = numbers;
        this.calls = design.processes().stream().map(ModuleDesign.Process::call).toList();
    }

    ModuleInterface emit() {
        netlist.reset();
        Signal start = netlist.input("start", 1);
        Signal ready = netlist.output("ready", 1);
        Signal done = netlist.output("done", 1);
        parts.parameters();
        memories();
        numbers.emit();
        Signal issued = netlist.register("issued", 1, BigInteger.ZERO);
        netlist.write(issued, Terms.TRUE, start.term());
        List<Term> busy = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            busy.add(process(i, issued.term()));
            free.add(Terms.and(queues.get(i).waiting().term(), Terms.not(busy.get(i))));
        }
        links();
        for (int i = 0; i < calls.size(); i++) {
            netlist.assign(begins.get(i), Terms.and(free.get(i), permits.get(i)));
        }
        netlist.section("frames");
        Term room = queues.stream().map(queue -> queue.open().term()).reduce(Terms.TRUE, Terms::and);
        netlist.assign(ready, Terms.and(Terms.not(issued.term()), room));
        Signal running = netlist.register("running", 1, BigInteger.ZERO);
        Term left =
                Terms.or(queues.stream().map(queue -> queue.waiting().term()).toList());
        Term rest = Terms.or(issued.term(), Terms.or(left, Terms.or(busy)));
        netlist.assign(done, Terms.and(running.term(), Terms.not(rest)));
        netlist.write(running, start.term(), Terms.TRUE);
        netlist.write(running, done.term(), Terms.FALSE);
        return parts.finish();
    }

    private void memories() {
        List<MemoryBinding> single = new ArrayList<>();
        for (MemoryBinding memory : design.memories()) {
            if (design.isDoubled(memory)) {
                parts.pingPong(memory);
            } else {
                single.add(memory);
            }
        }
        parts.memories(single);
    }

    // ---- processes

    /** The instance and its queue; tells when the process works. */
    private Term process(int index, Term issued) {
        String name = ChannelPlan.process(calls, index);
        netlist.section("process " + name);
        Signal begins = netlist.wire(name + "_begins", 1);
        Map<Value, Term> given = queue(index, name, begins.term(), issued);
        Signal turn = netlist.register(name + "_turn", 1, BigInteger.ONE);
        netlist.write(turn, begins.term(), Terms.not(turn.term()));
        ModuleParts.Invoked invoked = parts.invoke(
                calls.get(index),
                name,
                begins.term(),
                new ModuleParts.Given(
                        value -> {
                            Term known = given.get(value);
                            return known == null ? parts.values().held(value) : known;
                        },
                        turn.term()));
        Signal busy = netlist.register(name + "_busy", 1, BigInteger.ZERO);
        netlist.write(busy, begins.term(), Terms.TRUE);
        netlist.write(busy, invoked.done(), Terms.FALSE);
        this.begins.add(begins);
        dones.add(invoked.done());
        permits.add(Terms.TRUE);
        return busy.term();
    }

    /** Makes the queue of a process; the numbers of its present frame by value. */
    private Map<Value, Term> queue(int index, String name, Term begins, Term issued) {
        Map<Value, Term> queued = queued(calls.get(index));
        int bits = Math.max(1, queued.values().stream().mapToInt(Term::width).sum());
        Signal waiting = netlist.pin(name + "_waiting", 1);
        Signal open = netlist.pin(name + "_open", 1);
        Signal next = netlist.pin(name + "_next", bits);
        Map<Value, Term> given = new IdentityHashMap<>();
        int from = 0;
        for (Map.Entry<Value, Term> number : queued.entrySet()) {
            int width = number.getValue().width();
            Signal register = netlist.register(
                    name + "_" + Definition.name(number.getKey().name(), "number"), width);
            netlist.write(register, begins, new Term.Part(next, from, width));
            given.put(number.getKey(), register.term());
            from += width;
        }
        List<Term> data = new ArrayList<>(queued.values());
        // Without numbers, the queue counts frames.
        Term element = data.isEmpty() ? Terms.FALSE : Terms.join(data.reversed());
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("WIDTH", Integer.toString(bits));
        parameters.put("DEPTH", Integer.toString(FrameQueues.depth(index)));
        Signal level = netlist.pin(name + "_level", Memory.bits(FrameQueues.depth(index) + 1));
        netlist.watches().level(level.term(), "queue of process '" + name + "'");
        netlist.instance(new Instance(
                "gs_fifo",
                netlist.fresh(name + "_queue"),
                parameters,
                List.of(
                        Pin.in("clk", netlist.clock()),
                        Pin.in("rst", netlist.reset()),
                        Pin.in("write_valid", issued),
                        Pin.out("write_ready", open),
                        Pin.in("write_data", element),
                        Pin.out("read_valid", waiting),
                        Pin.in("read_ready", begins),
                        Pin.out("read_data", next),
                        Pin.out("level", level))));
        queues.add(new Queue(waiting, open));
        return given;
    }

    /** The numbers that a process is given, without constants, each once. */
    private Map<Value, Term> queued(Op.Call call) {
        Map<Value, Term> queued = new LinkedHashMap<>();
        for (ModuleInterface.Scalar scalar : parts.child(call.callee()).scalars()) {
            Value value = call.operands().get(scalar.position());
            Term term = parts.values().held(value);
            if (!(term instanceof Term.Bits)) {
                queued.put(value, term);
            }
        }
        return queued;
    }

    // ---- links

    /** Two processes and what they share. */
    private record Pair(int from, int to) {}

    private void links() {
        Map<Pair, List<ModuleDesign.Link>> pairs = new LinkedHashMap<>();
        for (ModuleDesign.Link link : design.links()) {
            pairs.computeIfAbsent(new Pair(link.from(), link.to()), _ -> new ArrayList<>())
                    .add(link);
        }
        pairs.forEach(this::link);
    }

    private void link(Pair pair, List<ModuleDesign.Link> links) {
        String from = ChannelPlan.process(calls, pair.from());
        String to = ChannelPlan.process(calls, pair.to());
        netlist.section("from " + from + " to " + to);
        int copies = links.stream().mapToInt(link -> link.kind().copies()).min().orElseThrow();
        Signal room = credit(from + "_ahead_of_" + to, copies, pair.from(), pair.to());
        List<Value> fifos = links.stream()
                .filter(link -> link.kind() == ModuleDesign.Link.Kind.FIFO)
                .map(ModuleDesign.Link::memory)
                .toList();
        if (links.size() > fifos.size()) {
            credit(to + "_after_" + from, 0, pair.to(), pair.from());
        }
        if (!fifos.isEmpty()) {
            Signal back = credit(to + "_beside_" + from, 1, pair.to(), pair.from());
            Term one = Terms.bits(room.width(), 1);
            Term between = Terms.and(
                    new Term.Compare("==", room.term(), one, false), new Term.Compare("==", back.term(), one, false));
            // Both have ended the same frames: what is left in the FIFO is gone with the last one.
            fifos.forEach(fifo -> parts.empty(fifo, between));
        }
    }

    private String process(int index) {
        return "process '" + ChannelPlan.process(calls, index) + "'";
    }

    private static int line(Op.Call call) {
        return call.span().isKnown() ? call.span().startLine() : 0;
    }

    /** A count of frames that a process may start; it starts none when that is 0. It grows when the other process ends one. */
    private Signal credit(String name, int initial, int spender, int giver) {
        Signal credit = netlist.register(name, 2, BigInteger.valueOf(initial));
        Term spends = begins.get(spender).term();
        Term gives = dones.get(giver);
        Term one = Terms.bits(2, 1);
        netlist.write(credit, Terms.and(gives, Terms.not(spends)), Terms.infix("+", credit.term(), one));
        netlist.write(credit, Terms.and(spends, Terms.not(gives)), Terms.infix("-", credit.term(), one));
        Term permit = new Term.Reduce("|", credit.term());
        permits.set(spender, Terms.and(permits.get(spender), permit));
        netlist.watches()
                .waits(
                        Terms.and(free.get(spender), Terms.not(permit)),
                        process(spender),
                        process(giver),
                        line(calls.get(spender)));
        return credit;
    }
}
