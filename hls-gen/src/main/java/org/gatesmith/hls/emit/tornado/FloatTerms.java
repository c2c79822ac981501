package org.gatesmith.hls.emit.tornado;

import java.util.List;
import java.util.stream.Collectors;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.range.IntRange;

/** How operators on floating-point numbers, and conversions, are written. */
final class FloatTerms {

    private FloatTerms() {}

    /** Name of the variable that holds infinity, for TornadoVM has no literal for it. */
    static final String INFINITY = "infinity";

    /** Name of the variable that holds NaN. */
    static final String NAN = "notANumber";

    static Term literal(Literal literal) {
        return switch (literal) {
            case Literal.F32 single -> {
                boolean plain = Float.isFinite(single.value());
                yield plain
                        ? Term.atom(single.value() + "f", Register.FLOAT, IntRange.NONE)
                        : Term.real("(float) " + special(single.value()), Register.FLOAT);
            }
            case Literal.F64 number -> {
                boolean plain = Double.isFinite(number.value());
                String text = plain ? Double.toString(number.value()) : special(number.value());
                yield Term.atom(text, Register.DOUBLE, IntRange.NONE);
            }
            case Literal.Int _ -> throw new IllegalArgumentException("an integer is not a floating-point literal");
        };
    }

    private static String special(double value) {
        return Double.isNaN(value) ? NAN : value > 0 ? INFINITY : "(-" + INFINITY + ")";
    }

    /** Whether the literal stands for one of the two variables. */
    static boolean isSpecial(Literal literal) {
        return switch (literal) {
            case Literal.F32 single -> !Float.isFinite(single.value());
            case Literal.F64 number -> !Double.isFinite(number.value());
            case Literal.Int _ -> false;
        };
    }

    static Term compute(Operator operator, List<Term> operands, FloatType result) {
        Register register = Register.of(result);
        Term first = operands.getFirst();
        String symbol = switch (operator) {
            case FADD -> "+";
            case FSUB -> "-";
            case FMUL -> "*";
            case FDIV -> "/";
            default -> "";
        };
        if (!symbol.isEmpty()) {
            return Term.real(
                    first.operand() + " " + symbol + " " + operands.getLast().operand(), register);
        }
        if (operator == Operator.FNEG) {
            return Term.real("-" + first.operand(), register);
        }
        String arguments = operands.stream().map(Term::text).collect(Collectors.joining(", "));
        return Term.atom(function(operator, arguments, result), register, IntRange.NONE);
    }

    private static String function(Operator operator, String arguments, FloatType result) {
        return switch (operator) {
            case FREM -> "Exact.remainder(" + arguments + ")";
            case FABS -> "Exact.abs(" + arguments + ")";
            case FMIN -> "Exact.min(" + arguments + ")";
            case FMAX -> "Exact.max(" + arguments + ")";
            case FSQRT -> "Exact.sqrt(" + arguments + ")";
            case FFLOOR -> "Exact.floor(" + arguments + ")";
            case FCEIL -> "Exact.ceil(" + arguments + ")";
            case FRINT -> "Exact.rint(" + arguments + ")";
            case FMA -> "Exact.fma(" + arguments + ")";
            default -> approximate(operator, arguments, result);
        };
    }

    /** Permitted only under a tolerance, so the target's own function will do. */
    private static String approximate(Operator operator, String arguments, FloatType result) {
        String cast = result == FloatType.F32 ? "(float) " : "";
        return switch (operator) {
            case FEXP -> cast + "Math.exp(" + arguments + ")";
            case FLOG -> cast + "Math.log(" + arguments + ")";
            case FLOG10 -> cast + "(Math.log(" + arguments + ") * 0.4342944819032518)";
            case FSIN -> cast + "Math.sin(" + arguments + ")";
            case FCOS -> cast + "Math.cos(" + arguments + ")";
            case FTAN -> cast + "Math.tan(" + arguments + ")";
            case FTANH -> cast + "TornadoMath.tanh(" + arguments + ")";
            case FATAN -> cast + "TornadoMath.atan(" + arguments + ")";
            case FATAN2 -> cast + "TornadoMath.atan2(" + arguments + ")";
            case FPOW -> cast + "Math.pow(" + arguments + ")";
            default -> throw new IllegalArgumentException(operator + " is not a floating-point operator");
        };
    }

    static Term convert(Operator operator, Term operand, ScalarType result) {
        return switch (operator) {
            case INT_TO_FLOAT -> fromInteger(operand, (FloatType) result);
            case FLOAT_CONVERT ->
                Term.real("(" + Register.of(result).keyword() + ") " + operand.operand(), Register.of(result));
            case FLOAT_TO_INT32 -> toInteger("Exact.toInt", operand, Register.INT, IntType.I32, (IntType) result);
            case FLOAT_TO_INT64 -> toInteger("Exact.toLong", operand, Register.LONG, IntType.I64, (IntType) result);
            case FLOAT_TO_BITS ->
                operand.register() == Register.FLOAT
                        ? toInteger("Exact.bitsOf", operand, Register.INT, IntType.I32, (IntType) result)
                        : toInteger("Exact.bitsOf", operand, Register.LONG, IntType.I64, (IntType) result);
            case BITS_TO_FLOAT ->
                result == FloatType.F32
                        ? Term.atom("Exact.bitsToFloat(" + operand.intOperand() + ")", Register.FLOAT, IntRange.NONE)
                        : Term.atom(
                                "Exact.bitsToDouble(" + operand.longOperand() + ")", Register.DOUBLE, IntRange.NONE);
            default -> throw new IllegalArgumentException(operator + " is not a conversion");
        };
    }

    private static Term fromInteger(Term operand, FloatType result) {
        Register register = Register.of(result);
        if (operand.isUnsignedLong()) {
            String name = result == FloatType.F32 ? "Exact.unsignedToFloat" : "Exact.unsignedToDouble";
            return Term.atom(name + "(" + operand.text() + ")", register, IntRange.NONE);
        }
        if (!operand.isInt() && operand.mayBeNegative()) {
            String name = result == FloatType.F32 ? "Exact.toFloat" : "Exact.toDouble";
            return Term.atom(name + "(" + operand.text() + ")", register, IntRange.NONE);
        }
        return Term.real("(" + register.keyword() + ") " + operand.operand(), register);
    }

    private static Term toInteger(String function, Term operand, Register register, IntType natural, IntType result) {
        String call = function + "(" + operand.text() + ")";
        return Wrapping.toType(call, register, IntRange.of(natural), result);
    }
}
