package org.gatesmith.hls.estimate;

import java.util.List;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;

/** How long a process takes from its first input to its first output, and from its last to its last. */
final class Pipelines {

    private Pipelines() {}

    static long head(ModuleDesign module) {
        return module instanceof ModuleDesign.Sequential sequential ? depth(sequential.body(), false) : 1;
    }

    static long tail(ModuleDesign module) {
        return module instanceof ModuleDesign.Sequential sequential ? depth(sequential.body(), true) : 1;
    }

    /** Depth of the first or last pipelined loop, and the blocks before or behind it. */
    private static long depth(Sequence sequence, boolean last) {
        List<Unit> units = last ? sequence.units().reversed() : sequence.units();
        long cycles = 0;
        for (Unit unit : units) {
            switch (unit) {
                case Unit.Block block -> cycles += block.length();
                case Unit.PipelinedLoop loop -> {
                    return cycles + loop.depth();
                }
                case Unit.CountedLoop loop -> {
                    return cycles + depth(loop.body(), last);
                }
                case Unit.ConditionLoop loop -> {
                    return cycles + depth(loop.body(), last);
                }
                case Unit.Branch branch -> {
                    return cycles + depth(branch.thenUnits(), last);
                }
                case Unit.Invocation _, Unit.FrameLoop _ -> {
                    return cycles + 1;
                }
            }
        }
        return cycles;
    }
}
