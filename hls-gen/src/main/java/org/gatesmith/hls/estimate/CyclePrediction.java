package org.gatesmith.hls.estimate;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.Unit;

/**
 * Cycles of a call of a kernel with given scalars.
 *
 * <p>A block takes its length, and the wait for what it reads from board memory, which is short where the reader holds the data; a pipelined loop one cycle and, unless there is
 * no iteration, {@code interval · (iterations - 1) + depth}; a counted loop one cycle and its iterations; a call of a module its
 * cycles and one. Memory is ideal: every request is taken at once, and what is written is there after its latency; where a loop
 * reads what may be on its way, and at the end, that is waited for.
 * The processes of a dataflow function overlap and wait for each other at FIFOs, access by access.
 *
 * @param cycles of the whole call
 * @param loops by the loop's unit
 * @param modules cycles of each function over all its calls
 * @param guesses how often loops with conditions are taken to run, where data decide
 * @param deadlocks in which processes of the call end; then the cycles are those without waiting for each other
 * @param isExact whether all trip counts, branches and waits follow from the scalars; otherwise trip counts that the source states,
 *     the longer side of branches, and the full latency of reads in no known order stand in
 */
public record CyclePrediction(
        long cycles,
        Map<Unit, LoopCycles> loops,
        Map<String, Long> modules,
        List<TripGuess> guesses,
        List<Deadlock> deadlocks,
        boolean isExact) {

    public CyclePrediction {
        loops = new IdentityHashMap<>(loops);
        modules = Map.copyOf(modules);
        guesses = List.copyOf(guesses);
        deadlocks = List.copyOf(deadlocks);
    }

    /**
     * Predicts a call.
     *
     * @param scalars the integer parameters by name, a boolean being 0 or 1
     * @param latency of the board's memory
     * @throws IllegalArgumentException an integer parameter has no value
     */
    public static CyclePrediction of(Design design, Map<String, Long> scalars, BoardLatency latency) {
        return new CycleWalk(design, latency).call(scalars);
    }

    /** What a loop does; nothing if it is never reached. */
    public LoopCycles loop(Unit unit) {
        return loops.getOrDefault(unit, LoopCycles.NONE);
    }
}
