package org.gatesmith.hls.cost;

import org.gatesmith.hls.ir.LoopDirectives;

/** Adds up the fewest cycles of one entry into a loop, by the rules of {@link KernelCost}. */
final class LoopCycles {

    private final LoopForm form;
    private final LoopDirectives directives;
    private long longest;
    private long sum;

    LoopCycles(LoopForm form, LoopDirectives directives) {
        this.form = form;
        this.directives = directives;
    }

    /** Notes iterations with the cycles that the body of each takes. */
    void add(long bodyCycles, long iterations) {
        longest = Math.max(longest, bodyCycles);
        sum = Saturating.add(sum, Saturating.multiply(Math.max(1, bodyCycles), iterations));
    }

    /**
     * Cycles of the entry.
     *
     * @param trips the iterations that were noted are {@code max}; with fewer, only these are certain
     * @param portCycles what the busiest port needs
     */
    long of(Trips trips, long portCycles) {
        if (trips.min() == 0 || form == LoopForm.IN_PIPELINE) {
            return 0;
        }
        long one = trips.isKnown() ? longest : 0;
        long all = trips.isKnown() ? sum : trips.min();
        long copies = Math.max(1, directives.unrollFactor());
        return switch (form) {
            case SEQUENTIAL -> Math.max(portCycles, all);
            case PIPELINED -> Math.max(portCycles, pipelined(ceilDiv(trips.min(), copies)));
            case UNROLLED -> Math.max(portCycles, one);
            case PARTLY_UNROLLED -> Math.max(portCycles, Math.max(one, ceilDiv(all, copies)));
            case IN_PIPELINE -> 0;
        };
    }

    private long pipelined(long starts) {
        return Saturating.add(Saturating.multiply(directives.pipelineInterval(), starts - 1), 1);
    }

    private static long ceilDiv(long number, long divisor) {
        return (number - 1) / divisor + 1;
    }
}
