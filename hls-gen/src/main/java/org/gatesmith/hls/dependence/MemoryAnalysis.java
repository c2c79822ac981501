package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.IdentityHashMap;
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

    /** A Java array has no more elements. */
    private static final IntRange INDICES = IntRange.between(0, Integer.MAX_VALUE - 1);

    /** An index that is right modulo as many bits is right. */
    static final int INDEX_BITS = 31;

    private final Ranges ranges;
    private final Map<Function, AffineForms> forms = new IdentityHashMap<>();
    private final Map<Function, ExclusiveConditions> conditions = new IdentityHashMap<>();

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

    private ExclusiveConditions conditions(Function function) {
        return conditions.computeIfAbsent(function, f -> new ExclusiveConditions(forms(f)));
    }

    /** Whether two conditions are never true in the same run of the code around them, that is, in an iteration. */
    public boolean exclude(Function function, Value first, Value second) {
        return conditions(function).exclude(first, second);
    }

    /**
     * The dependences between the accesses of a loop whose body holds no other loop, guarded accesses included, for each ordered
     * pair of operations of the body the one of smallest distance.
     *
     * @param function the function that holds the loop
     */
    public List<Dependence> dependences(Function function, Op.For loop) {
        AffineForms known = forms(function);
        return new AccessPairs(known, conditions(function), loop.body().ops())
                .acrossIterations(
                        IterationSpace.of(loop, known), loop.directives().parallel());
    }

    /** The dependences between the accesses of a stretch of operations that runs once, all of distance 0. */
    public List<Dependence> dependences(Function function, List<Op> ops) {
        return new AccessPairs(forms(function), conditions(function), ops).withinOnce();
    }

    /** {@code to - from}, if that is the same number wherever both are indices in bounds. */
    public Optional<BigInteger> difference(Function function, Value from, Value to) {
        return difference(function, from, to, INDICES);
    }

    /** {@code to - from}, if that is the same number wherever {@code to} is an index in bounds, even where {@code from} is none. */
    public Optional<BigInteger> offset(Function function, Value from, Value to) {
        AffineForms known = forms(function);
        IntRange range = known.range(from);
        return difference(function, from, to, range.isEmpty() ? INDICES : range);
    }

    /**
     * What is right modulo a power of two is one number if no other one is possible: {@code to} is an index, {@code from} in a range.
     */
    private Optional<BigInteger> difference(Function function, Value from, Value to, IntRange range) {
        AffineForms known = forms(function);
        Affine difference = known.of(to).minus(known.of(from));
        if (!difference.isConstant()) {
            return Optional.empty();
        }
        if (difference.isExact()) {
            return Optional.of(difference.constant());
        }
        BigInteger modulus = BigInteger.ONE.shiftLeft(difference.bits());
        BigInteger least = INDICES.min().subtract(range.max());
        BigInteger most = INDICES.max().subtract(range.min());
        BigInteger number = least.add(difference.constant().subtract(least).mod(modulus));
        boolean isOnly = number.compareTo(most) <= 0 && number.add(modulus).compareTo(most) > 0;
        return isOnly ? Optional.of(number) : Optional.empty();
    }

    /** How far an index moves from one iteration of a loop to the next, if always as far, even between the loops of a nest. */
    public Optional<BigInteger> advance(Function function, Op.For loop, Value index) {
        AffineForms known = forms(function);
        IterationSpace space = IterationSpace.of(loop, known);
        Subscript subscript = Subscript.of(known.of(index), space, known);
        boolean isSteady = space.digits().size() == 1
                && subscript.isRegular()
                && subscript.base().bits() >= INDEX_BITS;
        return isSteady ? Optional.of(subscript.strides().getFirst()) : Optional.empty();
    }

    /** What an index in bounds is modulo {@code divisor}, as far as that is known. */
    public Residue residue(Function function, Value index, int divisor) {
        AffineForms known = forms(function);
        BigInteger modulus = BigInteger.valueOf(divisor);
        Optional<BigInteger> number = known.residue(index, modulus);
        while (number.isEmpty() && !modulus.testBit(0)) {
            modulus = modulus.shiftRight(1);
            number = known.residue(index, modulus);
        }
        return number.isPresent() ? new Residue(number.get(), modulus) : new Residue(BigInteger.ZERO, BigInteger.ONE);
    }

    /** The numbers that are {@code number} modulo {@code modulus}. */
    public record Residue(BigInteger number, BigInteger modulus) {
        public boolean contains(BigInteger candidate) {
            return candidate.mod(modulus).equals(number);
        }
    }

    /** What an index in bounds is divided by {@code size}. */
    public IntRange blocks(Function function, Value index, int size) {
        IntRange range = forms(function).range(index).meet(INDICES);
        BigInteger divisor = BigInteger.valueOf(size);
        return range.isEmpty()
                ? range
                : IntRange.between(range.min().divide(divisor), range.max().divide(divisor));
    }

    /** Every access to board memory that the function makes itself, in the order of the text. */
    public List<PortAccess> portAccesses(Function function) {
        return JoinedLanes.in(this, function, PortWalk.accesses(function, forms(function)));
    }

    /** A number of iterations that a loop does not exceed, if there is one; none for a nest that became one loop, whose rows end earlier. */
    Optional<BigInteger> mostTrips(Function function, Op.For loop) {
        AffineForms known = forms(function);
        return IterationSpace.of(loop, known).digits().size() == 1
                ? known.ranges().trips(loop)
                : Optional.empty();
    }
}
