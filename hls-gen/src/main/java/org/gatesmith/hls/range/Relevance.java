package org.gatesmith.hls.range;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * Whether the condition of a selection may say more about what is selected. In a choice among banks it does not, and of those an
 * unrolled loop has thousands.
 */
final class Relevance {

    private final Definitions definitions;
    private final Map<Op, Boolean> known = new IdentityHashMap<>();

    Relevance(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Whether some value that a refinement by the condition may reach is looked at to evaluate one of the two that are selected. */
    boolean isRelevant(Op.Compute selection) {
        return known.computeIfAbsent(selection, _ -> {
            Set<Value> refined = Collections.newSetFromMap(new IdentityHashMap<>());
            // Comparisons are seen through their operands, so one level more.
            collect(selection.operand(0), Refinement.DEPTH + 1, refined);
            return meets(selection.operand(1), Evaluation.DEPTH, refined)
                    || meets(selection.operand(2), Evaluation.DEPTH, refined);
        });
    }

    private void collect(Value value, int depth, Set<Value> found) {
        Op definition = definitions.of(value).orElse(null);
        if (definition instanceof Op.Constant) {
            return;
        }
        found.add(value);
        if (depth == 0) {
            return;
        }
        switch (definition) {
            case Op.Compute op -> op.operands().forEach(operand -> collect(operand, depth - 1, found));
            case Op.Assume op -> collect(op.operand(), depth - 1, found);
            case Op.If branch -> collect(branch.condition(), depth - 1, found);
            case null, default -> {}
        }
    }

    private boolean meets(Value value, int depth, Set<Value> refined) {
        if (refined.contains(value)) {
            return true;
        }
        return depth > 0
                && definitions.of(value).orElse(null) instanceof Op.Compute op
                && op.operands().stream().anyMatch(operand -> meets(operand, depth - 1, refined));
    }
}
