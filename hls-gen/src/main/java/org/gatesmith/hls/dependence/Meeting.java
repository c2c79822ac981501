package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * After how many iterations one access can meet another. Each dimension of the memory gives an equation for the differences of
 * the digits: {@code Σ stride · difference = offset}, perhaps modulo a power of two.
 */
final class Meeting {

    /** Solutions that lie {@code 2^31} iterations apart count as one: nobody waits for the next. */
    private static final int LONG_PERIOD = 31;

    private final IterationSpace space;
    private final List<Differences> differences = new ArrayList<>();

    private boolean impossible;
    private boolean complete = true;

    /**
     * The differences that a digit may have: {@code residue + k · 2^bits}, at {@link Affine#EXACT} bits the residue alone, at 0
     * bits any.
     */
    private record Differences(BigInteger residue, int bits) {

        static final Differences ANY = new Differences(BigInteger.ZERO, 0);

        static Differences exactly(BigInteger difference) {
            return new Differences(difference, Affine.EXACT);
        }

        boolean isOne() {
            return bits == Affine.EXACT;
        }

        private BigInteger period() {
            return BigInteger.ONE.shiftLeft(bits);
        }

        boolean mayBeZero() {
            return isOne() ? residue.signum() == 0 : residue.mod(period()).signum() == 0;
        }

        Optional<BigInteger> leastPositive() {
            if (isOne()) {
                return Optional.of(residue).filter(number -> number.signum() > 0);
            }
            BigInteger least = residue.mod(period());
            return Optional.of(least.signum() == 0 ? period() : least);
        }

        /** Those that both allow, if there are any. */
        Optional<Differences> and(Differences other) {
            Differences coarse = bits <= other.bits ? this : other;
            Differences fine = coarse == this ? other : this;
            boolean agree = coarse.isOne()
                    ? residue.equals(other.residue)
                    : fine.residue.subtract(coarse.residue).mod(coarse.period()).signum() == 0;
            return agree ? Optional.of(fine) : Optional.empty();
        }
    }

    Meeting(IterationSpace space) {
        this.space = space;
        space.digits().forEach(_ -> differences.add(Differences.ANY));
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
        for (int digit = 0; digit < differences.size(); digit++) {
            if (from.strides().get(digit).signum() != 0
                    && from.strides().get(digit).getLowestSetBit() < offset.bits()) {
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
            impossible |= result[1].signum() != 0;
            restrict(digit, Differences.exactly(result[0]));
            return;
        }
        impossible |= !isZero(modulo(offset, stride));
        int period = offset.bits() - stride.getLowestSetBit();
        if (period > 0) {
            BigInteger solution = quotient(offset.constant(), stride, period);
            boolean isOne = period >= LONG_PERIOD;
            restrict(digit, new Differences(solution, isOne ? Affine.EXACT : period));
            // Which of many solutions of one digit goes with which of another is not followed.
            complete &= isOne || differences.size() == 1;
        }
    }

    private void restrict(int digit, Differences further) {
        Optional<Differences> both = differences.get(digit).and(further);
        impossible |= both.isEmpty();
        both.ifPresent(allowed -> differences.set(digit, allowed));
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
     * Fewest iterations, at least 1, after which the accesses can meet; none if they never do. The digits' own limits see to it
     * that the highest difference decides the sign, and that fewer values of a digit than it really takes never make the result
     * larger.
     */
    Optional<BigInteger> distance() {
        Optional<BigInteger> least = Optional.empty();
        int digit = impossible ? -1 : differences.size() - 1;
        for (boolean zeroAbove = true; digit >= 0 && zeroAbove; digit--) {
            BigInteger below = below(digit);
            BigInteger weight = space.weight(digit);
            Optional<BigInteger> candidate = differences
                    .get(digit)
                    .leastPositive()
                    .map(difference -> difference.multiply(weight).add(below).max(BigInteger.ONE));
            least = Stream.of(least, candidate).flatMap(Optional::stream).min(Comparator.naturalOrder());
            zeroAbove = differences.get(digit).mayBeZero();
        }
        return least;
    }

    /** What the digits below one contribute at least. */
    private BigInteger below(int digit) {
        BigInteger sum = BigInteger.ZERO;
        for (int lower = 0; lower < digit; lower++) {
            Differences allowed = differences.get(lower);
            BigInteger weight = space.weight(lower);
            sum = sum.add(
                    allowed.isOne() ? allowed.residue().multiply(weight) : weight.subtract(space.weight(lower + 1)));
        }
        return sum;
    }
}
