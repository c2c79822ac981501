package org.gatesmith.hls.emit;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;

/** The schedule of a loop in words. */
public final class LoopSchedule {

    private LoopSchedule() {}

    /** What is asked for the loop. */
    public static LoopDirectives directives(Op loop) {
        return switch (loop) {
            case Op.For counted -> counted.directives();
            case Op.While conditional -> conditional.directives();
            default -> LoopDirectives.NONE;
        };
    }

    /** {@code Gemm.java:31: pipelined, II=1}; empty when there is nothing to say. */
    public static String comment(Op loop, Span span) {
        String place = span.line();
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
