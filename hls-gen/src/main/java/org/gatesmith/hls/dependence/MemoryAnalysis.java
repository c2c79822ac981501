package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.IntRange;
import org.gatesmith.hls.range.Ranges;

/**
 * What is known of the accesses of a program without running it: which depend on each other and at which distance, and which
 * walk through board memory in bursts. Indices are taken as sums of loop counters, values that the loop does not change, and
 * constants; what is no such sum is assumed to be anything.
 */
public final class MemoryAnalysis {

    private final Ranges ranges;
    private final Map<Function, AffineForms> forms = new HashMap<>();

    private MemoryAnalysis(Ranges ranges) {
        this.ranges = ranges;
    }

    /** Analyses a program. */
    public static MemoryAnalysis of(Program program) {
        return of(Ranges.of(program));
    }

    /** Analyses the program that the ranges belong to. */
    public static MemoryAnalysis of(Ranges ranges) {
        return new MemoryAnalysis(ranges);
    }

    private AffineForms forms(Function function) {
        return forms.computeIfAbsent(function, f -> AffineForms.of(f, ranges));
    }

    /**
     * The dependences between the accesses of a loop whose body holds no other loop, guarded accesses included, for each ordered
     * pair of operations of the body the one of smallest distance.
     *
     * @param function the function that holds the loop
     */
    public List<Dependence> dependences(Function function, Op.For loop) {
        AffineForms known = forms(function);
        return new AccessPairs(known, loop.body().ops())
                .acrossIterations(
                        IterationSpace.of(loop, known), loop.directives().parallel());
    }

    /** The dependences between the accesses of a stretch of operations that runs once, all of distance 0. */
    public List<Dependence> dependences(Function function, List<Op> ops) {
        return new AccessPairs(forms(function), ops).withinOnce();
    }

    /** {@code to - from}, if that is the same number wherever both are computed together, indices being in bounds. */
    public Optional<BigInteger> difference(Function function, Value from, Value to) {
        AffineForms known = forms(function);
        Affine difference = known.of(to).minus(known.of(from));
        return difference.isConstant() ? Optional.of(signed(difference)) : Optional.empty();
    }

    /** An index modulo {@code divisor}, if that is the same number in all iterations, the index being in bounds. */
    public Optional<Integer> residue(Function function, Value index, int divisor) {
        return forms(function).residue(index, BigInteger.valueOf(divisor)).map(BigInteger::intValueExact);
    }

    /** An index divided by {@code size}, if that is the same number in all iterations, the index being in bounds. */
    public Optional<Integer> block(Function function, Value index, int size) {
        IntRange range = forms(function)
                .definitions()
                .integer(index)
                .map(IntRange::constant)
                .orElseGet(() -> ranges.of(index));
        if (range.isEmpty() || range.min().signum() < 0) {
            return Optional.empty();
        }
        BigInteger first = range.min().divide(BigInteger.valueOf(size));
        BigInteger last = range.max().divide(BigInteger.valueOf(size));
        return first.equals(last) && first.bitLength() < Integer.SIZE
                ? Optional.of(first.intValue())
                : Optional.empty();
    }

    /** Of the numbers that a wrapped constant may be, the one nearest to 0: indices in bounds are never farther apart. */
    private static BigInteger signed(Affine constant) {
        if (constant.isExact()) {
            return constant.constant();
        }
        BigInteger modulus = BigInteger.ONE.shiftLeft(constant.bits());
        BigInteger low = constant.constant().mod(modulus);
        return low.testBit(constant.bits() - 1) ? low.subtract(modulus) : low;
    }

    /** Every access to board memory that the function makes itself, in the order of the text. */
    public List<PortAccess> portAccesses(Function function) {
        return PortWalk.accesses(function, forms(function));
    }
}
