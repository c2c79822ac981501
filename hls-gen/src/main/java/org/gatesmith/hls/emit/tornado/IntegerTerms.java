package org.gatesmith.hls.emit.tornado;

import java.math.BigInteger;
import java.util.List;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.range.IntRange;

/** How operators on integers are written. */
final class IntegerTerms {

    private static final Term ZERO = Term.atom("0", Register.INT, IntRange.constant(BigInteger.ZERO));

    private IntegerTerms() {}

    static Term compute(Operator operator, List<Term> operands, IntType result) {
        Term first = operands.getFirst();
        Term last = operands.getLast();
        IntRange exact =
                ExactRanges.of(operator, operands.stream().map(Term::range).toList());
        return switch (operator) {
            case ADD -> ring(first, "+", "Exact.add", last, exact, result);
            case SUB -> ring(first, "-", "Exact.subtract", last, exact, result);
            case MUL -> ring(first, "*", "Exact.multiply", last, exact, result);
            case AND -> bitwise(first, "&", last, exact, result);
            case OR -> bitwise(first, "|", last, exact, result);
            case XOR -> bitwise(first, "^", last, exact, result);
            case NEG -> ring(ZERO, "-", "Exact.subtract", first, exact, result);
            case NOT -> inverted(first, exact, result);
            case CAST -> cast(first, exact, result);
            case SHL -> shiftLeft(first, last, exact, result);
            case SHR -> shiftRight(first, last, exact, result);
            case DIV, REM -> division(operator, first, last, exact, result);
            case MIN, MAX -> extreme(operator, first, last, exact, result);
            case ABS -> magnitude(first, exact, result);
            default -> bits(operator, first, result);
        };
    }

    /** Whether the low 32 bits of the operands are enough for the result. */
    private static Register domain(IntRange exact, IntType result, Term... operands) {
        boolean allInts = List.of(operands).stream().allMatch(Term::isInt);
        boolean intIsExact = allInts && exact.isWithin(IntType.I32);
        return Register.of(result) == Register.INT || intIsExact ? Register.INT : Register.LONG;
    }

    /** What may overflow is a call: TornadoVM makes signed arithmetic of C of it, which may not. */
    private static Term ring(Term left, String symbol, String wrapping, Term right, IntRange exact, IntType result) {
        Register domain = domain(exact, result, left, right);
        boolean overflows = !exact.isWithin(domain == Register.INT ? IntType.I32 : IntType.I64);
        String raw = overflows
                ? wrapping + "(" + left.operandIn(domain) + ", " + right.operandIn(domain) + ")"
                : left.operandIn(domain) + " " + symbol + " " + right.operandIn(domain);
        return Wrapping.toType(raw, domain, exact, result);
    }

    private static Term bitwise(Term left, String symbol, Term right, IntRange exact, IntType result) {
        Register domain = domain(exact, result, left, right);
        String raw = left.operandIn(domain) + " " + symbol + " " + right.operandIn(domain);
        return Wrapping.toType(raw, domain, exact, result);
    }

    private static Term inverted(Term operand, IntRange exact, IntType result) {
        Register domain = domain(exact, result, operand);
        return Wrapping.toType("~" + operand.operandIn(domain), domain, exact, result);
    }

    private static Term cast(Term operand, IntRange exact, IntType result) {
        if (exact.isWithin(result) && operand.register() == Register.of(result)) {
            return operand;
        }
        return Wrapping.toType(operand.operand(), operand.register(), exact, result);
    }

    // ---- shifts

    private static boolean reaches(Term count, int bits) {
        return count.range().max().compareTo(BigInteger.valueOf(bits)) >= 0;
    }

    private static String count(Term count, int bits) {
        return reaches(count, bits) ? "Math.min(" + count.intOperand() + ", " + (bits - 1) + ")" : count.intOperand();
    }

    private static Term shiftLeft(Term operand, Term count, IntRange exact, IntType result) {
        Register domain = domain(exact, result, operand);
        int bits = domain == Register.INT ? Integer.SIZE : Long.SIZE;
        String value = operand.operandIn(domain);
        String raw = reaches(count, bits)
                ? "Exact.shiftLeft(" + value + ", " + count.intOperand() + ")"
                : value + " << " + count.intOperand();
        return Wrapping.toType(raw, domain, exact, result);
    }

    private static Term shiftRight(Term operand, Term count, IntRange exact, IntType result) {
        if (operand.isUnsignedLong()) {
            String raw = "Exact.shiftRightUnsigned(" + operand.text() + ", " + count.intOperand() + ")";
            return Wrapping.toType(raw, Register.LONG, exact, result);
        }
        if (!operand.isInt() && operand.mayBeNegative()) {
            String raw = "Exact.shiftRight(" + operand.text() + ", " + count.intOperand() + ")";
            return Wrapping.toType(raw, Register.LONG, exact, result);
        }
        int bits = operand.isInt() ? Integer.SIZE : Long.SIZE;
        String raw = operand.operand() + " >> " + count(count, bits);
        return Wrapping.toType(raw, operand.register(), exact, result);
    }

