package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.Optional;
import org.gatesmith.hls.ir.Bounds;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/** Comparisons of integers and selections that are decided or can be made simpler. */
final class ComparisonRules {

    private final Scope scope;

    ComparisonRules(Scope scope) {
        this.scope = scope;
    }

    Optional<Simpler> comparison(Expression e) {
        Value left = e.operand(0);
        Value right = e.operand(1);
        if (left == right) {
            boolean holds = e.operator() == Operator.EQ || e.operator() == Operator.LE || e.operator() == Operator.GE;
            return Optional.of(Simpler.number(holds ? 1 : 0));
        }
        Optional<Simpler> decided = Bounds.decide(e.operator(), scope.bounds(left), scope.bounds(right))
                .map(holds -> Simpler.number(holds ? 1 : 0));
        return decided.or(() -> truth(e.operator(), left, right)).or(() -> truth(e.operator(), right, left));
    }

    /** Whether the comparison holds for two numbers. */
    static boolean holds(Operator relation, BigInteger left, BigInteger right) {
        return Bounds.decide(relation, Bounds.of(left), Bounds.of(right)).orElseThrow();
    }

    /** A boolean compared with a constant is that boolean or its opposite. */
    private Optional<Simpler> truth(Operator relation, Value value, Value constant) {
        boolean equality = relation == Operator.EQ || relation == Operator.NE;
        if (!equality || !value.type().equals(IntType.BOOL)) {
            return Optional.empty();
        }
        boolean keeps = scope.is(constant, relation == Operator.EQ ? 1 : 0);
        boolean flips = scope.is(constant, relation == Operator.EQ ? 0 : 1);
        if (keeps) {
            return Optional.of(Simpler.same(value));
        }
        return flips ? Optional.of(Simpler.computed(Operator.NOT, value)) : Optional.empty();
    }

    Optional<Simpler> selection(Expression e) {
        Value condition = e.operand(0);
        Value first = e.operand(1);
        Value second = e.operand(2);
        if (first == second || scope.is(condition, 1)) {
            return Optional.of(Simpler.same(first));
        }
        if (scope.is(condition, 0)) {
            return Optional.of(Simpler.same(second));
        }
        Optional<Simpler> swapped = scope.compute(condition)
                .filter(op ->
                        op.operator() == Operator.NOT && op.operand(0).type().equals(IntType.BOOL))
                .map(not -> Simpler.computed(Operator.SELECT, not.operand(0), second, first));
        return swapped.or(() -> truthTable(e));
    }

    private Optional<Simpler> truthTable(Expression e) {
        Value condition = e.operand(0);
        Value first = e.operand(1);
        Value second = e.operand(2);
        if (scope.is(first, 1) && scope.is(second, 0)) {
            return Optional.of(Simpler.same(condition));
        }
        if (!e.type().equals(IntType.BOOL)) {
            return Optional.empty();
        }
        if (scope.is(first, 0) && scope.is(second, 1)) {
            return Optional.of(Simpler.computed(Operator.NOT, condition));
        }
        if (scope.is(first, 1) && second.type().equals(IntType.BOOL)) {
            return Optional.of(Simpler.computed(Operator.OR, condition, second));
        }
        return scope.is(second, 0) && first.type().equals(IntType.BOOL)
                ? Optional.of(Simpler.computed(Operator.AND, condition, first))
                : Optional.empty();
    }
}
