package org.gatesmith.hls.emit.verilog;

import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** What stands in the units of a module, at any depth. */
final class Units {

    private Units() {}

    /** Every placed operation of a module. */
    static Stream<Placement> placements(ModuleDesign module) {
        return module instanceof ModuleDesign.Core core
                ? core.placements().stream()
                : module.units().flatMap(unit -> placements(unit).stream());
    }

    private static List<Placement> placements(Unit unit) {
        return switch (unit) {
            case Unit.Block block -> block.placements();
            case Unit.PipelinedLoop loop -> loop.placements();
            default -> List.of();
        };
    }

    /** Calls of other modules, which run from start to end. */
    static Stream<Op.Call> calls(ModuleDesign module) {
        return module instanceof ModuleDesign.Dataflow dataflow
                ? dataflow.processes().stream().map(ModuleDesign.Process::call)
                : module.units().flatMap(Units::call);
    }

    private static Stream<Op.Call> call(Unit unit) {
        return switch (unit) {
            case Unit.Invocation invocation -> Stream.of(invocation.call());
            case Unit.FrameLoop loop -> Stream.of(loop.call());
            default -> Stream.empty();
        };
    }

    /** Ports on which a unit waits until everything is written. */
    static Stream<Value> fences(ModuleDesign module) {
        return module.units().flatMap(unit -> switch (unit) {
            case Unit.Block block -> block.fences().stream();
            case Unit.PipelinedLoop loop -> loop.fences().stream();
            case Unit.Invocation invocation -> invocation.fences().stream();
            case Unit.FrameLoop loop -> loop.fences().stream();
            default -> Stream.empty();
        });
    }
}
