package org.gatesmith.hls.range;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds ranges of what a loop carries that hold at the start of every iteration: grows them until they no longer grow, then
 * shrinks them again to what the iterations really yield, and to what can add up in a limited number of iterations.
 */
final class LoopSolver {

    /** Rounds in which ranges grow by what is found, then to the next stop of a long list, then of a short one. */
    private static final int EXACT_ROUNDS = 2;

    private static final int FINE_ROUNDS = 7;
    private static final int COARSE_ROUNDS = 12;

    /** Rounds of shrinking; the first one brings nearly all. */
    private static final int SHRINKING_ROUNDS = 2;

    private final Stops stops;
    private final Drift drift;

    LoopSolver(Stops stops, Drift drift) {
        this.stops = stops;
        this.drift = drift;
    }

    /** One iteration: from what it is given to what it yields. */
    @FunctionalInterface
    interface Iteration {
        List<IntRange> run(List<IntRange> carried);
    }

    /**
     * Leaves all facts as the last iteration finds them, which hold for every iteration.
     *
     * @param growths limits of the carried values at the start of iterations, from the present facts
     * @return what the iterations yield
     */
    List<IntRange> solve(
            List<Value> parameters,
            List<IntRange> initial,
            Iteration iteration,
            Supplier<List<@Nullable Growth>> growths) {
        State state = new State(initial, iteration);
        if (parameters.isEmpty()) {
            return state.next;
        }
        int rounds = 0;
        while (!state.isStable()) {
            state.run(grown(parameters, state, rounds));
            rounds++;
        }
        if (rounds > 0) {
            state.shrink();
        }
        if (rounds > EXACT_ROUNDS) {
            for (int i = 0; i < SHRINKING_ROUNDS && limit(state, growths.get()); i++) {
                state.shrink();
            }
        }
        return state.next;
    }

    private List<IntRange> grown(List<Value> parameters, State state, int round) {
        List<IntRange> grown = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            IntRange range = state.carried.get(i);
            IntRange next = state.next.get(i);
            grown.add(
                    round < EXACT_ROUNDS
                            ? range.join(next)
                            : round < FINE_ROUNDS
                                    ? range.widen(next, stops.fine())
                                    : round < COARSE_ROUNDS
                                            ? range.widen(next, stops.coarse())
                                            : top(parameters.get(i)));
        }
        return grown;
    }

    private static IntRange top(Value value) {
        return value.type() instanceof IntType type ? IntRange.of(type) : IntRange.NONE;
    }

    /** Keeps the carried values within their limits, as far as the limits turn out to be right. */
    private boolean limit(State state, List<@Nullable Growth> growths) {
        List<IntRange> before = state.carried;
        List<IntRange> limited = new ArrayList<>(before);
        for (int i = 0; i < before.size(); i++) {
            @Nullable Growth growth = growths.get(i);
            if (growth != null) {
                limited.set(i, before.get(i).meet(growth.range()));
            }
        }
        if (limited.equals(before)) {
            return false;
        }
        state.run(limited);
        boolean wrong = true;
        while (wrong) {
            wrong = false;
            for (int i = 0; i < before.size(); i++) {
                @Nullable Growth growth = growths.get(i);
                boolean isLimited = !limited.get(i).equals(before.get(i));
                if (growth != null && isLimited && !drift.isExact(growth)) {
                    limited.set(i, before.get(i));
                    wrong = true;
                }
            }
            if (wrong) {
                state.run(limited);
            }
        }
        return !limited.equals(before);
    }

    /** What an iteration was given last, and what it yielded. */
    private static final class State {
        private final List<IntRange> initial;
        private final Iteration iteration;
        private List<IntRange> carried;
        private List<IntRange> next;

        State(List<IntRange> initial, Iteration iteration) {
            this.initial = initial;
            this.iteration = iteration;
            this.carried = initial;
            this.next = iteration.run(initial);
        }

        void run(List<IntRange> ranges) {
            carried = List.copyOf(ranges);
            next = iteration.run(carried);
        }

        boolean isStable() {
            for (int i = 0; i < carried.size(); i++) {
                if (!next.get(i).isWithin(carried.get(i))) {
                    return false;
                }
            }
            return true;
        }

        void shrink() {
            for (int round = 0; round < SHRINKING_ROUNDS; round++) {
                List<IntRange> shrunk = new ArrayList<>();
                for (int i = 0; i < carried.size(); i++) {
                    shrunk.add(initial.get(i).join(next.get(i)).meet(carried.get(i)));
                }
                if (shrunk.equals(carried)) {
                    return;
                }
                run(shrunk);
            }
        }
    }
}
