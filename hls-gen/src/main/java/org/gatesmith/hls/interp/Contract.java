package org.gatesmith.hls.interp;

import java.math.BigInteger;
import java.util.function.Predicate;
import org.gatesmith.hls.ir.IntType;

/** Limits within which an integer must lie. */
record Contract(BigInteger min, BigInteger max) {

    boolean permits(BigInteger value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    /** Whether the limits permit what {@code register} holds; without big integers where that is possible. */
    Predicate<Frame> on(Register register) {
        boolean limitsFitLong = min.bitLength() < Long.SIZE && max.bitLength() < Long.SIZE;
        if (register.isWide() || !limitsFitLong || !WordOperators.fitsLong((IntType) register.type())) {
            return frame -> permits(register.integer(frame));
        }
        long low = min.longValue();
        long high = max.longValue();
        int index = register.index();
        return frame -> low <= frame.words[index] && frame.words[index] <= high;
    }

    Fault violatedBy(BigInteger value, String what) {
        return new Fault.ContractViolation(what, value, min, max);
    }
}
