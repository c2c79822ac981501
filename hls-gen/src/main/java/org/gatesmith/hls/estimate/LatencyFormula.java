package org.gatesmith.hls.estimate;

import java.util.stream.Collectors;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;

/**
 * Cycles of a part of a controller as a formula of trip counts, with ideal memory that answers in time: {@code 3 + 1 + trips(sum.i) * 4}.
 * Of a pipelined loop it holds from one iteration on; without any, the loop takes one cycle.
 */
public final class LatencyFormula {

    private LatencyFormula() {}

    /** Cycles of units one after another. */
    public static String of(Sequence sequence) {
        return sequence.units().stream().map(LatencyFormula::of).collect(Collectors.joining(" + "));
    }

    /** Cycles of a unit. */
    public static String of(Unit unit) {
        return switch (unit) {
            case Unit.Block block -> Integer.toString(block.length());
            case Unit.PipelinedLoop loop ->
                "1 + " + loop.interval() + " * (" + trips(loop.loop().label()) + " - 1) + " + loop.depth();
            case Unit.CountedLoop loop -> "1 + " + trips(loop.loop().label()) + " * " + grouped(loop.body());
            case Unit.ConditionLoop loop ->
                trips(loop.loop().label()) + " * (" + of(loop.before()) + " + " + of(loop.body()) + ") + "
                        + of(loop.before());
            case Unit.Branch branch -> "either(" + of(branch.thenUnits()) + ", " + of(branch.elseUnits()) + ")";
            case Unit.FrameLoop loop ->
                "frames(" + loop.call().callee() + ", " + trips(loop.loop().label()) + ")";
            case Unit.Invocation invocation -> "cycles(" + invocation.call().callee() + ") + 1";
        };
    }

    private static String trips(String loop) {
        return "trips(" + loop + ")";
    }

    private static String grouped(Sequence body) {
        String text = of(body);
        return text.contains(" ") ? "(" + text + ")" : text;
    }
}
