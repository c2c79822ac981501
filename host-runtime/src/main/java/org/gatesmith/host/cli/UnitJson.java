package org.gatesmith.host.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Sequence;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.estimate.LatencyFormula;
import org.gatesmith.hls.estimate.OperationText;

/** The parts of a module's controller for programs: every operation with its cycle, its stage and what performs it. */
final class UnitJson {

    private UnitJson() {}

    static List<Map<String, Object>> of(Sequence sequence) {
        return sequence.units().stream().map(UnitJson::of).toList();
    }

    private static Map<String, Object> of(Unit unit) {
        Map<String, Object> node = new LinkedHashMap<>();
        switch (unit) {
            case Unit.Block block -> {
                node.put("unit", "block");
                node.put("operations", operations(block.placements(), block.length()));
            }
            case Unit.PipelinedLoop loop -> {
                node.put("unit", "pipelined loop");
                node.put("loop", loop.loop().label());
                node.put("operations", operations(loop.placements(), loop.interval()));
            }
            case Unit.CountedLoop loop -> loop(node, loop.loop().label());
            case Unit.ConditionLoop loop -> loop(node, loop.loop().label());
            case Unit.FrameLoop loop -> {
                loop(node, loop.loop().label());
                node.put("callee", loop.call().callee());
            }
            case Unit.Branch _ -> node.put("unit", "branch");
            case Unit.Invocation invocation -> {
                node.put("unit", "call");
                node.put("callee", invocation.call().callee());
            }
        }
        node.put("latency", LatencyFormula.of(unit));
        if (!unit.parts().isEmpty()) {
            node.put("parts", unit.parts().stream().map(UnitJson::of).toList());
        }
        return node;
    }

    private static void loop(Map<String, Object> node, String label) {
        node.put("unit", "loop");
        node.put("loop", label);
    }

    /** A stage is as long as the interval at which the unit takes the next iteration. */
    private static List<Map<String, Object>> operations(List<Placement> placements, int interval) {
        return placements.stream()
                .filter(placement -> !(placement.resource() instanceof Resource.Wires))
                .map(placement -> {
                    Map<String, Object> node = new LinkedHashMap<>();
                    node.put("operation", OperationText.of(placement.op()));
                    node.put("place", placement.op().span().line());
                    node.put("cycle", placement.step());
                    node.put("stage", placement.step() / interval);
                    node.put("latency", placement.latency());
                    node.put("binding", binding(placement.resource()));
                    return node;
                })
                .toList();
    }

    private static String binding(Resource resource) {
        return switch (resource) {
            case Resource.Wires _ -> "wires";
            case Resource.Operator(String kind, int instance) -> kind + " " + instance;
            case Resource.CoreInstance(String function, int instance) -> function + " " + instance;
            case Resource.MemoryPort port -> OperationText.name(port.memory().array()) + " port " + port.port();
            case Resource.FifoSide _ -> "FIFO";
            case Resource.BoardAccess access ->
                OperationText.name(access.group().port()) + " on the board";
        };
    }
}
