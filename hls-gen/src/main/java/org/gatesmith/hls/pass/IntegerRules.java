package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.ir.Bounds;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/**
 * Identities of integer arithmetic. Operators are exact and wrap once, to the type of the result. So an identity of the
 * integers always holds; an identity that looks through an intermediate result also needs that this result kept every low bit
 * on which the final one depends, which is so when its type is at least as wide.
 */
final class IntegerRules {

    private final Scope scope;

    IntegerRules(Scope scope) {
        this.scope = scope;
    }

    Optional<Simpler> simplify(Expression e) {
        return switch (e.operator()) {
            case ADD, SUB -> sum(e);
            case MUL -> product(e);
            case DIV -> quotient(e);
            case REM -> when(isOneOf(e.operand(1), 1, -1), Simpler.number(0));
            case AND -> and(e);
            case OR -> or(e);
            case XOR -> xor(e);
            case NOT -> not(e);
            case NEG -> negation(e);
            case SHL, SHR -> shift(e);
            case MIN, MAX -> extreme(e);
            case ABS -> when(!e.operand(0).intType().signed(), Simpler.same(e.operand(0)));
            case CAST -> cast(e);
            default -> Optional.empty();
        };
    }

    private static Optional<Simpler> when(boolean condition, Simpler simpler) {
        return condition ? Optional.of(simpler) : Optional.empty();
    }

    private boolean isOneOf(Value value, long... numbers) {
        return java.util.Arrays.stream(numbers).anyMatch(number -> scope.is(value, number));
    }

    /** The operation behind an operand, if it kept all low bits that {@code e} depends on. */
    private Optional<Op.Compute> behind(Value operand, Operator operator, Expression e) {
        return scope.compute(operand)
                .filter(op -> op.operator() == operator && op.result().intType().width() >= e.width());
    }

    // ---- sums

    /** A value plus a constant. */
    private record Offset(Value base, BigInteger constant) {}

    private Optional<Simpler> sum(Expression e) {
        Value left = e.operand(0);
        Value right = e.operand(1);
        if (e.operator() == Operator.SUB && left == right) {
            return Optional.of(Simpler.number(0));
        }
        if (e.operator() == Operator.SUB && scope.is(left, 0)) {
            return Optional.of(Simpler.computed(Operator.NEG, right));
        }
        return offset(e.operator(), e.operands()).flatMap(offset -> simplify(e, offset));
    }

    private Optional<Offset> offset(Operator operator, List<Value> operands) {
        Optional<BigInteger> right = scope.integer(operands.get(1));
        if (operator == Operator.SUB) {
            return right.map(constant -> new Offset(operands.get(0), constant.negate()));
        }
        return right.map(constant -> new Offset(operands.get(0), constant))
                .or(() -> scope.integer(operands.get(0)).map(constant -> new Offset(operands.get(1), constant)));
    }

    private Optional<Simpler> simplify(Expression e, Offset offset) {
        if (offset.constant().signum() == 0) {
            return Optional.of(Simpler.same(offset.base()));
        }
        Optional<Op.Compute> inner =
                behind(offset.base(), Operator.ADD, e).or(() -> behind(offset.base(), Operator.SUB, e));
        return inner.flatMap(op -> offset(op.operator(), op.operands()))
                .map(first -> sum(first.base(), first.constant().add(offset.constant())));
    }

    private Simpler sum(Value base, BigInteger constant) {
        return switch (constant.signum()) {
            case 0 -> Simpler.same(base);
            case 1 -> Simpler.computed(Operator.ADD, base, scope.constant(constant));
            default -> Simpler.computed(Operator.SUB, base, scope.constant(constant.negate()));
        };
    }

    private Optional<Simpler> negation(Expression e) {
        Value operand = e.operand(0);
        Optional<Simpler> twice = behind(operand, Operator.NEG, e).map(inner -> Simpler.same(inner.operand(0)));
        return twice.or(() -> behind(operand, Operator.SUB, e)
                .map(inner -> Simpler.computed(Operator.SUB, inner.operand(1), inner.operand(0))));
    }

    // ---- products

    private Optional<Simpler> product(Expression e) {
        return product(e.operand(0), e.operand(1)).or(() -> product(e.operand(1), e.operand(0)));
    }

    private Optional<Simpler> product(Value factor, Value constant) {
        if (scope.is(constant, 0)) {
            return Optional.of(Simpler.number(0));
        }
        return timesUnit(factor, constant);
    }

    private Optional<Simpler> quotient(Expression e) {
        return timesUnit(e.operand(0), e.operand(1));
    }

    private Optional<Simpler> timesUnit(Value factor, Value unit) {
        if (scope.is(unit, 1)) {
            return Optional.of(Simpler.same(factor));
        }
        return when(scope.is(unit, -1), Simpler.computed(Operator.NEG, factor));
    }

    // ---- bits

