package org.gatesmith.hls.emit.verilog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.ir.Op;

/** The module of a dataflow function whose calls follow each other: its processes run at the same time. */
final class DataflowModule {

    private final Netlist netlist;
    private final ModuleParts parts;
    private final ModuleDesign.Dataflow design;

    private final ProcessNumbers numbers;

    DataflowModule(ModuleParts parts, ModuleDesign.Dataflow design, ProcessNumbers numbers) {
        this.numbers = numbers;
        this.netlist = parts.netlist();
        this.parts = parts;
        this.design = design;
    }

    ModuleInterface emit() {
        netlist.reset();
        Signal start = netlist.input("start", 1);
        Signal done = netlist.output("done", 1);
        parts.parameters();
        parts.memories(design.memories());
        numbers.emit();
        // What a call leaves in a FIFO is gone with it.
        numbers.fifos().forEach(fifo -> parts.empty(fifo, start.term()));
        processes(start.term(), done);
        return parts.finish();
    }

    private void processes(Term start, Signal done) {
        List<Op.Call> calls =
                design.processes().stream().map(ModuleDesign.Process::call).toList();
        List<Signal> ended = new ArrayList<>();
        List<Term> ends = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            String name = ChannelPlan.process(calls, i);
            netlist.section("process " + name);
            Term begins = begins(design.processes().get(i), name, start, ended);
            ModuleParts.Invoked invoked = parts.invoke(calls.get(i), name, begins);
            Signal over = netlist.register(name + "_over", 1, BigInteger.ZERO);
            netlist.write(over, invoked.done(), Terms.TRUE);
            netlist.write(over, start, Terms.FALSE);
            ended.add(over);
            ends.add(Terms.or(over.term(), invoked.done()));
        }
        netlist.section("end of all processes");
        Signal running = netlist.register("running", 1, BigInteger.ZERO);
        Term all = ends.stream().reduce(running.term(), Terms::and);
        netlist.assign(done, all);
        netlist.write(running, start, Terms.TRUE);
        netlist.write(running, done.term(), Terms.FALSE);
    }

    /** A process starts with the module, or when those have ended whose arrays it takes. */
    private Term begins(ModuleDesign.Process process, String name, Term start, List<Signal> ended) {
        if (process.after().isEmpty()) {
            return start;
        }
        Signal waits = netlist.register(name + "_waits", 1, BigInteger.ZERO);
        Term ready =
                process.after().stream().map(before -> ended.get(before).term()).reduce(Terms.TRUE, Terms::and);
        Term begins = Terms.and(waits.term(), ready);
        netlist.write(waits, start, Terms.TRUE);
        netlist.write(waits, begins, Terms.FALSE);
        return begins;
    }
}
