package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.emit.verilog.OperatorPool.CoreInterface;
import org.gatesmith.hls.ir.Value;

/** The module of a pure function: a pipelined operator. */
final class CoreModule {

    private final Netlist netlist;
    private final ModuleParts parts;
    private final ModuleDesign.Core design;
    private final Map<String, CoreInterface> cores;

    CoreModule(ModuleParts parts, ModuleDesign.Core design, Map<String, CoreInterface> cores) {
        this.netlist = parts.netlist();
        this.parts = parts;
        this.design = design;
        this.cores = cores;
    }

    CoreInterface emit() {
        CoreStages stages = new CoreStages(netlist, design.latency());
        Values values = parts.values();
        List<ModuleInterface.Scalar> inputs = new ArrayList<>();
        List<Value> parameters = design.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Value parameter = parameters.get(i);
            String name = Definition.name(parameter.name(), "p" + i);
            Signal input = netlist.input(name, Values.width(parameter));
            inputs.add(new ModuleInterface.Scalar(i, input.name(), input.width()));
            values.define(parameter, new Definition.Timed(stages, 0, input.term(), input.name()));
        }
        parts.memories(design.memories());
        OperatorPool operators = new OperatorPool(netlist, cores, design.placements());
        new Datapath(parts, operators).add(stages, design.placements());
        List<SharedOperator.Port> outputs = new ArrayList<>();
        List<Value> yields = design.function().body().yields();
        for (int i = 0; i < yields.size(); i++) {
            Signal output = netlist.output("result" + (i == 0 ? "" : i), Values.width(yields.get(i)));
            netlist.assign(output, values.at(yields.get(i), stages, design.latency()));
            outputs.add(new SharedOperator.Port(output.name(), output.width()));
        }
        stages.finish();
        operators.finish();
        parts.finish();
        return new CoreInterface(netlist.name(), design.latency(), inputs, outputs);
    }
}
