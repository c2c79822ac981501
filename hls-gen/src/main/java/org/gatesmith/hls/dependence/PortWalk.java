package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.hls.design.Access;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Finds the accesses of a function to board memory and how each moves in the innermost loop around it. */
final class PortWalk {

    private static final int PAGE_BITS = 12;

    private final AffineForms forms;
    private final Irregularity irregularity;
    private final List<PortAccess> found = new ArrayList<>();

    private PortWalk(AffineForms forms) {
        this.forms = forms;
        this.irregularity = new Irregularity(forms);
    }

    static List<PortAccess> accesses(Function function, AffineForms forms) {
        PortWalk walk = new PortWalk(forms);
        walk.visit(function.body(), null, null);
        return List.copyOf(walk.found);
    }

    private void visit(Region region, @Nullable Op loop, @Nullable IterationSpace space) {
        for (Op op : region.ops()) {
            Optional<Access> access = Access.of(op).filter(a -> a.memory().type() instanceof PortType);
            if (access.isPresent()) {
                found.add(new PortAccess(access.get(), loop, pattern(access.get(), loop, space)));
                continue;
            }
            switch (op) {
                case Op.For inner -> visit(inner.body(), inner, IterationSpace.of(inner, forms));
                case Op.While inner -> inner.regions().forEach(body -> visit(body, inner, null));
                default -> op.regions().forEach(inner -> visit(inner, loop, space));
            }
        }
    }

    private PortAccess.Pattern pattern(Access access, @Nullable Op loop, @Nullable IterationSpace space) {
        if (loop == null) {
            return new PortAccess.Single();
        }
        if (!(loop instanceof Op.For counted) || space == null) {
            return new PortAccess.Irregular("the loop around it ends on a condition", loop.span());
        }
        Value index = access.indices().getFirst();
        Subscript subscript = Subscript.of(forms.of(index), space, forms);
        Optional<Value> irregular = subscript.irregular().stream()
                .filter(value -> !space.isSlow(value))
                .findFirst();
        if (irregular.isPresent()) {
            return irregular(irregular.get(), access);
        }
        BigInteger stride = subscript.strides().getFirst();
        if (stride.signum() == 0) {
            return held(subscript, access, space);
        }
        if (startsAgain(subscript, counted)) {
            return new PortAccess.Irregular(
                    "the index starts again after every "
                            + BigInteger.ONE.shiftLeft(subscript.base().bits()) + " elements at the latest",
                    access.op().span());
        }
        return stride.abs().equals(BigInteger.ONE)
                ? burst(subscript, counted, space)
                : new PortAccess.Strided(stride, access.op().span());
    }

    /** The element changes with the first digit that moves it, if any does. */
    private static PortAccess.Pattern held(Subscript subscript, Access access, IterationSpace space) {
        for (int digit = 1; digit < space.digits().size(); digit++) {
            BigInteger stride = subscript.strides().get(digit);
            if (stride.signum() != 0) {
                boolean once = access.guard() instanceof Value guard && space.isEndOf(digit, guard);
                return new PortAccess.Held(space.weight(digit), stride, once);
            }
        }
        return new PortAccess.Fixed();
    }

    /** Whether an index of few bits may pass its end more than once while the loop runs. */
    private boolean startsAgain(Subscript subscript, Op.For loop) {
        int bits = subscript.base().bits();
        BigInteger stride = subscript.strides().getFirst().abs();
        return bits < MemoryAnalysis.INDEX_BITS
                && forms.ranges()
                        .trips(loop)
                        .filter(trips -> trips.multiply(stride).bitLength() <= bits)
                        .isEmpty();
    }

    private PortAccess.Irregular irregular(Value value, Access access) {
        return new PortAccess.Irregular(
                "the index depends on " + irregularity.describe(value),
                forms.definitions()
                        .of(value)
                        .map(Op::span)
                        .orElseGet(() -> access.op().span()));
    }

    private PortAccess.Burst burst(Subscript subscript, Op.For loop, IterationSpace space) {
        int digits = digitsInARow(subscript, space);
        boolean inOnePiece = digits == space.digits().size();
        Optional<BigInteger> length = inOnePiece && digits == 1
                ? TripCounts.constant(loop, forms.definitions()::integer)
                : product(space.digits().subList(0, digits).stream().map(Digit::exact));
        Optional<BigInteger> longest = inOnePiece
                ? forms.ranges().trips(loop)
                : product(space.digits().subList(0, digits).stream().map(Digit::most));
        return new PortAccess.Burst(
                subscript.strides().getFirst(), length, length.or(() -> longest), alignment(subscript.base()));
    }

    /** Digits at whose turn the elements go on as before. */
    private static int digitsInARow(Subscript subscript, IterationSpace space) {
        int digits = 1;
        while (digits < space.digits().size() && goesOn(subscript, space, digits)) {
            digits++;
        }
        return digits;
    }

    private static boolean goesOn(Subscript subscript, IterationSpace space, int digit) {
        BigInteger next = subscript.strides().get(digit);
        return space.digits()
                .get(digit - 1)
                .exact()
                .map(subscript.strides().get(digit - 1)::multiply)
                .filter(next::equals)
                .isPresent();
    }

    private static Optional<BigInteger> product(Stream<Optional<BigInteger>> factors) {
        return factors.reduce(
                Optional.of(BigInteger.ONE), (product, factor) -> product.flatMap(p -> factor.map(p::multiply)));
    }

    /** The greatest power of two that divides all parts of the sum. */
    private static BigInteger alignment(Affine base) {
        int zeros = Math.min(base.bits(), zeros(base.constant()));
        for (Value value : base.values()) {
            zeros = Math.min(zeros, zeros(base.coefficient(value)));
        }
        return BigInteger.ONE.shiftLeft(zeros);
    }

    /** Zero is a multiple of every power of two; more than that of a page is of no use (AXI4, 4 KiB boundaries). */
    private static int zeros(BigInteger number) {
        return number.signum() == 0 ? PAGE_BITS : Math.min(PAGE_BITS, number.getLowestSetBit());
    }
}
