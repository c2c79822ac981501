package org.gatesmith.hls.design;

import java.util.List;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * Why a pipelined loop has its interval.
 *
 * @param requested interval that the schedule asks for
 * @param limits what forbids a smaller interval than the loop has, the strictest first
 */
public record IntervalBounds(int requested, List<Limit> limits) {

    public IntervalBounds {
        limits = List.copyOf(limits);
    }

    /** Something that forbids intervals below {@link #interval}. */
    public sealed interface Limit {
        /** The smallest interval that it permits. */
        int interval();
    }

    /**
     * A value that comes back after some iterations.
     *
     * @param cycle the operations on the way, in order; a memory dependence leads from a store to the load after it
     * @param latency cycles once around
     * @param distance iterations once around
     */
    public record Recurrence(int interval, List<Op> cycle, int latency, int distance) implements Limit {}

    /**
     * More accesses in an iteration than a memory, FIFO or port takes in a cycle.
     *
     * @param accesses those that compete
     * @param ports accesses per cycle
     */
    public record Contention(int interval, Value memory, List<Op> accesses, int ports) implements Limit {}
}
