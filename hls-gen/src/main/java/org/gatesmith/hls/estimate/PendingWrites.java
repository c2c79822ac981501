package org.gatesmith.hls.estimate;

import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.PortType;

/** How long it takes until everything that was written is in the board's memory, while units run one after another. */
final class PendingWrites {

    private final BurstWriter writer;
    private long left;

    PendingWrites(BurstWriter writer) {
        this.writer = writer;
    }

    /** Cycles from now until all is in memory. */
    long left() {
        return left;
    }

    void set(long cycles) {
        left = Math.max(0, cycles);
    }

    void elapse(long cycles) {
        set(left - cycles);
    }

    /** Waits until all is in memory; the cycles of that. */
    long settle() {
        long wait = left;
        left = 0;
        return wait;
    }

    /** A block that has just ended. */
    void add(Unit.Block block) {
        for (Placement placement : block.placements()) {
            add(placement, 1, 0, block.length());
        }
    }

    /** A loop that has just ended. */
    void add(Unit.PipelinedLoop loop, long trips) {
        for (Placement placement : loop.placements()) {
            add(placement, trips, loop.interval() * (trips - 1), loop.depth());
        }
    }

    private void add(Placement placement, long times, long cycles, int length) {
        if (times > 0
                && placement.resource() instanceof Resource.BoardAccess(var group)
                && group.write()
                && group.port().type() instanceof PortType port) {
            long bytes =
                    Math.ceilDiv((long) group.lanes().size() * port.element().width(), Byte.SIZE);
            long since = length - 1L - placement.step();
            left = Math.max(left, writer.settles(bytes * times, cycles) - since);
        }
    }
}
