package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.emit.LoopSchedule;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;

/** The schedule of a loop as pragmas and in words. */
final class LoopPragmas {

    private LoopPragmas() {}

    static List<Statement> of(Op loop) {
        LoopDirectives directives = LoopSchedule.directives(loop);
        List<Statement> pragmas = new ArrayList<>();
        if (directives.isPipelined()) {
            pragmas.add(new Statement.Pragma("HLS pipeline II=" + directives.pipelineInterval()));
        }
        if (directives.isCompletelyUnrolled()) {
            pragmas.add(new Statement.Pragma("HLS unroll"));
        } else if (directives.unrollFactor() > 1) {
            pragmas.add(new Statement.Pragma("HLS unroll factor=" + directives.unrollFactor()));
        }
        LoopDirectives.TripCount trips = directives.tripCount();
        if (trips != null) {
            pragmas.add(new Statement.Pragma(
                    "HLS loop_tripcount min=" + trips.min() + " max=" + trips.max() + " avg=" + trips.typical()));
        }
        return pragmas;
    }
}
