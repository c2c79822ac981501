package org.gatesmith.hls.design;

import org.gatesmith.hls.ir.Op;

/**
 * An operation and its place in time. A guarded access is one operation, its {@link Op.If}.
 *
 * @param step cycle of the unit, from 0, in which the operation takes its operands
 * @param latency cycles after which results are there: 0 when they follow in the same cycle, otherwise they come out of
 *     registers at the start of {@code step + latency} (or {@code readyNanoseconds} later)
 * @param readyNanoseconds when in cycle {@code step + latency} the results are ready, counted from its clock edge
 * @param resource what performs it
 */
public record Placement(Op op, int step, int latency, double readyNanoseconds, Resource resource) {

    /** The cycle in which results are first there. */
    public int resultStep() {
        return step + latency;
    }
}
