package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.emit.verilog.Netlist.Instance;
import org.gatesmith.hls.emit.verilog.Netlist.Pin;

/** A pipelined operator of a module, which several operations may take in turn. */
final class SharedOperator {

    /** An input or output. */
    record Port(String pin, int width) {}

    private final Netlist netlist;
    private final String module;
    private final String name;
    private final Map<String, String> parameters;
    private final int latency;
    private final List<Port> inputs;
    private final List<Turns> operands = new ArrayList<>();
    private final List<Port> outputs;
    private final List<Signal> results;
    private final List<List<Term>> enables = new ArrayList<>();

    /**
     * @param module the library module or core
     * @param wanted name of the instance
     */
    SharedOperator(
            Netlist netlist,
            String module,
            String wanted,
            Map<String, String> parameters,
            int latency,
            List<Port> inputs,
            List<Port> outputs) {
        this.netlist = netlist;
        this.module = module;
        this.name = netlist.fresh(wanted);
        this.parameters = new LinkedHashMap<>(parameters);
        this.latency = latency;
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.results = outputs.stream()
                .map(output -> netlist.pin(name + "_" + output.pin(), output.width()))
                .toList();
        inputs.forEach(_ -> operands.add(new Turns()));
        for (int stage = 0; stage < latency; stage++) {
            enables.add(new ArrayList<>());
        }
    }

    int latency() {
        return latency;
    }

    List<Port> inputs() {
        return inputs;
    }

    /** An operation that starts in a step; the results show {@link #latency} steps later. */
    List<Term> use(Stages stages, int step, List<Term> values) {
        for (int i = 0; i < inputs.size(); i++) {
            operands.get(i).add(stages.valid(step), values.get(i));
        }
        for (int stage = 0; stage < latency; stage++) {
            enables.get(stage).add(stages.go(step + stage));
        }
        return results.stream().map(Signal::term).toList();
    }

    void finish() {
        List<Pin> pins = new ArrayList<>();
        if (latency > 0) {
            pins.add(Pin.in("clk", netlist.clock()));
            pins.add(Pin.in(
                    "ce", Terms.join(enables.reversed().stream().map(Terms::or).toList())));
        }
        for (int i = 0; i < inputs.size(); i++) {
            pins.add(Pin.in(
                    inputs.get(i).pin(), operands.get(i).value(inputs.get(i).width())));
        }
        for (int i = 0; i < outputs.size(); i++) {
            pins.add(Pin.out(outputs.get(i).pin(), results.get(i)));
        }
        netlist.instance(new Instance(module, name, parameters, pins));
    }
}
