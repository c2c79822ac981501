package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.Op;
import org.jspecify.annotations.Nullable;

/** What a walk over the program finds at its operations, besides the values that they define. */
final class Observations {

    private final Map<Op, List<IntRange>> operands = new IdentityHashMap<>();
    private final Map<Op, @Nullable BigInteger> trips = new IdentityHashMap<>();
    private final Map<Op, IntRange> writes = new IdentityHashMap<>();
    private final Map<Op.Call, List<IntRange>> arguments = new IdentityHashMap<>();

    /** Operands of which more is known at {@code op} than at their definitions. */
    void operands(Op op, List<IntRange> ranges) {
        operands.put(op, ranges);
    }

    void noOperands(Op op) {
        operands.remove(op);
    }

    Optional<List<IntRange>> operands(Op op) {
        return Optional.ofNullable(operands.get(op));
    }

    /** Largest number of iterations of a loop each time it is entered; null if there is no limit. */
    void trips(Op loop, @Nullable BigInteger count) {
        trips.put(loop, count);
    }

    @Nullable
    BigInteger trips(Op loop) {
        return trips.get(loop);
    }

    /** What a store or FIFO write puts into its memory. */
    void write(Op op, IntRange range) {
        writes.put(op, range);
    }

    Map<Op, IntRange> writes() {
        return writes;
    }

    void arguments(Op.Call call, List<IntRange> ranges) {
        arguments.put(call, ranges);
    }

    boolean isCalled(String function) {
        return arguments.keySet().stream().anyMatch(call -> call.callee().equals(function));
    }

    /** What the calls of a function pass, all together; none if it was not called. */
    List<IntRange> parameters(String callee, int count) {
        List<IntRange> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            IntRange range = IntRange.NONE;
            for (Map.Entry<Op.Call, List<IntRange>> entry : arguments.entrySet()) {
                if (entry.getKey().callee().equals(callee)) {
                    range = range.join(entry.getValue().get(i));
                }
            }
            all.add(range);
        }
        return all;
    }

    /** Forgets what was written and passed, before the next walk. */
    void startWalk() {
        writes.clear();
        arguments.clear();
    }
}
