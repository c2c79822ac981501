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
     * @param legs the operations on the way, in order; a memory dependence leads from a store to the load after it
     * @param distance iterations once around
     */
    public record Recurrence(List<Leg> legs, int distance) implements Limit {

        public Recurrence {
            legs = List.copyOf(legs);
        }

        /** Cycles once around. */
        public int latency() {
            return legs.stream().mapToInt(leg -> leg.latency() + leg.rest()).sum();
        }

        @Override
        public int interval() {
            return Math.ceilDiv(latency(), distance);
        }

        /** The operations on the way. */
        public List<Op> cycle() {
            return legs.stream().map(Leg::op).toList();
        }
    }

    /**
     * An operation on the way of a recurrence.
     *
     * @param latency cycles that it takes itself; 0 within a cycle
     * @param rest further cycles until the next operation starts
     * @param reason for these
     */
    public record Leg(Op op, int latency, int rest, Reason reason) {}

    /** Why the next operation of a recurrence starts later than its operands are there. */
    public enum Reason {
        /** It does not. */
        NONE,
        /** It does not fit into what is left of the cycle. */
        NEXT_CYCLE,
        /** A register hands the result to the next iteration. */
        REGISTER,
        /** An access has to be a cycle or more after another one: what is written is there in the next cycle. */
        ORDER
    }

    /**
     * More accesses in an iteration than a memory, FIFO or port takes in a cycle.
     *
     * @param accesses those that compete
     * @param together how many ports they need in an iteration: those of which at most one happens count once
     * @param ports accesses per cycle
     */
    public record Contention(int interval, Value memory, List<Op> accesses, int together, int ports) implements Limit {}
}
