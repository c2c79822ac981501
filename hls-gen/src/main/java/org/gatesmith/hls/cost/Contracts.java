package org.gatesmith.hls.cost;

import java.math.BigInteger;
import org.gatesmith.hls.ir.Op;

/** What the promises of a kernel's author say about numbers. */
final class Contracts {

    private Contracts() {}

    /** An operand whose contract is kept. */
    static Bounds kept(Op.Assume assume, Bounds operand) {
        return within(operand, assume.min(), assume.max());
    }

    static Bounds within(Bounds bounds, BigInteger min, BigInteger max) {
        return fitsLong(min) && fitsLong(max) ? bounds.within(min.longValue(), max.longValue()) : bounds;
    }

    private static boolean fitsLong(BigInteger number) {
        return number.bitLength() < Long.SIZE;
    }
}
