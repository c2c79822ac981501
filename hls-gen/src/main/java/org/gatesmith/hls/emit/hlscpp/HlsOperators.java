package org.gatesmith.hls.emit.hlscpp;

import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.emit.Expression;
import org.gatesmith.hls.emit.Expression.Form;
import org.gatesmith.hls.emit.Infix;
import org.gatesmith.hls.emit.Interval;
import org.gatesmith.hls.emit.LiteralFolding;
import org.gatesmith.hls.emit.Precedence;
import org.gatesmith.hls.emit.TruthValues;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;

/**
 * How every operator of the program is written in HLS C++. What neither C++ nor the library computes as Java does is a function
 * of {@code java_semantics.h}.
 */
final class HlsOperators {

    private static final Interval NO_INTEGER = Interval.of(0, 0);

    private HlsOperators() {}

    static Expression compute(Operator operator, List<Expression> operands, ScalarType result) {
        return LiteralFolding.of(operator, operands, result)
                .map(literal -> HlsLiterals.of(literal, result))
                .orElseGet(() -> written(operator, operands, result));
    }

    private static Expression written(Operator operator, List<Expression> operands, ScalarType result) {
        return switch (operator.kind()) {
            case INTEGER ->
                integer(operator, operands.stream().map(HlsOperators::number).toList(), (IntType) result);
            case COMPARISON ->
                Comparisons.integers(operator, operands.get(0), operands.get(1)).withMeaning(result);
            case FLOAT_COMPARISON ->
                TruthValues.floats(operator, operands.get(0), operands.get(1)).withMeaning(result);
            case SELECT -> Choices.choice(operands.get(0), operands.get(1), operands.get(2), result);
            case FLOAT, APPROXIMATE -> floating(operator, operands, (FloatType) result);
            case CONVERSION -> conversion(operator, operands.getFirst(), result);
        };
    }

    /** A truth value that is written out takes part in arithmetic as 0 or 1. */
    private static Expression number(Expression operand) {
        return operand.isNumber() && operand.type().equals(CType.BOOL)
                ? HlsLiterals.integer(operand.interval().min(), operand.meaning())
                : operand;
    }

    private static Expression integer(Operator operator, List<Expression> operands, IntType result) {
        Expression first = operands.getFirst();
        Expression last = operands.getLast();
        return switch (operator) {
            case ADD, SUB, MUL -> IntegerArithmetic.ring(operator, first, last, result);
            case DIV, REM -> IntegerArithmetic.division(operator, first, last, result);
            case NEG -> IntegerArithmetic.negated(first, result);
            case AND, OR, XOR -> BitwiseArithmetic.bitwise(operator, first, last, result);
            case NOT -> BitwiseArithmetic.complement(first, result);
            case SHL -> BitwiseArithmetic.shiftLeft(first, last, result);
            case SHR -> BitwiseArithmetic.shiftRight(first, last, result);
            case MIN, MAX -> Choices.extreme(operator, first, last, result);
            case ABS -> Choices.magnitude(first, result);
            case CAST -> HlsConversions.reinterpreted(first, result);
            case POPCOUNT32, CLZ32, CTZ32 -> count(operator, first, CType.INT, result);
            case POPCOUNT64, CLZ64, CTZ64 -> count(operator, first, CType.INT64, result);
            case REVERSE32 -> bits("java::reverse32", first, CType.INT, Interval.of(IntType.I32), result);
            case REVERSE64 -> bits("java::reverse64", first, CType.INT64, Interval.of(IntType.I64), result);
            default -> throw new IllegalArgumentException(operator + " is not an integer operator");
        };
    }

    private static Expression count(Operator operator, Expression operand, CType word, IntType result) {
        String function = switch (operator) {
            case POPCOUNT32, POPCOUNT64 -> "java::bit_count";
            case CLZ32, CLZ64 -> "java::leading_zeros";
            default -> "java::trailing_zeros";
        };
        Expression count = bits(function + word.width(), operand, word, Interval.of(0, word.width()), result);
        return new Expression(count.text(), count.precedence(), CType.INT, result, count.interval(), Form.Plain.PLAIN);
    }

    private static Expression bits(String function, Expression operand, CType word, Interval interval, IntType result) {
        Expression low = HlsConversions.lowBits(operand, word.width());
        String argument = (low.type().isArbitrary() ? HlsConversions.cast(low, word) : low).text();
        return new Expression(
                function + "(" + argument + ")", Precedence.PRIMARY, word, result, interval, Form.Plain.PLAIN);
    }

