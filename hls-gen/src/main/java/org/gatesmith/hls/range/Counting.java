package org.gatesmith.hls.range;

import java.math.BigInteger;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a for loop says.
 *
 * @param counter values of the counter in the body; none if the body never runs
 * @param trips largest number of iterations; null if the counter may wrap around, so that there is no limit
 * @param runs whether the body runs at least once
 */
record Counting(IntRange counter, @Nullable BigInteger trips, boolean runs) {

    static Counting of(Op.For loop, IntRange lower, IntRange bound) {
        if (lower.isEmpty() || bound.isEmpty()) {
            return new Counting(IntRange.NONE, BigInteger.ZERO, false);
        }
        return loop.step() > 0 ? up(loop, lower, bound) : down(loop, lower, bound);
    }

    private static Counting up(Op.For loop, IntRange lower, IntRange bound) {
        BigInteger slack = slack(loop, Operator.LT);
        BigInteger last = bound.max().subtract(slack);
        if (lower.min().compareTo(last) > 0) {
            return new Counting(IntRange.NONE, BigInteger.ZERO, false);
        }
        boolean runs = lower.max().compareTo(bound.min().subtract(slack)) <= 0;
        BigInteger step = BigInteger.valueOf(loop.step());
        IntType type = loop.counter().intType();
        if (last.add(step).compareTo(type.max()) > 0) {
            return new Counting(IntRange.of(type.min(), last.min(type.max()), low(lower, step)), null, runs);
        }
        BigInteger steps = last.subtract(lower.min()).divide(step);
        BigInteger highest = lower.isConstant() ? lower.min().add(steps.multiply(step)) : last;
        return new Counting(IntRange.of(lower.min(), highest, low(lower, step)), steps.add(BigInteger.ONE), runs);
    }

    private static Counting down(Op.For loop, IntRange lower, IntRange bound) {
        BigInteger slack = slack(loop, Operator.GT);
        BigInteger last = bound.min().add(slack);
        if (lower.max().compareTo(last) < 0) {
            return new Counting(IntRange.NONE, BigInteger.ZERO, false);
        }
        boolean runs = lower.min().compareTo(bound.max().add(slack)) >= 0;
        BigInteger step = BigInteger.valueOf(loop.step());
        IntType type = loop.counter().intType();
        if (last.add(step).compareTo(type.min()) < 0) {
            return new Counting(IntRange.of(last.max(type.min()), type.max(), low(lower, step)), null, runs);
        }
        BigInteger steps = last.subtract(lower.max()).divide(step);
        BigInteger lowest = lower.isConstant() ? lower.max().add(steps.multiply(step)) : last;
        return new Counting(IntRange.of(lowest, lower.max(), low(lower, step)), steps.add(BigInteger.ONE), runs);
    }

    private static BigInteger slack(Op.For loop, Operator strict) {
        return loop.relation() == strict ? BigInteger.ONE : BigInteger.ZERO;
    }

    /** The low bits that adding the step never changes, wrapped around or not. */
    private static KnownBits low(IntRange first, BigInteger step) {
        int count = Math.min(first.bits().lowKnown(), step.getLowestSetBit());
        BigInteger mask = KnownBits.mask(count);
        return new KnownBits(first.bits().zeros().and(mask), first.bits().ones().and(mask));
    }
}
