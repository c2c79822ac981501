package org.gatesmith.hls.ir;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Evaluates pure operators on constants, exactly as {@link Operator} defines them. */
public final class ConstantFolder {

    private static final BigInteger SHIFT_LIMIT = BigInteger.valueOf(Operator.SHIFT_LIMIT);

    private ConstantFolder() {}

    /**
     * The value of {@code operator} on constants, as a {@code type}. Empty where there is none (division by zero, a shift count
     * out of range) and for approximate functions, whose value depends on where they run.
     */
    public static Optional<Literal> fold(Operator operator, List<Literal> operands, ScalarType type) {
        return switch (operator.kind()) {
            case INTEGER -> foldInteger(operator, operands).map(value -> integer(value, type));
            case COMPARISON ->
                Optional.of(truth(compare(operator, bits(operands, 0).compareTo(bits(operands, 1)))));
            case SELECT -> Optional.of(chosen(operands, type));
            case FLOAT -> Optional.of(foldFloat(operator, operands, type));
            case FLOAT_COMPARISON ->
                Optional.of(truth(FloatOperators.comparison(operator).holds(real(operands, 0), real(operands, 1))));
            case CONVERSION -> Optional.of(convert(operator, operands.getFirst(), type));
            case APPROXIMATE -> Optional.empty();
        };
    }

    private static Literal integer(BigInteger value, ScalarType type) {
        return new Literal.Int(((IntType) type).wrap(value));
    }

    private static Literal truth(boolean value) {
        return Literal.Int.of(value ? 1 : 0);
    }

    private static BigInteger bits(List<Literal> operands, int index) {
        return ((Literal.Int) operands.get(index)).value();
    }

    /** A float is exact as a double, so comparisons may be made there. */
    private static double real(List<Literal> operands, int index) {
        return operands.get(index) instanceof Literal.F32 single
                ? single.value()
                : ((Literal.F64) operands.get(index)).value();
    }

    private static Literal chosen(List<Literal> operands, ScalarType type) {
        Literal literal = bits(operands, 0).signum() != 0 ? operands.get(1) : operands.get(2);
        return literal instanceof Literal.Int number ? integer(number.value(), type) : literal;
    }

    private static boolean compare(Operator operator, int order) {
        return switch (operator) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            default -> throw new IllegalArgumentException(operator.name());
        };
    }

    private static Optional<BigInteger> foldInteger(Operator operator, List<Literal> operands) {
        BigInteger a = bits(operands, 0);
        if (operator.arity() == 1) {
            return Optional.of(foldUnary(operator, a));
        }
        BigInteger b = bits(operands, 1);
        return switch (operator) {
            case ADD -> Optional.of(a.add(b));
            case SUB -> Optional.of(a.subtract(b));
            case MUL -> Optional.of(a.multiply(b));
            case DIV -> b.signum() == 0 ? Optional.empty() : Optional.of(a.divide(b));
            case REM -> b.signum() == 0 ? Optional.empty() : Optional.of(a.remainder(b));
            case AND -> Optional.of(a.and(b));
            case OR -> Optional.of(a.or(b));
            case XOR -> Optional.of(a.xor(b));
            case SHL -> isShiftCount(b) ? Optional.of(a.shiftLeft(b.intValue())) : Optional.empty();
            case SHR -> isShiftCount(b) ? Optional.of(a.shiftRight(b.intValue())) : Optional.empty();
            case MIN -> Optional.of(a.min(b));
            case MAX -> Optional.of(a.max(b));
            default -> throw new IllegalArgumentException(operator.name());
        };
    }

    private static boolean isShiftCount(BigInteger count) {
        return count.signum() >= 0 && count.compareTo(SHIFT_LIMIT) < 0;
    }

    private static BigInteger foldUnary(Operator operator, BigInteger a) {
        return switch (operator) {
            case NOT -> a.not();
            case NEG -> a.negate();
            case ABS -> a.abs();
            case CAST -> a;
            case POPCOUNT32 -> BigInteger.valueOf(Integer.bitCount(a.intValue()));
            case POPCOUNT64 -> BigInteger.valueOf(Long.bitCount(a.longValue()));
            case CLZ32 -> BigInteger.valueOf(Integer.numberOfLeadingZeros(a.intValue()));
            case CLZ64 -> BigInteger.valueOf(Long.numberOfLeadingZeros(a.longValue()));
            case CTZ32 -> BigInteger.valueOf(Integer.numberOfTrailingZeros(a.intValue()));
            case CTZ64 -> BigInteger.valueOf(Long.numberOfTrailingZeros(a.longValue()));
            case REVERSE32 -> BigInteger.valueOf(Integer.reverse(a.intValue()));
            case REVERSE64 -> BigInteger.valueOf(Long.reverse(a.longValue()));
            default -> throw new IllegalArgumentException(operator.name());
        };
    }

    private static Literal foldFloat(Operator operator, List<Literal> operands, ScalarType type) {
        if (type == FloatType.F32) {
            float[] x = new float[3];
            for (int i = 0; i < operands.size(); i++) {
                x[i] = ((Literal.F32) operands.get(i)).value();
            }
            return Literal.F32.of(FloatOperators.onFloats(operator).apply(x[0], x[1], x[2]));
        }
        double[] x = new double[3];
        for (int i = 0; i < operands.size(); i++) {
            x[i] = ((Literal.F64) operands.get(i)).value();
        }
        return Literal.F64.of(FloatOperators.onDoubles(operator).apply(x[0], x[1], x[2]));
    }

    private static Literal convert(Operator operator, Literal operand, ScalarType type) {
        return switch (operator) {
            case INT_TO_FLOAT -> {
                BigInteger value = ((Literal.Int) operand).value();
                yield type == FloatType.F32 ? Literal.F32.of(value.floatValue()) : Literal.F64.of(value.doubleValue());
            }
            case FLOAT_TO_INT32 ->
                integer(
                        BigInteger.valueOf(
                                operand instanceof Literal.F32 single ? (int) single.value() : (int) asDouble(operand)),
                        type);
            case FLOAT_TO_INT64 ->
                integer(
                        BigInteger.valueOf(
                                operand instanceof Literal.F32 single
                                        ? (long) single.value()
                                        : (long) asDouble(operand)),
                        type);
            case FLOAT_CONVERT ->
                type == FloatType.F32 ? Literal.F32.of((float) asDouble(operand)) : Literal.F64.of(asDouble(operand));
            case FLOAT_TO_BITS ->
                integer(
                        BigInteger.valueOf(
                                operand instanceof Literal.F32 single ? single.bits() : ((Literal.F64) operand).bits()),
                        type);
            case BITS_TO_FLOAT -> {
                BigInteger bits = ((Literal.Int) operand).value();
                yield type == FloatType.F32 ? new Literal.F32(bits.intValue()) : new Literal.F64(bits.longValue());
            }
            default -> throw new IllegalArgumentException(operator.name());
        };
    }

    private static double asDouble(Literal literal) {
        return literal instanceof Literal.F32 single ? single.value() : ((Literal.F64) literal).value();
    }
}
