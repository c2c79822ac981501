package org.gatesmith.hls.cost;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import org.gatesmith.hls.ir.ConstantFolder;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;

/**
 * Integer operators on {@link Bounds}: exact on known operands, limits that hold otherwise. It is made for the arithmetic that
 * loops and branches are controlled by, on words of 64 bits; {@code org.gatesmith.hls.range} is finer, and slower.
 */
final class BoundsArithmetic {

    private static final Bounds FALSE = Bounds.exactly(0);
    private static final Bounds TRUE = Bounds.exactly(1);

    private BoundsArithmetic() {}

    static Bounds apply(Op.Compute op, List<Bounds> operands) {
        if (!(op.result().type() instanceof IntType type)) {
            return Bounds.data(op.result().scalarType());
        }
        return switch (op.operator().kind()) {
            case INTEGER, COMPARISON, SELECT -> onIntegers(op.operator(), operands, type);
            default -> Bounds.data(type);
        };
    }

    private static Bounds onIntegers(Operator operator, List<Bounds> operands, IntType type) {
        long causes = 0;
        boolean known = true;
        for (Bounds operand : operands) {
            causes |= operand.causes();
            known &= operand.isKnown();
        }
        if (operator == Operator.SELECT) {
            return chosen(operands, type, causes);
        }
        Bounds a = operands.getFirst();
        Bounds b = operands.getLast();
        if (operator.kind() == Operator.Kind.COMPARISON) {
            return compared(operator, a, b, causes);
        }
        try {
            return known ? exact(operator, operands, type) : limits(operator, a, b, type, causes);
        } catch (ArithmeticException e) {
            return known ? folded(operator, operands, type) : Bounds.any(type, causes);
        }
    }

    private static Bounds chosen(List<Bounds> operands, IntType type, long causes) {
        Bounds condition = operands.getFirst();
        if (condition.isKnown()) {
            return wrapped(operands.get(condition.min() != 0 ? 1 : 2), type);
        }
        return wrapped(operands.get(1).or(operands.get(2)).because(causes), type);
    }

    private static Bounds compared(Operator operator, Bounds a, Bounds b, long causes) {
        return switch (operator) {
            case LT -> less(a, b, causes);
            case GE -> not(less(a, b, causes));
            case GT -> less(b, a, causes);
            case LE -> not(less(b, a, causes));
            case EQ -> equal(a, b, causes);
            default -> not(equal(a, b, causes));
        };
    }

    private static Bounds less(Bounds a, Bounds b, long causes) {
        if (a.isUnlimited() || b.isUnlimited()) {
            return either(causes);
        }
        if (a.max() < b.min()) {
            return TRUE;
        }
        return a.min() >= b.max() ? FALSE : either(causes);
    }

    private static Bounds equal(Bounds a, Bounds b, long causes) {
        if (a.isUnlimited() || b.isUnlimited()) {
            return either(causes);
        }
        if (a.isKnown() && b.isKnown()) {
            return a.min() == b.min() ? TRUE : FALSE;
        }
        return a.max() < b.min() || b.max() < a.min() ? FALSE : either(causes);
    }

    private static Bounds not(Bounds condition) {
        return new Bounds(1 - condition.max(), 1 - condition.min(), condition.causes());
    }

    private static Bounds either(long causes) {
        return new Bounds(0, 1, causes);
    }

    /** The usual operators without big integers; an {@link ArithmeticException} asks for those. */
    private static Bounds exact(Operator operator, List<Bounds> operands, IntType type) {
        long x = operands.getFirst().min();
        long y = operands.getLast().min();
        long result = switch (operator) {
            case ADD -> Math.addExact(x, y);
            case SUB -> Math.subtractExact(x, y);
            case MUL -> Math.multiplyExact(x, y);
            case MIN -> Math.min(x, y);
            case MAX -> Math.max(x, y);
            case AND -> x & y;
            case OR -> x | y;
            case XOR -> x ^ y;
            case CAST -> x;
            default -> throw new ArithmeticException("not on words");
        };
        if (!fits(result, result, type)) {
            throw new ArithmeticException("the result wraps around");
        }
        return Bounds.exactly(result);
    }

    private static Bounds folded(Operator operator, List<Bounds> operands, IntType type) {
        List<Literal> literals = operands.stream()
                .<Literal>map(operand -> Literal.Int.of(operand.min()))
                .toList();
        return ConstantFolder.fold(operator, literals, type)
                .map(literal -> ((Literal.Int) literal).value())
                .filter(value -> value.bitLength() < Long.SIZE)
                .map(BigInteger::longValue)
                .map(Bounds::exactly)
                .orElseGet(() -> Bounds.data(type));
    }

