package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;

/** How often counted loops run, and whether their counters stay in their types. */
public final class TripCounts {

    private TripCounts() {}

    /**
     * The number of iterations of a loop whose limits are known; none if a limit is not, or if the counter would wrap around.
     *
     * @param number the number that a value is, if it is known
     */
    public static Optional<BigInteger> constant(Op.For loop, Function<Value, Optional<BigInteger>> number) {
        return number.apply(loop.lower())
                .flatMap(lower -> number.apply(loop.bound()).flatMap(bound -> between(loop, lower, bound)));
    }

    private static Optional<BigInteger> between(Op.For loop, BigInteger lower, BigInteger bound) {
        BigInteger step = BigInteger.valueOf(loop.step());
        BigInteger distance = bound.subtract(lower).multiply(BigInteger.valueOf(step.signum()));
        BigInteger trips = isInclusive(loop)
                ? distance.divide(step.abs()).add(BigInteger.ONE)
                : distance.add(step.abs()).subtract(BigInteger.ONE).divide(step.abs());
        if (distance.signum() < 0 || (distance.signum() == 0 && !isInclusive(loop))) {
            return Optional.of(BigInteger.ZERO);
        }
        BigInteger last = lower.add(trips.multiply(step));
        return loop.counter().intType().contains(last) ? Optional.of(trips) : Optional.empty();
    }

    /** Whether an iteration runs with the counter at the bound. */
    public static boolean isInclusive(Op.For loop) {
        return loop.relation() == Operator.LE || loop.relation() == Operator.GE;
    }

    /** Whether the counter reaches the end of the loop before the end of its type, wherever in {@code bound} the bound lies. */
    public static boolean neverWraps(Op.For loop, IntRange bound) {
        IntType type = loop.counter().intType();
        BigInteger farthest = loop.step() > 0 ? bound.max() : bound.min();
        BigInteger inside = BigInteger.valueOf(isInclusive(loop) ? 0 : Long.signum(loop.step()));
        BigInteger beyond = farthest.subtract(inside).add(BigInteger.valueOf(loop.step()));
        return bound.isEmpty()
                || (loop.step() > 0 ? beyond.compareTo(type.max()) <= 0 : beyond.compareTo(type.min()) >= 0);
    }
}
