package org.gatesmith.hls.estimate;

import java.util.List;

/**
 * A pipelined loop with an iteration in every cycle. One that waits holds up those behind it; those before it go on, which leaves room
 * between them.
 */
final class FlushingRun implements PartRun {

    private final ProcessTrace.Pipeline loop;
    private final List<PartRun.Side> sides;
    /** When iterations before this one waited: this one stands still then. */
    private final Standstills standstills = new Standstills();

    private long trip;
    private int next;
    /** When the iteration came to its first step. */
    private long issue;
    /** Where it is, and since when it is there or may leave. */
    private int step;

    private long cycle;

    FlushingRun(ProcessTrace.Pipeline loop, List<PartRun.Side> sides, long start) {
        this.loop = loop;
        this.sides = sides;
        this.issue = start + 1;
        this.cycle = issue;
    }

    @Override
    public boolean goOn() {
        while (trip < loop.trips()) {
            for (; next < sides.size(); next++) {
                if (loop.makes(trip, next) && !access(sides.get(next))) {
                    return false;
                }
            }
            trip++;
            if (trip < loop.trips()) {
                issue();
            }
        }
        return true;
    }

    private boolean access(PartRun.Side side) {
        if (!side.isKnown()) {
            return false;
        }
        int at = loop.steps().get(next).step();
        long arrives = standstills.after(cycle, at - step);
        long happens = standstills.free(Math.max(arrives, side.ready()));
        standstills.add(arrives, side.ready());
        side.happens(happens);
        step = at;
        cycle = happens;
        return true;
    }

    /** The next iteration comes when this one has left its first step. */
    private void issue() {
        issue = standstills.free(issue) + 1 + loop.delay(trip);
        standstills.forget(issue);
        cycle = issue;
        step = 0;
        next = 0;
    }

    @Override
    public long end() {
        return standstills.free(standstills.after(cycle, loop.unit().depth() - 1 - step)) + 1;
    }
}
