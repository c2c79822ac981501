package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * After how many iterations one access can meet another. Each dimension of the memory gives an equation for the differences of
 * the digits: {@code Σ stride · difference = offset}, perhaps modulo a power of two.
 */
final class Meeting {

    /** Solutions that lie {@code 2^31} iterations apart count as one: nobody waits for the next. */
    private static final int LONG_PERIOD = 31;

    private final IterationSpace space;
    /** The difference of each digit where an equation dictates it. */
    private final List<@Nullable BigInteger> fixed = new ArrayList<>();

    private boolean impossible;
    private boolean complete = true;

    Meeting(IterationSpace space) {
        this.space = space;
        space.digits().forEach(_ -> fixed.add(null));
    }

    /** Whether no iterations meet. */
    boolean isImpossible() {
        return impossible;
    }

    /** Whether everything that the indices say has been made use of. */
    boolean isComplete() {
        return complete;
    }

    /** Adds the equation that one dimension gives; {@code to} meets {@code from} later by the differences. */
    void add(Subscript from, Subscript to) {
        Affine offset = from.base().minus(to.base());
        boolean isEquation = from.isRegular()
                && to.isRegular()
                && offset.isConstant()
                && from.strides().equals(to.strides());
        if (!isEquation) {
            complete = false;
            return;
        }
        List<Integer> moving = new ArrayList<>();
        for (int digit = 0; digit < fixed.size(); digit++) {
            if (from.strides().get(digit).signum() != 0) {
                moving.add(digit);
            }
        }
        if (moving.isEmpty()) {
            impossible |= !isZero(offset);
        } else if (moving.size() == 1) {
            solve(moving.getFirst(), from.strides().get(moving.getFirst()), offset);
        } else {
            BigInteger divisor = moving.stream().map(from.strides()::get).reduce(BigInteger.ZERO, BigInteger::gcd);
            impossible |= !isZero(modulo(offset, divisor));
            complete = false;
        }
    }

    /** Whether a constant, as far as it is known, is 0. */
    static boolean isZero(Affine offset) {
        return offset.isExact()
                ? offset.constant().signum() == 0
                : offset.constant().getLowestSetBit() < 0 || offset.constant().getLowestSetBit() >= offset.bits();
    }

    /** The offset as far as it matters that it is no multiple of {@code divisor}. */
    private static Affine modulo(Affine offset, BigInteger divisor) {
        if (offset.isExact()) {
            return Affine.of(offset.constant().mod(divisor));
        }
        int common = Math.min(divisor.getLowestSetBit(), offset.bits());
        return Affine.of(offset.constant().mod(BigInteger.ONE.shiftLeft(common)));
    }

    /** {@code stride · difference = offset}. */
    private void solve(int digit, BigInteger stride, Affine offset) {
        if (offset.isExact()) {
            BigInteger[] result = offset.constant().divideAndRemainder(stride);
            fix(digit, result[1].signum() == 0 ? Optional.of(result[0]) : Optional.empty());
            return;
        }
        impossible |= !isZero(modulo(offset, stride));
        int period = offset.bits() - stride.getLowestSetBit();
        if (period >= LONG_PERIOD) {
            fix(digit, Optional.of(quotient(offset.constant(), stride, period)));
        } else {
            complete = false;
        }
    }

    private void fix(int digit, Optional<BigInteger> difference) {
        @Nullable BigInteger known = fixed.get(digit);
        if (difference.isEmpty() || (known != null && !known.equals(difference.get()))) {
            impossible = true;
        } else {
            fixed.set(digit, difference.get());
        }
    }

    /** The solution of smallest magnitude modulo {@code 2^period}; {@code stride} divides {@code offset} as far as that counts. */
    private static BigInteger quotient(BigInteger offset, BigInteger stride, int period) {
        int zeros = stride.getLowestSetBit();
        BigInteger modulus = BigInteger.ONE.shiftLeft(period);
        BigInteger inverse = stride.shiftRight(zeros).modInverse(modulus);
        BigInteger least = offset.shiftRight(zeros).multiply(inverse).mod(modulus);
        boolean isNegative = least.shiftLeft(1).compareTo(modulus) > 0;
        return isNegative ? least.subtract(modulus) : least;
    }

    /**
     * Fewest iterations, at least 1, after which the accesses can meet; none if they never do. Differences that no equation
     * dictates are chosen to make it least. The digits' own limits see to it that the highest difference decides the sign, and
     * that fewer values of a digit than it really takes never make the result larger.
     */
    Optional<BigInteger> distance() {
        if (impossible) {
            return Optional.empty();
        }
        int highest = highestNonZero();
        OptionalInt above = free(highest + 1, fixed.size()).findFirst();
        if (highest >= 0 && sign(highest) > 0) {
            return Optional.of(atLeastOne(least(highest)));
        }
        if (above.isEmpty()) {
            return Optional.empty();
        }
        BigInteger round = space.weight(above.getAsInt());
        return Optional.of(atLeastOne(highest < 0 ? round : round.add(least(highest))));
    }

    private IntStream free(int from, int to) {
        return IntStream.range(from, to).filter(digit -> fixed.get(digit) == null);
    }

    private static BigInteger atLeastOne(BigInteger distance) {
        return distance.max(BigInteger.ONE);
    }

    /** The differences up to a digit, the free ones among them as small as they can be. */
    private BigInteger least(int highest) {
        return free(0, highest)
                .mapToObj(digit -> space.weight(digit + 1).subtract(space.weight(digit)))
                .reduce(sum(), BigInteger::subtract);
    }

    private int highestNonZero() {
        for (int digit = fixed.size() - 1; digit >= 0; digit--) {
            if (sign(digit) != 0) {
                return digit;
            }
        }
        return -1;
    }

    private int sign(int digit) {
        BigInteger difference = fixed.get(digit);
        return difference == null ? 0 : difference.signum();
    }

    private BigInteger sum() {
        BigInteger sum = BigInteger.ZERO;
        for (int digit = 0; digit < fixed.size(); digit++) {
            BigInteger difference = fixed.get(digit);
            if (difference != null) {
                sum = sum.add(difference.multiply(space.weight(digit)));
            }
        }
        return sum;
    }
}
