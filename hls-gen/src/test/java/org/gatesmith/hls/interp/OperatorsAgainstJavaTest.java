package org.gatesmith.hls.interp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operator, on edge values and random ones, against the Java operator or method that it stands for. */
class OperatorsAgainstJavaTest {

    private static final int RANDOM_VALUES = 20;

    @FunctionalInterface
    interface OnInts {
        int apply(int a, int b);
    }

    @FunctionalInterface
    interface OnLongs {
        long apply(long a, long b);
    }

    @FunctionalInterface
    interface OnFloats {
        float apply(float a, float b);
    }

    @FunctionalInterface
    interface OnDoubles {
        double apply(double a, double b);
    }

    @FunctionalInterface
    interface Compare {
        boolean test(double a, double b);
    }

    private static long[] integers(int width) {
        long min = -1L << (width - 1);
        long[] edges = {0, 1, 2, 3, 31, 32, 63, 64, 255, -1, -2, -128, 0x55555555, min, min + 1, ~min, ~min - 1};
        LongStream random = new Random(width).longs(RANDOM_VALUES).map(value -> value >> (Long.SIZE - width));
        return LongStream.concat(LongStream.of(edges), random).toArray();
    }

    private static double[] reals() {
        double[] edges = {
            0.0,
            -0.0,
            0.5,
            -0.5,
            1.5,
            2.5,
            -2.5,
            1.0,
            3.0,
            1e10,
            -1e10,
            1e20,
            4e38,
            1e-40,
            0x1.fffffep127,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        return DoubleStream.concat(DoubleStream.of(edges), new Random(1).doubles(10, -1e5, 1e5))
                .toArray();
    }

    private static boolean divides(Operator operator) {
        return operator == Operator.DIV || operator == Operator.REM;
    }

    // ---- integers

    static Stream<Arguments> intOperators() {
        return Stream.of(
                arguments(Operator.ADD, (OnInts) (a, b) -> a + b),
                arguments(Operator.SUB, (OnInts) (a, b) -> a - b),
                arguments(Operator.MUL, (OnInts) (a, b) -> a * b),
                arguments(Operator.DIV, (OnInts) (a, b) -> a / b),
                arguments(Operator.REM, (OnInts) (a, b) -> a % b),
                arguments(Operator.AND, (OnInts) (a, b) -> a & b),
                arguments(Operator.OR, (OnInts) (a, b) -> a | b),
                arguments(Operator.XOR, (OnInts) (a, b) -> a ^ b),
                arguments(Operator.MIN, (OnInts) Math::min),
                arguments(Operator.MAX, (OnInts) Math::max),
                arguments(Operator.NOT, (OnInts) (a, b) -> ~a),
                arguments(Operator.NEG, (OnInts) (a, b) -> -a),
                arguments(Operator.ABS, (OnInts) (a, b) -> Math.abs(a)),
                arguments(Operator.CAST, (OnInts) (a, b) -> a),
                arguments(Operator.POPCOUNT32, (OnInts) (a, b) -> Integer.bitCount(a)),
                arguments(Operator.CLZ32, (OnInts) (a, b) -> Integer.numberOfLeadingZeros(a)),
                arguments(Operator.CTZ32, (OnInts) (a, b) -> Integer.numberOfTrailingZeros(a)),
                arguments(Operator.REVERSE32, (OnInts) (a, b) -> Integer.reverse(a)));
    }

    @ParameterizedTest
    @MethodSource("intOperators")
    void onInts(Operator operator, OnInts java) {
        OperatorRun run = binary(operator, IntType.I32, IntType.I32);
        for (long a : integers(Integer.SIZE)) {
            for (long b : integers(Integer.SIZE)) {
                if (!divides(operator) || b != 0) {
                    assertThat(on(run, operator, a, b)).isEqualTo(Literal.Int.of(java.apply((int) a, (int) b)));
                }
            }
        }
    }

    static Stream<Arguments> longOperators() {
        return Stream.of(
                arguments(Operator.ADD, (OnLongs) (a, b) -> a + b),
                arguments(Operator.SUB, (OnLongs) (a, b) -> a - b),
                arguments(Operator.MUL, (OnLongs) (a, b) -> a * b),
                arguments(Operator.DIV, (OnLongs) (a, b) -> a / b),
                arguments(Operator.REM, (OnLongs) (a, b) -> a % b),
                arguments(Operator.AND, (OnLongs) (a, b) -> a & b),
                arguments(Operator.OR, (OnLongs) (a, b) -> a | b),
                arguments(Operator.XOR, (OnLongs) (a, b) -> a ^ b),
                arguments(Operator.MIN, (OnLongs) Math::min),
                arguments(Operator.MAX, (OnLongs) Math::max),
                arguments(Operator.NOT, (OnLongs) (a, b) -> ~a),
                arguments(Operator.NEG, (OnLongs) (a, b) -> -a),
                arguments(Operator.ABS, (OnLongs) (a, b) -> Math.abs(a)),
                arguments(Operator.CAST, (OnLongs) (a, b) -> a),
                arguments(Operator.POPCOUNT32, (OnLongs) (a, b) -> Integer.bitCount((int) a)),
                arguments(Operator.POPCOUNT64, (OnLongs) (a, b) -> Long.bitCount(a)),
                arguments(Operator.CLZ64, (OnLongs) (a, b) -> Long.numberOfLeadingZeros(a)),
                arguments(Operator.CTZ64, (OnLongs) (a, b) -> Long.numberOfTrailingZeros(a)),
                arguments(Operator.REVERSE64, (OnLongs) (a, b) -> Long.reverse(a)));
    }

    @ParameterizedTest
    @MethodSource("longOperators")
    void onLongs(Operator operator, OnLongs java) {
        OperatorRun run = binary(operator, IntType.I64, IntType.I64);
        for (long a : integers(Long.SIZE)) {
            for (long b : integers(Long.SIZE)) {
                if (!divides(operator) || b != 0) {
                    assertThat(on(run, operator, a, b)).isEqualTo(Literal.Int.of(java.apply(a, b)));
                }
            }
        }
    }

    static Stream<Arguments> shifts() {
        return Stream.of(
                arguments(Operator.SHL, IntType.I32, (OnLongs) (a, b) -> (int) a << b),
                arguments(Operator.SHR, IntType.I32, (OnLongs) (a, b) -> (int) a >> b),
                arguments(Operator.SHL, IntType.I64, (OnLongs) (a, b) -> a << b),
                arguments(Operator.SHR, IntType.I64, (OnLongs) (a, b) -> a >> b));
    }

    @ParameterizedTest
    @MethodSource("shifts")
    void shifts(Operator operator, IntType type, OnLongs java) {
        OperatorRun run = binary(operator, type, type);
        for (long a : integers(type.width())) {
            for (int count = 0; count < type.width(); count++) {
                assertThat(run.on(a, count)).isEqualTo(Literal.Int.of(java.apply(a, count)));
            }
        }
    }

    static Stream<Arguments> unsignedOperators() {
        return Stream.of(
                arguments(Operator.DIV, IntType.U32, (OnLongs) (a, b) -> Integer.divideUnsigned((int) a, (int) b)),
                arguments(Operator.REM, IntType.U32, (OnLongs) (a, b) -> Integer.remainderUnsigned((int) a, (int) b)),
                arguments(Operator.SHR, IntType.U32, (OnLongs) (a, b) -> (int) a >>> b),
                arguments(Operator.LT, IntType.U32, (OnLongs)
                        (a, b) -> Integer.compareUnsigned((int) a, (int) b) < 0 ? 1 : 0),
                arguments(Operator.DIV, IntType.U64, (OnLongs) Long::divideUnsigned),
                arguments(Operator.REM, IntType.U64, (OnLongs) Long::remainderUnsigned),
                arguments(Operator.SHR, IntType.U64, (OnLongs) (a, b) -> a >>> b),
                arguments(Operator.LT, IntType.U64, (OnLongs) (a, b) -> Long.compareUnsigned(a, b) < 0 ? 1 : 0));
    }

    /** Java's unsigned operations are the ordinary operators on unsigned types. */
    @ParameterizedTest
    @MethodSource("unsignedOperators")
    void onUnsignedTypes(Operator operator, IntType type, OnLongs java) {
        IntType result = operator == Operator.LT ? IntType.BOOL : new IntType(type.width(), true);
        OperatorRun run = binary(operator, result, type);
        long mask = -1L >>> (Long.SIZE - type.width());
        for (long a : integers(type.width())) {
            for (long b : integers(type.width())) {
                long second = operator == Operator.SHR ? b & (type.width() - 1) : b & mask;
                if (second != 0) {
                    assertThat(run.on(a & mask, second)).isEqualTo(Literal.Int.of(java.apply(a, second)));
                }
            }
        }
    }

    static Stream<Arguments> comparisons() {
        return Stream.of(
                arguments(Operator.EQ, (OnLongs) (a, b) -> a == b ? 1 : 0),
                arguments(Operator.NE, (OnLongs) (a, b) -> a != b ? 1 : 0),
                arguments(Operator.LT, (OnLongs) (a, b) -> a < b ? 1 : 0),
                arguments(Operator.LE, (OnLongs) (a, b) -> a <= b ? 1 : 0),
                arguments(Operator.GT, (OnLongs) (a, b) -> a > b ? 1 : 0),
                arguments(Operator.GE, (OnLongs) (a, b) -> a >= b ? 1 : 0));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void comparisons(Operator operator, OnLongs java) {
        OperatorRun run = binary(operator, IntType.BOOL, IntType.I64);
        for (long a : integers(Long.SIZE)) {
            for (long b : integers(Long.SIZE)) {
                assertThat(run.on(a, b)).isEqualTo(Literal.Int.of(java.apply(a, b)));
            }
        }
    }

    // ---- floating point

    static Stream<Arguments> floatOperators() {
        return Stream.of(
                arguments(Operator.FADD, (OnFloats) (a, b) -> a + b, (OnDoubles) (a, b) -> a + b),
                arguments(Operator.FSUB, (OnFloats) (a, b) -> a - b, (OnDoubles) (a, b) -> a - b),
                arguments(Operator.FMUL, (OnFloats) (a, b) -> a * b, (OnDoubles) (a, b) -> a * b),
                arguments(Operator.FDIV, (OnFloats) (a, b) -> a / b, (OnDoubles) (a, b) -> a / b),
                arguments(Operator.FREM, (OnFloats) (a, b) -> a % b, (OnDoubles) (a, b) -> a % b),
                arguments(Operator.FMIN, (OnFloats) Math::min, (OnDoubles) Math::min),
                arguments(Operator.FMAX, (OnFloats) Math::max, (OnDoubles) Math::max),
                arguments(
                        Operator.FMA, (OnFloats) (a, b) -> Math.fma(a, b, b), (OnDoubles) (a, b) -> Math.fma(a, b, b)),
                arguments(Operator.FNEG, (OnFloats) (a, b) -> -a, (OnDoubles) (a, b) -> -a),
                arguments(Operator.FABS, (OnFloats) (a, b) -> Math.abs(a), (OnDoubles) (a, b) -> Math.abs(a)),
                arguments(Operator.FSQRT, rounded(Math::sqrt), (OnDoubles) (a, b) -> Math.sqrt(a)),
                arguments(Operator.FFLOOR, rounded(Math::floor), (OnDoubles) (a, b) -> Math.floor(a)),
                arguments(Operator.FCEIL, rounded(Math::ceil), (OnDoubles) (a, b) -> Math.ceil(a)),
                arguments(Operator.FRINT, rounded(Math::rint), (OnDoubles) (a, b) -> Math.rint(a)),
                arguments(Operator.FEXP, rounded(StrictMath::exp), (OnDoubles) (a, b) -> StrictMath.exp(a)),
                arguments(Operator.FLOG, rounded(StrictMath::log), (OnDoubles) (a, b) -> StrictMath.log(a)),
                arguments(Operator.FLOG10, rounded(StrictMath::log10), (OnDoubles) (a, b) -> StrictMath.log10(a)),
                arguments(Operator.FSIN, rounded(StrictMath::sin), (OnDoubles) (a, b) -> StrictMath.sin(a)),
                arguments(Operator.FCOS, rounded(StrictMath::cos), (OnDoubles) (a, b) -> StrictMath.cos(a)),
                arguments(Operator.FTAN, rounded(StrictMath::tan), (OnDoubles) (a, b) -> StrictMath.tan(a)),
                arguments(Operator.FTANH, rounded(StrictMath::tanh), (OnDoubles) (a, b) -> StrictMath.tanh(a)),
                arguments(Operator.FATAN, rounded(StrictMath::atan), (OnDoubles) (a, b) -> StrictMath.atan(a)),
                arguments(Operator.FATAN2, (OnFloats) (a, b) -> (float) StrictMath.atan2(a, b), (OnDoubles)
                        StrictMath::atan2),
                arguments(
                        Operator.FPOW, (OnFloats) (a, b) -> (float) StrictMath.pow(a, b), (OnDoubles) StrictMath::pow));
    }

    private static OnFloats rounded(DoubleUnaryOperator function) {
        return (a, b) -> (float) function.applyAsDouble(a);
    }

    /** All NaN count as one, as Java does not say which of them an operator returns. */
    @ParameterizedTest
    @MethodSource("floatOperators")
    void onFloatsAndDoubles(Operator operator, OnFloats onFloats, OnDoubles onDoubles) {
        OperatorRun single = binary(operator, FloatType.F32, FloatType.F32);
        OperatorRun real = binary(operator, FloatType.F64, FloatType.F64);
        for (double a : reals()) {
            for (double b : reals()) {
                Literal.F32 narrow = (Literal.F32) on(single, operator, bits((float) a), bits((float) b));
                assertThat(Float.floatToIntBits(narrow.value()))
                        .isEqualTo(Float.floatToIntBits(onFloats.apply((float) a, (float) b)));
                Literal.F64 wide = (Literal.F64) on(real, operator, bits(a), bits(b));
                assertThat(Double.doubleToLongBits(wide.value()))
                        .isEqualTo(Double.doubleToLongBits(onDoubles.apply(a, b)));
            }
        }
    }

    static Stream<Arguments> floatComparisons() {
        return Stream.of(
                arguments(Operator.FEQ, (Compare) (a, b) -> a == b),
                arguments(Operator.FNE, (Compare) (a, b) -> a != b),
                arguments(Operator.FLT, (Compare) (a, b) -> a < b),
                arguments(Operator.FLE, (Compare) (a, b) -> a <= b),
                arguments(Operator.FGT, (Compare) (a, b) -> a > b),
                arguments(Operator.FGE, (Compare) (a, b) -> a >= b));
    }

    @ParameterizedTest
    @MethodSource("floatComparisons")
    void floatComparisons(Operator operator, Compare java) {
        OperatorRun single = binary(operator, IntType.BOOL, FloatType.F32);
        OperatorRun real = binary(operator, IntType.BOOL, FloatType.F64);
        for (double a : reals()) {
            for (double b : reals()) {
                boolean narrow = java.test((float) a, (float) b);
                assertThat(single.on(bits((float) a), bits((float) b))).isEqualTo(Literal.Int.of(narrow ? 1 : 0));
                assertThat(real.on(bits(a), bits(b))).isEqualTo(Literal.Int.of(java.test(a, b) ? 1 : 0));
            }
        }
    }

    @Test
    void conversionsFromFloatingPoint() {
        for (double a : reals()) {
            float f = (float) a;
            assertThat(unary(Operator.FLOAT_TO_INT32, IntType.I32, FloatType.F32)
                            .on(bits(f)))
                    .isEqualTo(Literal.Int.of((int) f));
            assertThat(unary(Operator.FLOAT_TO_INT32, IntType.I32, FloatType.F64)
                            .on(bits(a)))
                    .isEqualTo(Literal.Int.of((int) a));
            assertThat(unary(Operator.FLOAT_TO_INT64, IntType.I64, FloatType.F32)
                            .on(bits(f)))
                    .isEqualTo(Literal.Int.of((long) f));
            assertThat(unary(Operator.FLOAT_TO_INT64, IntType.I64, FloatType.F64)
                            .on(bits(a)))
                    .isEqualTo(Literal.Int.of((long) a));
            assertThat(unary(Operator.FLOAT_CONVERT, FloatType.F32, FloatType.F64)
                            .on(bits(a)))
                    .isEqualTo(Literal.F32.of(f));
            assertThat(unary(Operator.FLOAT_CONVERT, FloatType.F64, FloatType.F32)
                            .on(bits(f)))
                    .isEqualTo(Literal.F64.of(f));
            assertThat(unary(Operator.FLOAT_TO_BITS, IntType.I32, FloatType.F32).on(bits(f)))
                    .isEqualTo(Literal.Int.of(Float.floatToRawIntBits(f)));
            assertThat(unary(Operator.FLOAT_TO_BITS, IntType.I64, FloatType.F64).on(bits(a)))
                    .isEqualTo(Literal.Int.of(bits(a)));
        }
    }

    @Test
    void conversionsFromIntegers() {
        for (long a : integers(Long.SIZE)) {
            assertThat(unary(Operator.INT_TO_FLOAT, FloatType.F32, IntType.I64).on(a))
                    .isEqualTo(Literal.F32.of((float) a));
            assertThat(unary(Operator.INT_TO_FLOAT, FloatType.F64, IntType.I64).on(a))
                    .isEqualTo(Literal.F64.of((double) a));
            assertThat(unary(Operator.BITS_TO_FLOAT, FloatType.F32, IntType.I64).on(a))
                    .isEqualTo(new Literal.F32((int) a));
            assertThat(unary(Operator.BITS_TO_FLOAT, FloatType.F64, IntType.I64).on(a))
                    .isEqualTo(new Literal.F64(a));
        }
    }

    @Test
    void selectChoosesByTheCondition() {
        OperatorRun integers =
                OperatorRun.of(Operator.SELECT, IntType.I8, List.of(IntType.BOOL, IntType.I32, IntType.I64));
        assertThat(integers.on(1, 300, 5)).isEqualTo(Literal.Int.of(44));
        assertThat(integers.on(0, 300, 5)).isEqualTo(Literal.Int.of(5));
        OperatorRun reals =
                OperatorRun.of(Operator.SELECT, FloatType.F32, List.of(IntType.BOOL, FloatType.F32, FloatType.F32));
        assertThat(reals.on(0, bits(1.5f), bits(-0.0f))).isEqualTo(Literal.F32.of(-0.0f));
    }

    private static long bits(float value) {
        return Float.floatToRawIntBits(value);
    }

    private static long bits(double value) {
        return Double.doubleToRawLongBits(value);
    }

    private static OperatorRun unary(Operator operator, ScalarType result, ScalarType operand) {
        return OperatorRun.of(operator, result, List.of(operand));
    }

    /** The operator with as many operands of one type as it takes. */
    private static OperatorRun binary(Operator operator, ScalarType result, ScalarType operand) {
        return OperatorRun.of(
                operator,
                result,
                Stream.generate(() -> operand).limit(operator.arity()).toList());
    }

    private static Literal on(OperatorRun run, Operator operator, long a, long b) {
        return switch (operator.arity()) {
            case 1 -> run.on(a);
            case 2 -> run.on(a, b);
            default -> run.on(a, b, b);
        };
    }
}
