package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.List;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Value;

/** What an expression may be replaced by. */
sealed interface Simpler {

    /** A constant. */
    record Number(Literal literal) implements Simpler {}

    /** A value that exists already; an integer is wrapped to the type of the expression. */
    record Same(Value value) implements Simpler {}

    /** Another expression of the same type. */
    record Computed(Operator operator, List<Value> operands) implements Simpler {}

    static Simpler number(long value) {
        return new Number(Literal.Int.of(value));
    }

    static Simpler number(BigInteger value) {
        return new Number(new Literal.Int(value));
    }

    static Simpler same(Value value) {
        return new Same(value);
    }

    static Simpler computed(Operator operator, Value... operands) {
        return new Computed(operator, List.of(operands));
    }
}
