package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.Optional;
import org.gatesmith.hls.ir.Value;

/**
 * A counter of a loop nest, as one digit of the number of the iteration: it counts {@code step} by {@code step} from its start
 * and, unless it is the last, starts anew when the digits before it have done so {@code trips} times.
 *
 * @param counter the counter as the loop's body sees it
 * @param trips lower bound of how many values it takes before it starts anew, at least 1
 * @param most upper bound of that; none for the last
 */
record Digit(Value counter, Value start, BigInteger step, BigInteger trips, Optional<BigInteger> most) {

    /** How many values it takes before it starts anew, if that is known. */
    Optional<BigInteger> exact() {
        return most.filter(trips::equals);
    }
}