    // ---- division

    private static Term division(Operator operator, Term left, Term right, IntRange exact, IntType result) {
        String name = operator == Operator.DIV ? "divide" : "remainder";
        if (left.isUnsignedLong() || right.isUnsignedLong()) {
            requireNonNegative(left);
            requireNonNegative(right);
            String raw = "Exact." + name + "Unsigned(" + left.longOperand() + ", " + right.longOperand() + ")";
            return Wrapping.toType(raw, Register.LONG, exact, result);
        }
        boolean ints =
                left.isInt() && right.isInt() && exact.isWithin(IntType.I32.equals(result) ? result : IntType.I32);
        Register domain = (left.isInt() && right.isInt() && Register.of(result) == Register.INT) || ints
                ? Register.INT
                : Register.LONG;
        String raw = divided(operator, name, left, right, domain);
        return Wrapping.toType(raw, domain, exact, result);
    }

    /** The smallest number divided by -1 stops an x86 processor; a division by a power of two becomes a logical shift. */
    private static String divided(Operator operator, String name, Term left, Term right, Register domain) {
        boolean plain = left.range().isNonNegative()
                && right.range().isNonNegative()
                && !right.range().isConstant();
        String arguments = left.operandIn(domain) + ", " + right.operandIn(domain);
        if (plain) {
            return left.operandIn(domain) + (operator == Operator.DIV ? " / " : " % ") + right.operandIn(domain);
        }
        if (right.range().isConstant()) {
            return dividedBy(right.range().min(), operator, left, right, domain);
        }
        return "Exact." + name + "(" + arguments + ")";
    }

    private static String dividedBy(BigInteger divisor, Operator operator, Term left, Term right, Register domain) {
        String value = left.operandIn(domain);
        int log = divisor.bitLength() - 1;
        boolean power = divisor.signum() > 0 && divisor.bitCount() == 1;
        if (!power) {
            String name = operator == Operator.DIV ? "divide" : "remainder";
            return "Exact." + name + "(" + value + ", " + right.operandIn(domain) + ")";
        }
        String name = operator == Operator.DIV ? "dividePower" : "remainderPower";
        return "Exact." + name + "(" + value + ", " + log + ")";
    }

    private static void requireNonNegative(Term term) {
        if (!term.isUnsignedLong() && !term.range().isNonNegative()) {
            throw new UnsupportedProgramException(
                    "a division that mixes unsigned numbers of 64 bits with negative numbers");
        }
    }

    // ---- choices

    private static Term extreme(Operator operator, Term left, Term right, IntRange exact, IntType result) {
        String name = operator == Operator.MIN ? "min" : "max";
        if (left.isUnsignedLong() || right.isUnsignedLong()) {
            requireNonNegative(left);
            requireNonNegative(right);
            String raw = "Exact." + name + "Unsigned(" + left.longOperand() + ", " + right.longOperand() + ")";
            return Wrapping.toType(raw, Register.LONG, exact, result);
        }
        Register domain = left.isInt() && right.isInt() ? Register.INT : Register.LONG;
        String owner = domain == Register.LONG ? "Exact." : "Math.";
        String raw = owner + name + "(" + left.operandIn(domain) + ", " + right.operandIn(domain) + ")";
        return Wrapping.toType(raw, domain, exact, result);
    }

    /** Without a condition: TornadoVM has no {@code abs} of integers, and finds it again in {@code x < 0 ? -x : x}. */
    private static Term magnitude(Term operand, IntRange exact, IntType result) {
        if (operand.isUnsignedLong()) {
            return Wrapping.toType(operand.text(), Register.LONG, exact, result);
        }
        Register domain = operand.isInt() && Register.of(result) == Register.INT ? Register.INT : Register.LONG;
        return Wrapping.toType("Exact.abs(" + operand.operandIn(domain) + ")", domain, exact, result);
    }

    // ---- bits

    private static Term bits(Operator operator, Term operand, IntType result) {
        String word = operator.name().endsWith("32") ? operand.intOperand() : operand.longOperand();
        boolean single = operator.name().endsWith("32");
        String call = switch (operator) {
            case POPCOUNT32 -> "Integer.bitCount(" + word + ")";
            case POPCOUNT64 -> "Exact.bitCount(" + word + ")";
            case CLZ32, CLZ64 -> "Exact.leadingZeros(" + word + ")";
            case CTZ32, CTZ64 -> "Exact.trailingZeros(" + word + ")";
            case REVERSE32, REVERSE64 -> "Exact.reverse(" + word + ")";
            default -> throw new IllegalArgumentException(operator + " is not an integer operator");
        };
        boolean reverses = operator == Operator.REVERSE32 || operator == Operator.REVERSE64;
        IntRange exact = reverses
                ? IntRange.of(single ? IntType.I32 : IntType.I64)
                : IntRange.between(0, single ? Integer.SIZE : Long.SIZE);
        return Wrapping.toType(call, reverses && !single ? Register.LONG : Register.INT, exact, result);
    }
}