    private static Bounds limits(Operator operator, Bounds a, Bounds b, IntType type, long causes) {
        if (operator == Operator.AND && (a.isNatural() || b.isNatural())) {
            return wrapped(0, smallestMask(a, b), type, causes);
        }
        if (a.isUnlimited() || b.isUnlimited()) {
            return Bounds.any(type, causes);
        }
        return switch (operator) {
            case ADD -> wrapped(Math.addExact(a.min(), b.min()), Math.addExact(a.max(), b.max()), type, causes);
            case SUB ->
                wrapped(Math.subtractExact(a.min(), b.max()), Math.subtractExact(a.max(), b.min()), type, causes);
            case MUL -> product(a, b, type, causes);
            case DIV -> quotient(a, b, type, causes);
            case REM -> remainder(a, b, type, causes);
            case MIN -> wrapped(Math.min(a.min(), b.min()), Math.min(a.max(), b.max()), type, causes);
            case MAX -> wrapped(Math.max(a.min(), b.min()), Math.max(a.max(), b.max()), type, causes);
            case NEG -> wrapped(Math.negateExact(a.max()), Math.negateExact(a.min()), type, causes);
            case ABS -> wrapped(a.isNatural() ? a.min() : 0, largestMagnitude(a), type, causes);
            case NOT -> wrapped(~a.max(), ~a.min(), type, causes);
            case CAST -> wrapped(a.min(), a.max(), type, causes);
            case OR, XOR -> mixed(a, b, type, causes);
            case SHL -> shiftedLeft(a, b, type, causes);
            case SHR -> shiftedRight(a, b, type, causes);
            default -> Bounds.any(type, causes);
        };
    }

    /** The largest number that a bitwise conjunction with something natural can be. */
    private static long smallestMask(Bounds a, Bounds b) {
        if (a.isNatural() && b.isNatural()) {
            return Math.min(a.max(), b.max());
        }
        return a.isNatural() ? a.max() : b.max();
    }

    private static long largestMagnitude(Bounds a) {
        return Math.max(Math.absExact(a.min()), Math.absExact(a.max()));
    }

    private static Bounds product(Bounds a, Bounds b, IntType type, long causes) {
        return extremes(
                type,
                causes,
                Math.multiplyExact(a.min(), b.min()),
                Math.multiplyExact(a.min(), b.max()),
                Math.multiplyExact(a.max(), b.min()),
                Math.multiplyExact(a.max(), b.max()));
    }

    /** Truncating division grows or falls with each operand alone as long as the divisor keeps its sign. */
    private static Bounds quotient(Bounds a, Bounds b, IntType type, long causes) {
        if (b.min() <= 0 && b.max() >= 0) {
            return Bounds.any(type, causes);
        }
        return extremes(
                type,
                causes,
                Math.divideExact(a.min(), b.min()),
                Math.divideExact(a.min(), b.max()),
                Math.divideExact(a.max(), b.min()),
                Math.divideExact(a.max(), b.max()));
    }

    private static Bounds extremes(IntType type, long causes, long... corners) {
        return wrapped(
                LongStream.of(corners).min().orElseThrow(),
                LongStream.of(corners).max().orElseThrow(),
                type,
                causes);
    }

    private static Bounds remainder(Bounds a, Bounds b, IntType type, long causes) {
        if (b.min() <= 0) {
            return Bounds.any(type, causes);
        }
        if (a.isNatural() && b.isKnown()) {
            long divisor = b.min();
            boolean inOnePeriod = a.min() / divisor == a.max() / divisor;
            return inOnePeriod
                    ? wrapped(a.min() % divisor, a.max() % divisor, type, causes)
                    : wrapped(0, divisor - 1, type, causes);
        }
        long largest = b.max() - 1;
        return wrapped(a.isNatural() ? 0 : -largest, a.max() > 0 ? largest : 0, type, causes);
    }

    private static Bounds mixed(Bounds a, Bounds b, IntType type, long causes) {
        if (!a.isNatural() || !b.isNatural()) {
            return Bounds.any(type, causes);
        }
        int leadingZeros = Long.numberOfLeadingZeros(Math.max(a.max(), b.max()));
        return wrapped(0, leadingZeros == Long.SIZE ? 0 : -1L >>> leadingZeros, type, causes);
    }

    private static Bounds shiftedLeft(Bounds a, Bounds count, IntType type, long causes) {
        if (!isWordShift(count)) {
            return Bounds.any(type, causes);
        }
        return product(a, Bounds.exactly(1L << count.min()), type, causes);
    }

    private static Bounds shiftedRight(Bounds a, Bounds count, IntType type, long causes) {
        if (!isWordShift(count)) {
            return Bounds.any(type, causes);
        }
        return wrapped(a.min() >> count.min(), a.max() >> count.min(), type, causes);
    }

    private static boolean isWordShift(Bounds count) {
        return count.isKnown() && count.min() >= 0 && count.min() < Long.SIZE - 1;
    }

    private static Bounds wrapped(Bounds value, IntType type) {
        if (value.isUnlimited()) {
            return Bounds.any(type, value.causes());
        }
        if (value.isKnown()) {
            return onIntegers(Operator.CAST, List.of(value), type);
        }
        return wrapped(value.min(), value.max(), type, value.causes());
    }

    private static Bounds wrapped(long min, long max, IntType type, long causes) {
        return fits(min, max, type) ? new Bounds(min, max, causes) : Bounds.any(type, causes);
    }

    private static boolean fits(long min, long max, IntType type) {
        Bounds all = Bounds.any(type, 0);
        return all.isUnlimited() ? type.signed() || min >= 0 : all.min() <= min && max <= all.max();
    }
}
