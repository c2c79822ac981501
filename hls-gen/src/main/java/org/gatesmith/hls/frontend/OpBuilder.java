package org.gatesmith.hls.frontend;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.ir.ConstantFolder;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/** Appends operations to the region being built; evaluates operators on constants at once, which is what ends constant recursion. */
final class OpBuilder {

    private final Map<Value, Literal> constants = new IdentityHashMap<>();
    private List<Op> ops = new ArrayList<>();

    /** Runs {@code body} with an empty list of operations and returns what it appended. */
    List<Op> capture(Runnable body) {
        List<Op> outer = ops;
        List<Op> inner = new ArrayList<>();
        ops = inner;
        try {
            body.run();
        } finally {
            ops = outer;
        }
        return inner;
    }

    void append(Op op) {
        ops.add(op);
    }

    void appendAll(List<Op> more) {
        ops.addAll(more);
    }

    Optional<Literal> constantOf(Value value) {
        return Optional.ofNullable(constants.get(value));
    }

    Optional<BigInteger> integerOf(Value value) {
        return constants.get(value) instanceof Literal.Int number ? Optional.of(number.value()) : Optional.empty();
    }

    Value constant(Literal literal, ScalarType type, Span span) {
        return constant(literal, type, null, span);
    }

    private Value constant(Literal literal, ScalarType type, @Nullable String name, Span span) {
        Value result = Value.named(type, name);
        constants.put(result, literal);
        append(new Op.Constant(result, literal, span));
        return result;
    }

    Value integer(long value, IntType type, Span span) {
        return constant(Literal.Int.of(value), type, span);
    }

    Value bool(boolean value, Span span) {
        return integer(value ? 1 : 0, IntType.BOOL, span);
    }

    Value compute(Operator operator, ScalarType type, Span span, Value... operands) {
        return compute(operator, type, span, List.of(operands));
    }

    Value compute(Operator operator, ScalarType type, Span span, List<Value> operands) {
        List<Literal> literals = new ArrayList<>();
        for (Value operand : operands) {
            constantOf(operand).ifPresent(literals::add);
        }
        if (literals.size() == operands.size()) {
            Optional<Literal> folded = ConstantFolder.fold(operator, literals, type);
            if (folded.isPresent()) {
                return constant(folded.get(), type, span);
            }
        }
        Value result = Value.of(type);
        append(new Op.Compute(result, operator, operands, span));
        return result;
    }

    /** {@code value} as a {@code type}, wrapped if need be. */
    Value cast(Value value, IntType type, Span span) {
        return value.type().equals(type) ? value : compute(Operator.CAST, type, span, value);
    }

    /** Logical negation. */
    Value not(Value condition, Span span) {
        return compute(Operator.NOT, IntType.BOOL, span, condition);
    }

    /**
     * A value that carries a variable's name: the one given if it has no name yet and was just computed. Nothing but the caller
     * may hold {@code value}, as another one takes its place.
     */
    Value named(Value value, String name) {
        if (value.name() != null || ops.isEmpty()) {
            return value;
        }
        Op last = ops.getLast();
        if (!last.results().equals(List.of(value))) {
            return value;
        }
        Value result = Value.named(value.type(), name);
        Op renamed = switch (last) {
            case Op.Compute op -> new Op.Compute(result, op.operator(), op.operands(), op.span());
            case Op.Load op -> new Op.Load(result, op.memory(), op.indices(), op.span());
            case Op.FifoRead op -> new Op.FifoRead(result, op.fifo(), op.span());
            case Op.Call op -> new Op.Call(List.of(result), op.callee(), op.operands(), op.span());
            case Op.If op -> new Op.If(List.of(result), op.condition(), op.thenRegion(), op.elseRegion(), op.span());
            default -> last;
        };
        if (renamed == last) {
            return value;
        }
        ops.set(ops.size() - 1, renamed);
        return result;
    }

    /** Drops the operation that computes {@code value} if it is a selection and the last one. */
    boolean replaceLastSelect(Value value) {
        boolean isLast = !ops.isEmpty()
                && ops.getLast() instanceof Op.Compute select
                && select.operator() == Operator.SELECT
                && select.result() == value;
        if (isLast) {
            ops.removeLast();
        }
        return isLast;
    }
}
