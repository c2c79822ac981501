package org.gatesmith.hls.emit.hlscpp;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.emit.Statement;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;

/** The schedule of a loop as pragmas and in words. */
final class LoopPragmas {

    private LoopPragmas() {}

    static List<Statement> of(Op loop) {
        LoopDirectives directives = directives(loop);
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

    private static LoopDirectives directives(Op loop) {
        return switch (loop) {
            case Op.For counted -> counted.directives();
            case Op.While conditional -> conditional.directives();
            default -> LoopDirectives.NONE;
        };
    }

    /** {@code Gemm.java:31: pipelined, II=1}; empty when there is nothing to say. */
    static String comment(Op loop, Span span) {
        String place = SourcePlace.of(span);
        String schedule = schedule(directives(loop));
        return place.isEmpty() || schedule.isEmpty() ? place + schedule : place + ": " + schedule;
    }

    private static String schedule(LoopDirectives directives) {
        List<String> words = new ArrayList<>();
        if (directives.isPipelined()) {
            words.add("pipelined, II=" + directives.pipelineInterval());
        }
        if (directives.isCompletelyUnrolled()) {
            words.add("unrolled");
        } else if (directives.unrollFactor() > 1) {
            words.add("unrolled by " + directives.unrollFactor());
        }
        return String.join(", ", words);
    }
}
