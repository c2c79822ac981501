package org.gatesmith.hls.interp;

import java.math.BigInteger;

/** Sees the numbers that one place of a program brings forth while it runs. */
public interface Watch {

    /**
     * A number of at most 64 bits.
     *
     * @param raw an integer, sign-extended or zero-extended by its type, or the raw bits of a float (in the low 32 bits) or
     *     double; a boolean is 0 or 1
     */
    void see(long raw);

    /** An integer of a type that is wider than 64 bits. The Java front end makes none. */
    default void see(BigInteger integer) {
        see(integer.longValue());
    }
}
