package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.Optional;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.Op;
import org.jspecify.annotations.Nullable;

/**
 * How an access goes through board memory.
 *
 * @param loop the innermost loop around it, or null
 */
public record PortAccess(Access access, @Nullable Op loop, Pattern pattern) {

    /** What the addresses of one loop, iteration by iteration, look like. */
    public sealed interface Pattern {}

    /**
     * Neighbouring elements, one after another: requests join to bursts.
     *
     * @param stride elements from one iteration to the next: 1, or as many as the accesses reach together that unrolling made of one;
     *     less than 0 where the index falls
     * @param length elements in a row each time the loop runs, if that is a constant
     * @param longest most elements in a row, if there is a limit
     * @param alignment the first element's index is a multiple of this power of two, as far as is known
     */
    public record Burst(
            BigInteger stride, Optional<BigInteger> length, Optional<BigInteger> longest, BigInteger alignment)
            implements Pattern {

        /** Whether the index falls. */
        public boolean descending() {
            return stride.signum() < 0;
        }
    }

    /**
     * The same distance from each element to the next, but not one: every request stands alone.
     *
     * @param stride in elements
     * @param place the index
     */
    public record Strided(BigInteger stride, Span place) implements Pattern {}

    /** The same element in every iteration. */
    public record Fixed() implements Pattern {}

    /**
     * In a loop that was made of a nest: the same element for some iterations, then another one.
     *
     * @param iterations with the same element, at least
     * @param stride from an element to the next
     * @param once whether the access is made in the last of these iterations only
     */
    public record Held(BigInteger iterations, BigInteger stride, boolean once) implements Pattern {}

    /**
     * Nothing is known of the distance from one element to the next.
     *
     * @param reason in the words of the kernel
     * @param place the operation that stands in the way
     */
    public record Irregular(String reason, Span place) implements Pattern {}

    /** The access is in no loop. */
    public record Single() implements Pattern {}
}
