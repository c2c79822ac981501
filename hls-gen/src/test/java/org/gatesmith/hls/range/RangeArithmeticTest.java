package org.gatesmith.hls.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatesmith.hls.ir.ConstantFolder;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.junit.jupiter.api.Test;

class RangeArithmeticTest {

    private static final int LARGEST = 40;
    private static final IntType WIDE = new IntType(128, true);

    /** Small sets, given by an interval and by some bits that all members share. */
    @Provide
    Arbitrary<IntRange> sets() {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(-LARGEST, LARGEST);
        Arbitrary<Integer> masks = Arbitraries.of(0, 1, 3, 7, 4, 8, -64, 5);
        return Combinators.combine(numbers, numbers, numbers, masks)
                .as((a, b, pattern, mask) -> IntRange.of(
                        BigInteger.valueOf(Math.min(a, b)),
                        BigInteger.valueOf(Math.max(a, b)),
                        new KnownBits(BigInteger.valueOf(~pattern & mask), BigInteger.valueOf(pattern & mask))))
                .filter(set -> !set.isEmpty());
    }

    @Provide
    Arbitrary<Operator> operators() {
        List<Operator> integers = Arrays.stream(Operator.values())
                .filter(operator -> operator.kind() == Operator.Kind.INTEGER)
                .toList();
        return Arbitraries.of(integers);
    }

    private static List<BigInteger> members(IntRange set) {
        return IntStream.rangeClosed(-LARGEST, LARGEST)
                .mapToObj(BigInteger::valueOf)
                .filter(set::contains)
                .toList();
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE, seed = "1")
    void everyResultIsInTheResultingSet(
            @ForAll("operators") Operator operator, @ForAll("sets") IntRange a, @ForAll("sets") IntRange b) {
        List<IntRange> operands = operator.arity() == 1 ? List.of(a) : List.of(a, b);
        IntRange result = RangeArithmetic.apply(operator, operands);
        for (BigInteger x : members(a)) {
            for (BigInteger y : operator.arity() == 1 ? List.of(BigInteger.ZERO) : members(b)) {
                List<Literal> literals = List.of(new Literal.Int(x), new Literal.Int(y));
                Optional<Literal> exact = ConstantFolder.fold(operator, literals.subList(0, operator.arity()), WIDE);
                exact.ifPresent(literal -> assertThat(result.contains(((Literal.Int) literal).value()))
                        .as("%s of %s and %s in %s", operator, x, y, result)
                        .isTrue());
            }
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE, seed = "1")
    void everyWrappedNumberIsInTheWrappedSet(@ForAll("sets") IntRange set, @ForAll boolean signed) {
        for (int width = 1; width <= 8; width++) {
            IntType type = new IntType(width, signed);
            IntRange wrapped = set.wrap(type);
            assertThat(wrapped.isWithin(type)).isTrue();
            for (BigInteger number : members(set)) {
                assertThat(wrapped.contains(type.wrap(number))).isTrue();
            }
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE, seed = "1")
    void joinHoldsBothSetsAndMeetHoldsWhatIsInBoth(@ForAll("sets") IntRange a, @ForAll("sets") IntRange b) {
        IntRange both = a.join(b);
        IntRange common = a.meet(b);
        assertThat(a.isWithin(both)).isTrue();
        assertThat(b.isWithin(both)).isTrue();
        for (BigInteger number : members(a)) {
            assertThat(both.contains(number)).isTrue();
            assertThat(common.contains(number)).isEqualTo(b.contains(number));
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE, seed = "1")
    void boundsAreMembersWhereLowBitsAreKnown(@ForAll("sets") IntRange set) {
        List<BigInteger> members = members(set);
        if (set.bits().known().bitLength() <= set.bits().lowKnown()) {
            assertThat(members.getFirst()).isEqualTo(set.min());
            assertThat(members.getLast()).isEqualTo(set.max());
        }
    }

    @Test
    void multiplesKeepTheirLowZeros() {
        IntRange counter = IntRange.between(0, 1000);
        IntRange eight = RangeArithmetic.apply(Operator.MUL, List.of(counter, IntRange.constant(8)));
        assertThat(eight.bits().lowZeros()).isEqualTo(3);
        IntRange shifted = RangeArithmetic.apply(Operator.SHL, List.of(counter, IntRange.between(2, 3)));
        assertThat(shifted.bits().lowZeros()).isEqualTo(2);
        assertThat(RangeArithmetic.apply(Operator.ADD, List.of(eight, IntRange.constant(5))))
                .isEqualTo(IntRange.of(
                        BigInteger.valueOf(5),
                        BigInteger.valueOf(8005),
                        new KnownBits(BigInteger.TWO, BigInteger.valueOf(5))));
    }

    @Test
    void aMaskLimitsItsResult() {
        IntRange any = IntRange.of(IntType.I32);
        assertThat(RangeArithmetic.apply(Operator.AND, List.of(any, IntRange.constant(0xF0))))
                .hasToString("0..240");
        assertThat(RangeArithmetic.apply(Operator.OR, List.of(IntRange.between(0, 3), IntRange.constant(8))))
                .hasToString("8..11");
    }

    @Test
    void countsOfBitsFollowTheSizeOfTheNumber() {
        assertThat(RangeArithmetic.apply(Operator.CLZ32, List.of(IntRange.between(1, 255))))
                .hasToString("24..31");
        assertThat(RangeArithmetic.apply(Operator.POPCOUNT64, List.of(IntRange.between(0, 7))))
                .hasToString("0..3");
    }

    @Test
    void numbersOfAThousandBitsAreExact() {
        BigInteger huge = BigInteger.ONE.shiftLeft(1000);
        IntRange set = IntRange.between(huge, huge.add(BigInteger.TEN));
        assertThat(RangeArithmetic.apply(Operator.SUB, List.of(set, IntRange.constant(huge))))
                .hasToString("0..10");
    }
}
