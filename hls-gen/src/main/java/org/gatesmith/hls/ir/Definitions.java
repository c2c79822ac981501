package org.gatesmith.hls.ir;

import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Which operation defines a value. Parameters of regions are defined by none. */
public final class Definitions {

    private final Map<Value, Op> definitions = new IdentityHashMap<>();

    /** The definitions of a function. */
    public static Definitions of(Function function) {
        Definitions definitions = new Definitions();
        definitions.addAll(function.body());
        return definitions;
    }

    private void addAll(Region region) {
        for (Op op : region.ops()) {
            add(op);
            op.regions().forEach(this::addAll);
        }
    }

    /** Notes the results of {@code op}, not of the operations in its regions. */
    public void add(Op op) {
        op.results().forEach(result -> definitions.put(result, op));
    }

    /** The operation, unless the value is a parameter or unknown here. */
    public Optional<Op> of(Value value) {
        return Optional.ofNullable(definitions.get(value));
    }

    /** The operation, if it computes a pure function. */
    public Optional<Op.Compute> compute(Value value) {
        return definitions.get(value) instanceof Op.Compute compute ? Optional.of(compute) : Optional.empty();
    }

    /** The number that the value always is, if it is defined as one. */
    public Optional<Literal> literal(Value value) {
        return definitions.get(value) instanceof Op.Constant constant
                ? Optional.of(constant.literal())
                : Optional.empty();
    }

    /** The integer that the value always is, if it is defined as one. */
    public Optional<BigInteger> integer(Value value) {
        return literal(value).filter(Literal.Int.class::isInstance).map(literal -> ((Literal.Int) literal).value());
    }

    /** The value before all casts that cannot change it. */
    public Value withoutWidening(Value value) {
        Value source = value;
        while (definitions.get(source) instanceof Op.Compute cast
                && cast.operator() == Operator.CAST
                && cast.result().intType().contains(cast.operand(0).intType())) {
            source = cast.operand(0);
        }
        return source;
    }
}
