package org.gatesmith.hls.pass;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** How many operators, one after another, lie between a carried value and what becomes of it in the next iteration. */
final class RecurrenceLength {

    /** Stands for an operator that takes several cycles by itself. */
    static final int LONG = 1000;

    private final Map<Value, Integer> lengths = new IdentityHashMap<>();
    private final boolean areFloatsLong;
    private @Nullable Value memory;
    private int written;

    private RecurrenceLength(boolean areFloatsLong) {
        this.areFloatsLong = areFloatsLong;
    }

    /** The longest ways from any of some values, where floating-point operators take several cycles. */
    static RecurrenceLength from(Region body, List<Value> starts) {
        RecurrenceLength recurrence = new RecurrenceLength(true);
        starts.forEach(value -> recurrence.lengths.put(value, 0));
        recurrence.visit(body.ops());
        return recurrence;
    }

    /** The longest way from {@code carried} to the value that a body yields at {@code place}; 0 if there is none. */
    static int of(Region body, Value carried, int place) {
        RecurrenceLength recurrence = new RecurrenceLength(false);
        recurrence.lengths.put(carried, 0);
        recurrence.visit(body.ops());
        return Math.max(0, recurrence.length(body.yields().get(place)));
    }

    /** The longest way from what is read of a memory to what is written to it, within an iteration; 0 if there is none. */
    static int through(Region body, Value memory) {
        RecurrenceLength recurrence = new RecurrenceLength(false);
        recurrence.memory = memory;
        recurrence.visit(body.ops());
        return recurrence.written;
    }

    /** How long the way to a value is; -1 if there is none. */
    int length(Value value) {
        return lengths.getOrDefault(value, -1);
    }

    private int longest(List<Value> values) {
        return values.stream().mapToInt(this::length).max().orElse(-1);
    }

    private void visit(List<Op> ops) {
        for (Op op : ops) {
            op.regions().forEach(region -> visit(region.ops()));
            int longest = longest(op.operands());
            if (op instanceof Op.Store store && store.memory() == memory) {
                written = Math.max(written, longest);
            }
            if (op instanceof Op.Load load && load.memory() == memory) {
                lengths.put(load.result(), Math.max(0, longest));
                continue;
            }
            for (int i = 0; i < op.results().size(); i++) {
                int place = i;
                int inside = op.regions().stream()
                        .mapToInt(region -> length(region.yields().get(place)))
                        .max()
                        .orElse(-1);
                int before = Math.max(longest, inside);
                if (before >= 0) {
                    lengths.merge(op.results().get(i), before + own(op), Math::max);
                }
            }
        }
    }

    private int own(Op op) {
        return switch (op) {
            case Op.Assume _ -> 0;
            case Op.Compute compute when compute.operator() == Operator.CAST -> 0;
            case Op.Compute compute when isLong(compute) || (areFloatsLong && isFloat(compute)) -> LONG;
            case Op.Load _, Op.Call _ -> LONG;
            default -> 1;
        };
    }

    private static boolean isFloat(Op.Compute op) {
        return switch (op.operator().kind()) {
            case FLOAT, FLOAT_COMPARISON, CONVERSION, APPROXIMATE -> true;
            case INTEGER, COMPARISON, SELECT -> false;
        };
    }

    private static boolean isLong(Op.Compute op) {
        return op.operator() == Operator.MUL || op.operator() == Operator.DIV || op.operator() == Operator.REM;
    }
}
