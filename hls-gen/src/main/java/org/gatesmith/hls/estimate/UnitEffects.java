package org.gatesmith.hls.estimate;

import java.util.List;
import java.util.function.Predicate;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Value;

/** What a unit does to memory and FIFOs, as far as others wait for it. */
final class UnitEffects {

    private UnitEffects() {}

    /** Ports of which the unit itself starts only when earlier writes are acknowledged, and reads what they left there. */
    static List<Value> fences(Unit unit) {
        return switch (unit) {
            case Unit.Block block -> block.fences();
            case Unit.PipelinedLoop loop -> loop.fences();
            case Unit.Invocation invocation -> invocation.fences();
            case Unit.FrameLoop loop -> loop.fences();
            case Unit.CountedLoop _, Unit.ConditionLoop _, Unit.Branch _ -> List.of();
        };
    }

    /** Whether the unit or one in it reads a FIFO. */
    static boolean readsFifo(Unit unit) {
        Predicate<Placement> reads = placement -> Access.of(placement.op())
                .filter(access ->
                        access.kind() == Access.Kind.READ && access.memory().type() instanceof FifoType)
                .isPresent();
        return placements(unit).stream().anyMatch(reads)
                || unit.parts().stream().flatMap(Sequence::all).anyMatch(UnitEffects::readsFifo);
    }

    private static List<Placement> placements(Unit unit) {
        return switch (unit) {
            case Unit.Block block -> block.placements();
            case Unit.PipelinedLoop loop -> loop.placements();
            default -> List.of();
        };
    }
}
