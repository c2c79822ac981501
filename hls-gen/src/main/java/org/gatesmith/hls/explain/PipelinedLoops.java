package org.gatesmith.hls.explain;

import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;

/** The pipelined loops of a design. */
final class PipelinedLoops {

    private PipelinedLoops() {}

    static List<Unit.PipelinedLoop> of(Design design) {
        return design.modules().stream()
                .flatMap(ModuleDesign::units)
                .filter(Unit.PipelinedLoop.class::isInstance)
                .map(Unit.PipelinedLoop.class::cast)
                .toList();
    }

    /** The counted loops that nobody asked to pipeline and that hold neither another loop nor a module. */
    static List<Op.For> candidates(Design design) {
        return design.modules().stream()
                .flatMap(ModuleDesign::units)
                .filter(Unit.CountedLoop.class::isInstance)
                .map(Unit.CountedLoop.class::cast)
                .filter(counted -> !counted.loop().directives().isPipelined()
                        && counted.body()
                                .all()
                                .allMatch(unit -> unit instanceof Unit.Block || unit instanceof Unit.Branch))
                .map(Unit.CountedLoop::loop)
                .toList();
    }

    /** The function that a loop of a design belongs to. */
    static Optional<Function> function(Design design, Unit.PipelinedLoop unit) {
        return design.modules().stream()
                .filter(module -> module.units().anyMatch(part -> part == unit))
                .map(ModuleDesign::function)
                .findFirst();
    }

    /** The operations of all units. */
    static long operations(Design design) {
        return design.modules().stream()
                .flatMap(ModuleDesign::units)
                .mapToLong(unit -> switch (unit) {
                    case Unit.PipelinedLoop loop -> loop.placements().size();
                    case Unit.Block block -> block.placements().size();
                    default -> 1;
                })
                .sum();
    }
}
