package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import org.gatesmith.hls.ir.Value;

/**
 * A counter of a loop nest, as one digit of the number of the iteration: it counts {@code step} by {@code step} from its start
 * and, unless it is the last, starts anew when the digits before it have done so {@code trips} times.
 *
 * @param counter the counter as the loop's body sees it
 * @param trips lower bound of how many values it takes before it starts anew, at least 1
 */
record Digit(Value counter, Value start, BigInteger step, BigInteger trips) {}
