package org.gatesmith.hls.pass;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Computes what is pure once instead of several times: constants, operators, contracts and table look-ups with the same operands,
 * where the first computation is visible, in the same region or one around it. Integer operators compute exactly and wrap once, so
 * an operation with a narrower type than an earlier one, such as the low half of a product, is part of its result.
 */
public final class CommonSubexpressions implements Pass {

    @Override
    public String id() {
        return "common-subexpressions";
    }

    @Override
    public String summary() {
        return "Computes equal pure expressions once.";
    }

    @Override
    public Program run(Program program) {
        return program.mapFunctions(function -> new Sharing().transform(function));
    }

    /**
     * What makes two operations equal.
     *
     * @param what the operator, literal, limits or table
     */
    private record Key(Object what, List<Value> operands, Type type) {}

    /** What makes two operations the same number, apart from the type that it is wrapped to; the last one, which is the widest. */
    private record ExactKey(Operator operator, List<Value> operands) {}

    private static final class Sharing extends IrTransform {
        private final Deque<Map<Record, Value>> visible = new ArrayDeque<>();

        @Override
        protected Region transform(Region region) {
            visible.push(new HashMap<>());
            try {
                return super.transform(region);
            } finally {
                visible.pop();
            }
        }

        @Override
        protected void emit(Op op) {
            Optional<Key> key = key(op);
            if (key.isEmpty()) {
                super.emit(op);
                return;
            }
            Value result = op.results().getFirst();
            @Nullable Value earlier = find(key.get());
            @Nullable Value wider = op instanceof Op.Compute compute ? widerThan(compute) : null;
            if (earlier != null) {
                replace(result, earlier);
            } else if (wider != null) {
                emit(new Op.Compute(result, Operator.CAST, List.of(wider), op.span()));
            } else {
                visible.element().put(key.get(), result);
                if (op instanceof Op.Compute compute) {
                    visible.element().put(new ExactKey(compute.operator(), compute.operands()), result);
                }
                super.emit(op);
            }
        }

        /** The same number before it is wrapped to the type of {@code op}. */
        private @Nullable Value widerThan(Op.Compute op) {
            boolean isExact = op.operator().kind() == Operator.Kind.INTEGER && op.operator() != Operator.CAST;
            @Nullable Value other = isExact ? find(new ExactKey(op.operator(), op.operands())) : null;
            return other != null
                            && other.intType().width() > op.result().intType().width()
                    ? other
                    : null;
        }

        private @Nullable Value find(Record key) {
            for (Map<Record, Value> scope : visible) {
                @Nullable Value value = scope.get(key);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        private static Optional<Key> key(Op op) {
            return switch (op) {
                case Op.Constant c ->
                    Optional.of(new Key(c.literal(), List.of(), c.result().type()));
                case Op.Compute c ->
                    Optional.of(new Key(c.operator(), c.operands(), c.result().type()));
                case Op.Assume a ->
                    Optional.of(new Key(
                            List.of(a.min(), a.max(), a.what()),
                            List.of(a.operand()),
                            a.result().type()));
                case Op.TableRef t ->
                    Optional.of(new Key(t.table(), List.of(), t.result().type()));
                default -> Optional.empty();
            };
        }
    }
}
