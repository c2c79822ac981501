package org.gatesmith.hls.range;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Limits what a while loop carries, if its condition compares something that every iteration moves towards the limit: that gives a
 * largest number of iterations.
 */
final class WhileGrowth {

    private final Op.While loop;
    private final Drift drift;
    private final Facts facts;
    private final List<IntRange> initial;
    private final List<@Nullable Growth> steps = new ArrayList<>();

    WhileGrowth(Op.While loop, List<IntRange> initial, Drift drift, Facts facts) {
        this.loop = loop;
        this.initial = initial;
        this.drift = drift;
        this.facts = facts;
        for (int i = 0; i < initial.size(); i++) {
            steps.add(drift.of(loop.body().yields().get(i), starts(loop, i)));
        }
    }

    /** The values that are what the loop carries at a position when an iteration starts. */
    static List<Value> starts(Op.While loop, int carried) {
        List<Value> starts = new ArrayList<>();
        Value start = loop.before().parameters().get(carried);
        starts.add(start);
        for (int i = 0; i < loop.forwarded().size(); i++) {
            if (loop.forwarded().get(i) == start) {
                starts.add(loop.body().parameters().get(i));
            }
        }
        return starts;
    }

    /** A limit to the number of iterations, and what it relies on. */
    private record Limit(BigInteger trips, Growth reason) {}

    /** Where carried values stay; null for those without a limit. */
    List<@Nullable Growth> growths() {
        @Nullable Limit limit = limit(loop.condition());
        List<@Nullable Growth> growths = new ArrayList<>();
        for (int i = 0; i < initial.size(); i++) {
            @Nullable Growth step = steps.get(i);
            growths.add(
                    limit == null || step == null
                            ? null
                            : step.repeated(limit.trips()).from(initial.get(i)).relyingOn(limit.reason()));
        }
        return growths;
    }

    /** Largest number of iterations, by what is known now; null if there is no limit. */
    @Nullable
    BigInteger trips() {
        @Nullable Limit limit = limit(loop.condition());
        return limit == null || !drift.isExact(limit.reason()) ? null : limit.trips();
    }

    private @Nullable Limit limit(Value condition) {
        if (!(drift.definition(condition) instanceof Op.Compute op)) {
            return null;
        }
        return switch (op.operator()) {
            case AND -> smaller(limit(op.operand(0)), limit(op.operand(1)));
            case LT -> below(op.operand(0), op.operand(1), 1);
            case LE -> below(op.operand(0), op.operand(1), 0);
            case GT -> below(op.operand(1), op.operand(0), 1);
            case GE -> below(op.operand(1), op.operand(0), 0);
            default -> null;
        };
    }

    private static @Nullable Limit smaller(@Nullable Limit first, @Nullable Limit second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.trips().compareTo(second.trips()) <= 0 ? first : second;
    }

    /** {@code low + distance <= high} holds in every iteration; it ends if the left side rises or the right side falls. */
    private @Nullable Limit below(Value low, Value high, long distance) {
        @Nullable Limit best = null;
        for (int i = 0; i < initial.size(); i++) {
            @Nullable Growth step = steps.get(i);
            if (step == null || step.range().isEmpty() || initial.get(i).isEmpty()) {
                continue;
            }
            if (step.range().min().signum() > 0) {
                best = smaller(best, rising(low, facts.get(high), distance, i, step));
            } else if (step.range().max().signum() < 0) {
                best = smaller(best, falling(facts.get(low), high, distance, i, step));
            }
        }
        return best;
    }

    private @Nullable Limit rising(Value low, IntRange high, long distance, int carried, Growth step) {
        @Nullable Growth offset = drift.of(low, starts(loop, carried));
        if (offset == null || offset.range().isEmpty() || high.isEmpty()) {
            return null;
        }
        BigInteger room = high.max()
                .subtract(BigInteger.valueOf(distance))
                .subtract(initial.get(carried).min())
                .subtract(offset.range().min());
        return limit(room, step.range().min(), step.relyingOn(offset));
    }

    private @Nullable Limit falling(IntRange low, Value high, long distance, int carried, Growth step) {
        @Nullable Growth offset = drift.of(high, starts(loop, carried));
        if (offset == null || offset.range().isEmpty() || low.isEmpty()) {
            return null;
        }
        BigInteger room = initial.get(carried)
                .max()
                .add(offset.range().max())
                .subtract(low.min())
                .subtract(BigInteger.valueOf(distance));
        return limit(room, step.range().max().negate(), step.relyingOn(offset));
    }

    private static Limit limit(BigInteger room, BigInteger step, Growth reason) {
        BigInteger trips =
                room.signum() < 0 ? BigInteger.ZERO : room.divide(step).add(BigInteger.ONE);
        return new Limit(trips, reason);
    }
}
