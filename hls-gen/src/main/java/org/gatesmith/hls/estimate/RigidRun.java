package org.gatesmith.hls.estimate;

import java.util.List;

/** A pipelined loop whose iterations all wait when one does, so that they keep their distance. */
final class RigidRun implements PartRun {

    private final ProcessTrace.Pipeline loop;
    private final List<PartRun.Side> sides;
    /** When iteration 0 began, with all waits since. */
    private long start;

    private long trip;
    private int next;

    RigidRun(ProcessTrace.Pipeline loop, List<PartRun.Side> sides, long start) {
        this.loop = loop;
        this.sides = sides;
        this.start = start + 1;
    }

    @Override
    public boolean goOn() {
        for (; trip < loop.trips(); trip++) {
            for (; next < sides.size(); next++) {
                if (loop.makes(trip, next) && !access(sides.get(next))) {
                    return false;
                }
            }
            next = 0;
            start += loop.delay(trip);
        }
        return true;
    }

    private boolean access(PartRun.Side side) {
        if (!side.isKnown()) {
            return false;
        }
        long step = loop.unit().interval() * trip + loop.steps().get(next).step();
        start = Math.max(start, side.ready() - step);
        side.happens(start + step);
        return true;
    }

    @Override
    public long end() {
        return start + loop.unit().interval() * (loop.trips() - 1) + loop.unit().depth();
    }
}
