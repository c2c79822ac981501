package org.gatesmith.hls.emit.opencl;

import java.util.List;
import java.util.Locale;
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
 * How every operator of the program is written in OpenCL C. What OpenCL C does not compute as Java does is a function of {@link
 * JavaSemantics}.
 */
final class OpenClOperators {

    private static final Interval NO_INTEGER = Interval.of(0, 0);

    private OpenClOperators() {}

    static Expression compute(Operator operator, List<Expression> operands, ScalarType result) {
        return LiteralFolding.of(operator, operands, result)
                .map(literal -> OpenClLiterals.of(literal, result))
                .orElseGet(() -> written(operator, operands, result));
    }

    private static Expression written(Operator operator, List<Expression> operands, ScalarType result) {
        return switch (operator.kind()) {
            case INTEGER ->
                integer(operator, operands.stream().map(OpenClOperators::number).toList(), (IntType) result);
            case COMPARISON ->
                OpenClComparisons.integers(operator, operands.get(0), operands.get(1))
                        .withMeaning(result);
            case FLOAT_COMPARISON ->
                TruthValues.floats(operator, operands.get(0), operands.get(1)).withMeaning(result);
            case SELECT -> choice(operands.get(0), operands.get(1), operands.get(2), result);
            case FLOAT, APPROXIMATE -> floating(operator, operands, (FloatType) result);
            case CONVERSION -> conversion(operator, operands.getFirst(), result);
        };
    }

    /** A truth value that is written out takes part in arithmetic as 0 or 1. */
    private static Expression number(Expression operand) {
        return operand.isNumber() && operand.type().equals(CType.BOOL)
                ? OpenClLiterals.integer(operand.interval().min(), operand.meaning())
                : operand;
    }

    /** {@code condition ? first : second}. */
    static Expression choice(Expression condition, Expression first, Expression second, ScalarType result) {
        if (result instanceof IntType integer) {
            return OpenClIntegers.choice(condition, first, second, integer);
        }
        String text = OpenClIntegers.chosen(OpenClConversions.truth(condition), first, second);
        return new Expression(
                text, Precedence.CONDITIONAL, OpenClTypes.of(result), result, NO_INTEGER, Form.Plain.PLAIN);
    }

    private static Expression integer(Operator operator, List<Expression> operands, IntType result) {
        Expression first = operands.getFirst();
        Expression last = operands.getLast();
        return switch (operator) {
            case ADD, SUB, MUL -> OpenClIntegers.ring(operator, first, last, result);
            case DIV, REM -> OpenClIntegers.division(operator, first, last, result);
            case NEG -> OpenClIntegers.negated(first, result);
            case AND, OR, XOR -> OpenClBits.bitwise(operator, first, last, result);
            case NOT -> OpenClBits.complement(first, result);
            case SHL -> OpenClBits.shiftLeft(first, last, result);
            case SHR -> OpenClBits.shiftRight(first, last, result);
            case MIN, MAX -> OpenClIntegers.extreme(operator, first, last, result);
            case ABS -> OpenClIntegers.magnitude(first, result);
            case CAST -> OpenClConversions.reinterpreted(first, result);
            case POPCOUNT32, CLZ32, CTZ32 -> bits(operator, first, OpenClTypes.UINT, CType.INT, result);
            case POPCOUNT64, CLZ64, CTZ64 -> bits(operator, first, OpenClTypes.ULONG, CType.INT, result);
            case REVERSE32 -> bits(operator, first, OpenClTypes.UINT, CType.INT, result);
            case REVERSE64 -> bits(operator, first, OpenClTypes.ULONG, CType.INT64, result);
            default -> throw new IllegalArgumentException(operator + " is not an integer operator");
        };
    }

