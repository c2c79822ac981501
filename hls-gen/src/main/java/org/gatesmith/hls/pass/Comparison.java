package org.gatesmith.hls.pass;

import java.util.Optional;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/** A comparison of two integers. */
record Comparison(Value left, Operator relation, Value right) {

    /** The comparison that defines a boolean, negations resolved. */
    static Optional<Comparison> of(Value condition, Definitions definitions) {
        Optional<Op.Compute> definition = definitions.compute(condition);
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        Op.Compute op = definition.get();
        if (op.operator().kind() == Operator.Kind.COMPARISON) {
            return Optional.of(new Comparison(op.operand(0), op.operator(), op.operand(1)));
        }
        if (op.operator() == Operator.NOT && op.operand(0).type().equals(IntType.BOOL)) {
            return of(op.operand(0), definitions).map(Comparison::negated);
        }
        return Optional.empty();
    }

    /** The same comparison with its operands exchanged. */
    Comparison swapped() {
        return new Comparison(right, swapped(relation), left);
    }

    Comparison negated() {
        return new Comparison(left, negated(relation), right);
    }

    /** {@code x negated(r) y} is the opposite of {@code x r y}. */
    static Operator negated(Operator relation) {
        return switch (relation) {
            case EQ -> Operator.NE;
            case NE -> Operator.EQ;
            case LT -> Operator.GE;
            case LE -> Operator.GT;
            case GT -> Operator.LE;
            case GE -> Operator.LT;
            default -> throw new IllegalArgumentException(relation + " is no comparison of integers");
        };
    }

    /** {@code y swapped(r) x} is the same as {@code x r y}. */
    static Operator swapped(Operator relation) {
        return switch (relation) {
            case EQ, NE -> relation;
            case LT -> Operator.GT;
            case LE -> Operator.GE;
            case GT -> Operator.LT;
            case GE -> Operator.LE;
            default -> throw new IllegalArgumentException(relation + " is no comparison of integers");
        };
    }
}
