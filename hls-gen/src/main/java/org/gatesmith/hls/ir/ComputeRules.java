package org.gatesmith.hls.ir;

import java.util.List;
import java.util.Optional;

/** Operand and result types of {@link Op.Compute}. */
final class ComputeRules {

    private ComputeRules() {}

    /** What is wrong, if anything. */
    static Optional<String> check(Op.Compute op) {
        Operator operator = op.operator();
        List<Type> operands = op.operands().stream().map(Value::type).toList();
        if (operands.size() != operator.arity()) {
            return Optional.of(
                    operator.mnemonic() + " takes " + operator.arity() + " operands, not " + operands.size());
        }
        return fits(operator, operands, op.result().type()) ? Optional.empty() : Optional.of(rule(operator));
    }

    private static boolean fits(Operator operator, List<Type> operands, Type result) {
        return switch (operator.kind()) {
            case INTEGER -> integers(operands) && isInteger(result);
            case COMPARISON -> integers(operands) && result.equals(IntType.BOOL);
            case SELECT -> operands.getFirst().equals(IntType.BOOL) && selectable(operands.subList(1, 3), result);
            case FLOAT, APPROXIMATE -> isFloat(result) && same(operands, result);
            case FLOAT_COMPARISON ->
                isFloat(operands.getFirst()) && same(operands, operands.getFirst()) && result.equals(IntType.BOOL);
            case CONVERSION -> converts(operator, operands.getFirst(), result);
        };
    }

    private static boolean selectable(List<Type> choices, Type result) {
        return isInteger(result) ? integers(choices) : isFloat(result) && same(choices, result);
    }

    private static boolean converts(Operator operator, Type operand, Type result) {
        return switch (operator) {
            case INT_TO_FLOAT, BITS_TO_FLOAT -> isInteger(operand) && isFloat(result);
            case FLOAT_TO_INT32, FLOAT_TO_INT64, FLOAT_TO_BITS -> isFloat(operand) && isInteger(result);
            case FLOAT_CONVERT -> isFloat(operand) && isFloat(result);
            default -> throw new IllegalArgumentException(operator + " is no conversion");
        };
    }

    private static String rule(Operator operator) {
        String types = switch (operator.kind()) {
            case INTEGER -> "integers and returns an integer";
            case COMPARISON -> "integers and returns a u1";
            case SELECT -> "a u1 and two integers for an integer, or a u1 and two numbers of the result's type";
            case FLOAT, APPROXIMATE -> "floating-point numbers of the result's type";
            case FLOAT_COMPARISON -> "floating-point numbers of one type and returns a u1";
            case CONVERSION -> conversion(operator);
        };
        return operator.mnemonic() + " takes " + types;
    }

    private static String conversion(Operator operator) {
        return switch (operator) {
            case INT_TO_FLOAT, BITS_TO_FLOAT -> "an integer and returns a floating-point number";
            case FLOAT_CONVERT -> "a floating-point number and returns one";
            default -> "a floating-point number and returns an integer";
        };
    }

    private static boolean integers(List<Type> types) {
        return types.stream().allMatch(ComputeRules::isInteger);
    }

    private static boolean same(List<Type> types, Type type) {
        return types.stream().allMatch(type::equals);
    }

    private static boolean isInteger(Type type) {
        return type instanceof IntType;
    }

    private static boolean isFloat(Type type) {
        return type instanceof FloatType;
    }
}