    private Optional<Simpler> and(Expression e) {
        Value left = e.operand(0);
        Value right = e.operand(1);
        return left == right
                ? Optional.of(Simpler.same(left))
                : masked(e, left, right).or(() -> masked(e, right, left));
    }

    private Optional<Simpler> masked(Expression e, Value value, Value mask) {
        if (scope.is(mask, 0)) {
            return Optional.of(Simpler.number(0));
        }
        IntType type = value.intType();
        int width = type.signed() ? e.width() : Math.min(e.width(), type.width());
        return when(isAllOnes(mask, width), Simpler.same(value));
    }

    /** Whether the low {@code width} bits of a constant are ones. */
    private boolean isAllOnes(Value value, int width) {
        return scope.integer(value)
                .filter(number ->
                        number.not().getLowestSetBit() < 0 || number.not().getLowestSetBit() >= width)
                .isPresent();
    }

    private Optional<Simpler> or(Expression e) {
        Value left = e.operand(0);
        Value right = e.operand(1);
        return left == right
                ? Optional.of(Simpler.same(left))
                : united(e, left, right).or(() -> united(e, right, left));
    }

    private Optional<Simpler> united(Expression e, Value value, Value mask) {
        if (scope.is(mask, 0)) {
            return Optional.of(Simpler.same(value));
        }
        return when(isAllOnes(mask, e.width()), Simpler.number(-1));
    }

    private Optional<Simpler> xor(Expression e) {
        Value left = e.operand(0);
        Value right = e.operand(1);
        return left == right
                ? Optional.of(Simpler.number(0))
                : flipped(e, left, right).or(() -> flipped(e, right, left));
    }

    private Optional<Simpler> flipped(Expression e, Value value, Value mask) {
        if (scope.is(mask, 0)) {
            return Optional.of(Simpler.same(value));
        }
        return when(isAllOnes(mask, e.width()), Simpler.computed(Operator.NOT, value));
    }

    private Optional<Simpler> not(Expression e) {
        Value operand = e.operand(0);
        Optional<Simpler> twice = behind(operand, Operator.NOT, e).map(inner -> Simpler.same(inner.operand(0)));
        return twice.or(() -> e.type().equals(IntType.BOOL) && operand.type().equals(IntType.BOOL)
                ? scope.compute(operand).flatMap(IntegerRules::opposite)
                : Optional.empty());
    }

    private static Optional<Simpler> opposite(Op.Compute comparison) {
        return switch (comparison.operator()) {
            case EQ, NE, LT, LE, GT, GE ->
                Optional.of(new Simpler.Computed(Comparison.negated(comparison.operator()), comparison.operands()));
            // The ordered comparisons of floating-point numbers are all false on NaN, so only these two are opposites.
            case FEQ -> Optional.of(new Simpler.Computed(Operator.FNE, comparison.operands()));
            case FNE -> Optional.of(new Simpler.Computed(Operator.FEQ, comparison.operands()));
            default -> Optional.empty();
        };
    }

    private Optional<Simpler> shift(Expression e) {
        Value operand = e.operand(0);
        if (scope.is(e.operand(1), 0) || scope.is(operand, 0)) {
            return Optional.of(Simpler.same(operand));
        }
        Optional<Op.Compute> inner = e.operator() == Operator.SHL
                ? behind(operand, Operator.SHL, e)
                : scope.compute(operand).filter(IntegerRules::isExactRightShift);
        return inner.flatMap(first -> twice(e, first));
    }

    /** A right shift whose result type holds every value of its operand, so that nothing is lost on the left. */
    private static boolean isExactRightShift(Op.Compute op) {
        return op.operator() == Operator.SHR
                && op.result().intType().contains(op.operand(0).intType());
    }

    private Optional<Simpler> twice(Expression e, Op.Compute first) {
        Optional<BigInteger> inner = scope.integer(first.operand(1));
        Optional<BigInteger> outer = scope.integer(e.operand(1));
        return inner.flatMap(a -> outer.map(a::add))
                .filter(count -> count.compareTo(BigInteger.valueOf(Operator.SHIFT_LIMIT)) < 0)
                .map(count -> Simpler.computed(e.operator(), first.operand(0), scope.constant(count)));
    }

    // ---- others

    private Optional<Simpler> extreme(Expression e) {
        Value left = e.operand(0);
        Value right = e.operand(1);
        if (left == right) {
            return Optional.of(Simpler.same(left));
        }
        Operator leftWins = e.operator() == Operator.MIN ? Operator.LE : Operator.GE;
        return Bounds.decide(leftWins, scope.bounds(left), scope.bounds(right))
                .map(wins -> Simpler.same(wins ? left : right));
    }

    private Optional<Simpler> cast(Expression e) {
        Value operand = e.operand(0);
        if (operand.type().equals(e.type())) {
            return Optional.of(Simpler.same(operand));
        }
        return behind(operand, Operator.CAST, e).map(inner -> Simpler.computed(Operator.CAST, inner.operand(0)));
    }
}
