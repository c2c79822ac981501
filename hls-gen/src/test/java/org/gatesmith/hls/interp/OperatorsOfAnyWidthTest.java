package org.gatesmith.hls.interp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gatesmith.hls.ir.ConstantFolder;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.junit.jupiter.api.Test;

/** Operators on words against the same operators on integers of any size. */
class OperatorsOfAnyWidthTest {

    @Provide
    Arbitrary<Operator> integerOperators() {
        return Arbitraries.of(Arrays.stream(Operator.values())
                .filter(o -> o.kind() == Operator.Kind.INTEGER || o.kind() == Operator.Kind.COMPARISON)
                .toList());
    }

    @Property(seed = "1")
    void wordsGiveTheExactResult(@ForAll("integerOperators") Operator operator, @ForAll Random random) {
        IntType a = type(random);
        IntType b = type(random);
        IntType result = operator.kind() == Operator.Kind.COMPARISON ? IntType.BOOL : type(random);
        List<IntType> types = List.of(a, b).subList(0, operator.arity());
        for (int i = 0; i < 20; i++) {
            List<Literal> operands =
                    types.stream().map(type -> (Literal) value(type, random)).toList();
            Optional<Literal> exact = ConstantFolder.fold(operator, operands, result);
            exact.ifPresent(expected -> assertThat(OperatorRun.onConstants(operator, result, types, operands))
                    .as("%s %s %s", operator, types, operands)
                    .isEqualTo(expected));
        }
    }

    /** Of a width near that of a word half of the time. */
    private static IntType type(Random random) {
        int width = random.nextBoolean() ? 62 + random.nextInt(5) : 1 + random.nextInt(66);
        return new IntType(width, random.nextBoolean());
    }

    /** Near the limits of the type, near zero, or anywhere. */
    private static Literal.Int value(IntType type, Random random) {
        BigInteger offset = BigInteger.valueOf(random.nextInt(5));
        BigInteger value = switch (random.nextInt(4)) {
            case 0 -> type.min().add(offset);
            case 1 -> type.max().subtract(offset);
            case 2 -> offset;
            default -> new BigInteger(type.width(), random);
        };
        return new Literal.Int(type.wrap(value));
    }

    @Test
    void wideIntegersKeepAllTheirBits() {
        IntType wide = new IntType(200, true);
        BigInteger a = new BigInteger("123456789012345678901234567890123456789");
        BigInteger b = new BigInteger("-987654321098765432109876543210");
        List<IntType> types = List.of(wide, wide);
        List<Literal> operands = List.of(new Literal.Int(a), new Literal.Int(b));
        assertThat(OperatorRun.onConstants(Operator.MUL, new IntType(240, true), types, operands))
                .isEqualTo(new Literal.Int(a.multiply(b)));
        assertThat(OperatorRun.onConstants(Operator.DIV, wide, types, operands))
                .isEqualTo(new Literal.Int(a.divide(b)));
        assertThat(OperatorRun.onConstants(Operator.GT, IntType.BOOL, types, operands))
                .isEqualTo(Literal.Int.of(1));
        assertThat(OperatorRun.onConstants(Operator.CAST, IntType.I64, types.subList(0, 1), operands.subList(0, 1)))
                .isEqualTo(Literal.Int.of(a.longValue()));
    }

    @Test
    void anUnsignedLongIsNotNegative() {
        List<IntType> types = List.of(IntType.U64, IntType.I64);
        List<Literal> operands = List.of(new Literal.Int(IntType.U64.max()), Literal.Int.of(-1));
        assertThat(OperatorRun.onConstants(Operator.GT, IntType.BOOL, types, operands))
                .isEqualTo(Literal.Int.of(1));
        assertThat(OperatorRun.onConstants(Operator.MAX, IntType.U64, types, operands))
                .isEqualTo(new Literal.Int(IntType.U64.max()));
        assertThat(OperatorRun.onConstants(Operator.DIV, new IntType(65, true), types, operands))
                .isEqualTo(new Literal.Int(IntType.U64.max().negate()));
    }
}
