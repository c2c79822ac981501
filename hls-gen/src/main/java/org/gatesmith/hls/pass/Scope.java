package org.gatesmith.hls.pass;

import java.math.BigInteger;
import java.util.Optional;
import org.gatesmith.hls.ir.Bounds;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** What is known of the values at one place of the program. */
interface Scope {

    /** The number that the value is here, if it is known. */
    Optional<Literal> literal(Value value);

    /** The operation that computes the value, if one does. */
    Optional<Op.Compute> compute(Value value);

    /** A value that is {@code number}. */
    Value constant(BigInteger number);

    /** The integer that the value is here, if it is known. */
    default Optional<BigInteger> integer(Value value) {
        return literal(value).filter(Literal.Int.class::isInstance).map(literal -> ((Literal.Int) literal).value());
    }

    /** What a value's type, or being a constant, says of it. */
    default Bounds bounds(Value value) {
        return integer(value).map(Bounds::of).orElseGet(() -> Bounds.of(value.intType()));
    }

    /** Whether the value is known to be {@code number}. */
    default boolean is(Value value, long number) {
        return integer(value).filter(BigInteger.valueOf(number)::equals).isPresent();
    }
}
