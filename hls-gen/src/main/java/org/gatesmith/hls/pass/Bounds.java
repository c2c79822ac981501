package org.gatesmith.hls.pass;

import java.math.BigInteger;
import org.gatesmith.hls.ir.Value;

/** The smallest and the largest number that a value can be. */
record Bounds(BigInteger min, BigInteger max) {

    /** What a value's type, or being a constant, says of it. */
    static Bounds of(Value value, Scope scope) {
        return scope.integer(value)
                .map(number -> new Bounds(number, number))
                .orElseGet(
                        () -> new Bounds(value.intType().min(), value.intType().max()));
    }
}