    private static Expression floating(Operator operator, List<Expression> operands, FloatType result) {
        return switch (operator) {
            case FADD, FSUB, FMUL, FDIV -> infix(Infix.of(operator), operands.getFirst(), operands.getLast(), result);
            case FNEG -> floatNumber("-" + operands.getFirst().primary(), Precedence.UNARY, result);
            default -> floatNumber(function(operator) + "(" + arguments(operands) + ")", Precedence.PRIMARY, result);
        };
    }

    /** Floating-point sums and products are not associative: operands on the right keep their parentheses. */
    private static Expression infix(Infix symbol, Expression left, Expression right, FloatType result) {
        return symbol.expression(left, right, right, HlsTypes.of(result), result, NO_INTEGER);
    }

    private static String arguments(List<Expression> operands) {
        return operands.stream().map(Expression::text).collect(Collectors.joining(", "));
    }

    private static String function(Operator operator) {
        return switch (operator) {
            case FREM -> "std::fmod";
            case FABS -> "std::fabs";
            case FMIN -> "java::min";
            case FMAX -> "java::max";
            case FSQRT -> "std::sqrt";
            case FMA -> "std::fma";
            case FFLOOR -> "std::floor";
            case FCEIL -> "std::ceil";
            case FRINT -> "std::rint";
            case FEXP -> "std::exp";
            case FLOG -> "std::log";
            case FLOG10 -> "std::log10";
            case FSIN -> "std::sin";
            case FCOS -> "std::cos";
            case FTAN -> "std::tan";
            case FTANH -> "std::tanh";
            case FATAN -> "std::atan";
            case FATAN2 -> "std::atan2";
            case FPOW -> "std::pow";
            default -> throw new IllegalArgumentException(operator + " is not a floating-point function");
        };
    }

    private static Expression conversion(Operator operator, Expression operand, ScalarType result) {
        return switch (operator) {
            case INT_TO_FLOAT -> fromInteger(operand, (FloatType) result);
            case FLOAT_CONVERT -> convert(operand, (FloatType) result);
            case FLOAT_TO_INT32 -> toInteger("java::to_int", operand, CType.INT, (IntType) result);
            case FLOAT_TO_INT64 -> toInteger("java::to_long", operand, CType.INT64, (IntType) result);
            case FLOAT_TO_BITS ->
                toInteger(
                        operand.type().equals(CType.FLOAT) ? "java::float_to_bits" : "java::double_to_bits",
                        operand,
                        operand.type().equals(CType.FLOAT) ? CType.INT : CType.INT64,
                        (IntType) result);
            case BITS_TO_FLOAT -> fromBits(operand, (FloatType) result);
            default -> throw new IllegalArgumentException(operator + " is not a conversion");
        };
    }

    /** Through a native integer, which holds every operand and is rounded once. */
    private static Expression fromInteger(Expression operand, FloatType result) {
        Expression value = HlsConversions.exact(operand);
        if (value.type().width() > Long.SIZE) {
            throw new IllegalArgumentException(
                    "no conversion of " + value.type().width() + " bits to " + result);
        }
        return convert(value, result);
    }

    private static Expression convert(Expression value, FloatType result) {
        return floatNumber(HlsTypes.name(HlsTypes.of(result)) + "(" + value.text() + ")", Precedence.PRIMARY, result);
    }

    private static Expression toInteger(String function, Expression operand, CType type, IntType result) {
        return new Expression(
                function + "(" + operand.text() + ")",
                Precedence.PRIMARY,
                type,
                result,
                Interval.of(type.values()),
                Form.Plain.PLAIN);
    }

    private static Expression fromBits(Expression operand, FloatType result) {
        boolean single = result == FloatType.F32;
        Expression bits = HlsConversions.lowBits(operand, single ? Integer.SIZE : Long.SIZE);
        Expression argument = HlsConversions.cast(bits, single ? CType.INT : CType.INT64);
        String function = single ? "java::bits_to_float" : "java::bits_to_double";
        return floatNumber(function + "(" + argument.text() + ")", Precedence.PRIMARY, result);
    }

    private static Expression floatNumber(String text, Precedence precedence, FloatType type) {
        return new Expression(text, precedence, HlsTypes.of(type), type, NO_INTEGER, Form.Plain.PLAIN);
    }
}
