package org.gatesmith.hls.interp;

import org.gatesmith.hls.diag.Span;

/** Counts the operations executed in loops. Processes take turns, so it needs no lock. */
final class Meter {

    private final long limit;
    private long left;

    Meter(long limit) {
        this.limit = limit;
        this.left = limit;
    }

    void spend(int steps, String loop, Span span) {
        left -= steps;
        if (left < 0) {
            throw new Abort(new Fault.StepLimit(limit, loop), span);
        }
    }
}
