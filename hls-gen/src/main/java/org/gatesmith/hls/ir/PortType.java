package org.gatesmith.hls.ir;

import java.math.BigInteger;

/**
 * A memory port: an array parameter in board memory, reached by one flat index. Written {@code port<i8>}, or
 * {@code port<i8 in -7..7>} when a contract limits its elements. For floating-point elements the limits are not used.
 *
 * @param min smallest element value that the contract permits
 * @param max largest element value that the contract permits
 */
public record PortType(ScalarType element, BigInteger min, BigInteger max) implements Type {

    /** A port whose elements take every value of their type. */
    public static PortType of(ScalarType element) {
        return element instanceof IntType integer
                ? new PortType(element, integer.min(), integer.max())
                : new PortType(element, BigInteger.ZERO, BigInteger.ZERO);
    }

    /** Whether a contract narrows the element values. */
    public boolean isLimited() {
        return element instanceof IntType integer && !(min.equals(integer.min()) && max.equals(integer.max()));
    }

    /** Bytes of an element in board memory, where a boolean is a byte. */
    public int elementBytes() {
        return Math.ceilDiv(element.width(), Byte.SIZE);
    }

    @Override
    public String toString() {
        return isLimited() ? "port<" + element + " in " + min + ".." + max + ">" : "port<" + element + ">";
    }
}
