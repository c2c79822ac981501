package org.gatesmith.hls.dependence;

import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * Two accesses whose order matters: what {@code from} does in one iteration must come before what {@code to} does
 * {@code distance} iterations later, and no two iterations that are closer need an order.
 *
 * @param from the access, or the branch that guards it, as it stands in the body
 * @param to as {@code from}
 * @param distance iterations; 0 within one
 */
public record Dependence(Op from, Op to, Value memory, Kind kind, long distance, Evidence evidence) {

    /** What would go wrong in another order. */
    public enum Kind {
        /** A write, then a read of what it wrote. */
        FLOW,
        /** A read, then a write that replaces what it read. */
        ANTI,
        /** Two writes. */
        OUTPUT,
        /** Two uses of the same side of a FIFO. */
        FIFO
    }

    /** How sure the distance is. */
    public sealed interface Evidence {}

    /** The accesses are known to meet at this distance, at least in some iterations. */
    public record Proved() implements Evidence {}

    /**
     * The accesses may meet at this distance; nothing shows that they do not.
     *
     * @param reason why nothing more is known, in the words of the kernel
     * @param place the operation that stands in the way
     */
    public record Assumed(String reason, Span place) implements Evidence {}
}