    private static Expression bits(Operator operator, Expression operand, CType word, CType type, IntType result) {
        String function = switch (operator) {
            case POPCOUNT32, POPCOUNT64 -> "bit_count";
            case CLZ32, CLZ64 -> "leading_zeros";
            case CTZ32, CTZ64 -> "trailing_zeros";
            default -> "reverse";
        };
        Expression low = OpenClConversions.lowBits(operand, word.width());
        Interval interval = function.equals("reverse") ? Interval.of(type.values()) : Interval.of(0, word.width());
        return new Expression(
                function + word.width() + "(" + OpenClConversions.argument(low, word) + ")",
                Precedence.PRIMARY,
                type,
                result,
                interval,
                Form.Plain.PLAIN);
    }

    private static Expression floating(Operator operator, List<Expression> operands, FloatType result) {
        return switch (operator) {
            case FADD, FSUB, FMUL, FDIV ->
                Infix.of(operator)
                        .expression(
                                operands.getFirst(),
                                operands.getLast(),
                                operands.getLast(),
                                OpenClTypes.of(result),
                                result,
                                NO_INTEGER);
            case FNEG -> floatNumber("-" + operands.getFirst().primary(), Precedence.UNARY, result);
            default -> floatNumber(function(operator, result) + arguments(operands), Precedence.PRIMARY, result);
        };
    }

    private static String arguments(List<Expression> operands) {
        return operands.stream().map(Expression::text).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A function of OpenCL, or one of ours where OpenCL's differs (OpenCL C 1.2, 6.12.2 and 7.4). */
    private static String function(Operator operator, FloatType type) {
        String suffix = "_" + OpenClTypes.name(OpenClTypes.of(type));
        return switch (operator) {
            case FREM -> "fmod";
            case FMIN -> "min" + suffix;
            case FMAX -> "max" + suffix;
            case FMA -> "fma";
            case FABS -> "fabs";
            default -> operator.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }

    private static Expression conversion(Operator operator, Expression operand, ScalarType result) {
        return switch (operator) {
            case INT_TO_FLOAT -> fromInteger(operand, (FloatType) result);
            case FLOAT_CONVERT -> convert(operand, (FloatType) result);
            case FLOAT_TO_INT32 ->
                toInteger(
                        operand.type().equals(CType.FLOAT) ? "float_to_int" : "double_to_int",
                        operand,
                        CType.INT,
                        result);
            case FLOAT_TO_INT64 ->
                toInteger(
                        operand.type().equals(CType.FLOAT) ? "float_to_long" : "double_to_long",
                        operand,
                        CType.INT64,
                        result);
            case FLOAT_TO_BITS ->
                operand.type().equals(CType.FLOAT)
                        ? toInteger("as_int", operand, CType.INT, result)
                        : toInteger("as_long", operand, CType.INT64, result);
            case BITS_TO_FLOAT -> fromBits(operand, (FloatType) result);
            default -> throw new IllegalArgumentException(operator + " is not a conversion");
        };
    }

    /** From the integer itself, which is rounded once. */
    private static Expression fromInteger(Expression operand, FloatType result) {
        Expression value = OpenClConversions.exact(operand);
        if (value.type().isArbitrary()) {
            throw new IllegalArgumentException("no conversion of " + value.meaning() + " to " + result);
        }
        return convert(value, result);
    }

    private static Expression convert(Expression value, FloatType result) {
        String text = "(" + OpenClTypes.name(OpenClTypes.of(result)) + ")"
                + value.operandOf(Precedence.UNARY, Expression.Side.RIGHT);
        return floatNumber(text, Precedence.UNARY, result);
    }

    private static Expression toInteger(String function, Expression operand, CType type, ScalarType result) {
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
        Expression bits = OpenClConversions.lowBits(operand, single ? Integer.SIZE : Long.SIZE);
        Expression word = OpenClConversions.cast(bits, single ? CType.INT : CType.INT64);
        return floatNumber((single ? "as_float(" : "as_double(") + word.text() + ")", Precedence.PRIMARY, result);
    }

    private static Expression floatNumber(String text, Precedence precedence, FloatType type) {
        return new Expression(text, precedence, OpenClTypes.of(type), type, NO_INTEGER, Form.Plain.PLAIN);
    }
}
