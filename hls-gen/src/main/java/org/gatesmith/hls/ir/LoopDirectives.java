package org.gatesmith.hls.ir;

import org.jspecify.annotations.Nullable;

/**
 * How a loop is to become hardware. Directives change cycles and area, never results; {@code reassociate} alone permits a
 * different rounding, within the kernel's tolerance.
 *
 * @param pipelineInterval requested initiation interval in cycles; 0 when pipelining is not requested
 * @param unrollFactor copies of the body: 1 for none, 0 for complete unrolling
 * @param parallel whether the iterations are declared independent
 * @param reassociate whether floating-point reductions carried by the loop may be reordered
 * @param tripCount for estimates, if given
 */
public record LoopDirectives(
        int pipelineInterval,
        int unrollFactor,
        boolean parallel,
        boolean reassociate,
        @Nullable TripCount tripCount) {

    public static final LoopDirectives NONE = new LoopDirectives(0, 1, false, false, null);

    /** Iterations of a loop: fewest, most, usual. */
    public record TripCount(long min, long max, long typical) {}

    public LoopDirectives withPipelineInterval(int interval) {
        return new LoopDirectives(interval, unrollFactor, parallel, reassociate, tripCount);
    }

    public LoopDirectives withUnrollFactor(int factor) {
        return new LoopDirectives(pipelineInterval, factor, parallel, reassociate, tripCount);
    }

    public LoopDirectives withParallel(boolean independent) {
        return new LoopDirectives(pipelineInterval, unrollFactor, independent, reassociate, tripCount);
    }

    public LoopDirectives withTripCount(@Nullable TripCount trips) {
        return new LoopDirectives(pipelineInterval, unrollFactor, parallel, reassociate, trips);
    }

    public boolean isPipelined() {
        return pipelineInterval > 0;
    }

    public boolean isCompletelyUnrolled() {
        return unrollFactor == 0;
    }
}
