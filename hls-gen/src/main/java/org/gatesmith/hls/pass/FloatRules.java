package org.gatesmith.hls.pass;

import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/** Identities of floating-point arithmetic that hold for every operand, signed zeros, infinities and NaN included. */
final class FloatRules {

    private final Scope scope;

    FloatRules(Scope scope) {
        this.scope = scope;
    }

    Optional<Simpler> simplify(Expression e) {
        return switch (e.operator()) {
            case FADD -> plus(e, -0.0);
            case FSUB -> unit(e.operand(0), e.operand(1), 0.0);
            case FMUL -> unit(e.operand(0), e.operand(1), 1.0).or(() -> unit(e.operand(1), e.operand(0), 1.0));
            case FDIV -> unit(e.operand(0), e.operand(1), 1.0);
            case FNEG -> undone(e);
            case FMIN, FMAX ->
                e.operand(0) == e.operand(1) ? Optional.of(Simpler.same(e.operand(0))) : Optional.empty();
            case FLOAT_CONVERT -> conversion(e);
            default -> Optional.empty();
        };
    }

    /** Adding the negative zero changes nothing; adding the positive one would turn -0.0 into 0.0. */
    private Optional<Simpler> plus(Expression e, double zero) {
        return unit(e.operand(0), e.operand(1), zero).or(() -> unit(e.operand(1), e.operand(0), zero));
    }

    private Optional<Simpler> unit(Value value, Value constant, double neutral) {
        boolean isNeutral = scope.literal(constant)
                .filter(literal -> Double.doubleToRawLongBits(number(literal)) == Double.doubleToRawLongBits(neutral))
                .isPresent();
        return isNeutral ? Optional.of(Simpler.same(value)) : Optional.empty();
    }

    private static double number(Literal literal) {
        return switch (literal) {
            case Literal.F32 single -> single.value();
            case Literal.F64 full -> full.value();
            case Literal.Int integer -> integer.value().doubleValue();
        };
    }

    private Optional<Simpler> undone(Expression e) {
        return scope.compute(e.operand(0))
                .filter(inner -> inner.operator() == Operator.FNEG)
                .map(inner -> Simpler.same(inner.operand(0)));
    }

    private Optional<Simpler> conversion(Expression e) {
        Value operand = e.operand(0);
        if (operand.type() == e.type()) {
            return Optional.of(Simpler.same(operand));
        }
        return e.type() == FloatType.F32 ? scope.compute(operand).flatMap(this::roundedTwice) : Optional.empty();
    }

    /**
     * A binary64 operation on binary32 numbers, rounded to binary32: binary64 has more than twice the digits and two, so rounding
     * twice gives the same as rounding once (S. Figueroa, "When is double rounding innocuous?", ACM SIGNUM 30(3), 1995).
     */
    private Optional<Simpler> roundedTwice(Op.Compute op) {
        return switch (op.operator()) {
            case FLOAT_CONVERT ->
                op.operand(0).type() == FloatType.F32 ? Optional.of(Simpler.same(op.operand(0))) : Optional.empty();
            case FADD, FSUB, FMUL, FDIV, FSQRT -> {
                List<Value> singles = op.operands().stream()
                        .flatMap(operand -> single(operand).stream())
                        .toList();
                yield singles.size() == op.operands().size()
                        ? Optional.of(new Simpler.Computed(op.operator(), singles))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** The binary32 number that a binary64 value was converted from. */
    private Optional<Value> single(Value value) {
        return scope.compute(value)
                .filter(op ->
                        op.operator() == Operator.FLOAT_CONVERT && op.operand(0).type() == FloatType.F32)
                .map(op -> op.operand(0));
    }
}
