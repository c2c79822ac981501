package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** The numbers that a dataflow function computes for its processes, and its FIFOs. */
final class ProcessNumbers {

    private final ModuleParts parts;
    private final Function function;

    ProcessNumbers(ModuleParts parts, Function function) {
        this.parts = parts;
        this.function = function;
    }

    /** Computes the numbers from the parameters without steps. */
    void emit() {
        Stages none = new CoreStages(parts.netlist(), 0);
        Datapath datapath = new Datapath(parts, new OperatorPool(parts.netlist(), Map.of(), List.of()));
        List<Placement> placements = new ArrayList<>();
        for (Op op : function.body().ops()) {
            switch (op) {
                case Op.AllocFifo fifo -> parts.fifo(fifo);
                case Op.Constant _, Op.Compute _, Op.Assume _ ->
                    placements.add(new Placement(op, 0, 0, 0, new Resource.Wires()));
                default -> {}
            }
        }
        datapath.add(none, placements);
        placements.stream()
                .flatMap(placement -> placement.op().results().stream())
                .forEach(result -> parts.values().steady(result, parts.values().at(result, none, 0)));
    }

    /** FIFOs of the function's own. */
    List<Value> fifos() {
        return function.body().ops().stream()
                .filter(Op.AllocFifo.class::isInstance)
                .map(op -> ((Op.AllocFifo) op).result())
                .toList();
    }
}
