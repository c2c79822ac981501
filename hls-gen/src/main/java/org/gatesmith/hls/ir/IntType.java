package org.gatesmith.hls.ir;

import java.math.BigInteger;

/**
 * An integer of {@code width} bits, in two's complement when signed. Written {@code i32}, {@code u8}; a Java boolean is {@code u1}.
 *
 * @param width 1 to {@value #MAX_WIDTH} bits
 */
public record IntType(int width, boolean signed) implements ScalarType {

    /** Widest integer: the widest {@code ap_int} that Vitis HLS offers without a macro (UG1399, AP_INT_MAX_W). */
    public static final int MAX_WIDTH = 1024;

    public static final IntType BOOL = new IntType(1, false);
    public static final IntType I8 = new IntType(8, true);
    public static final IntType I16 = new IntType(16, true);
    public static final IntType U16 = new IntType(16, false);
    public static final IntType I32 = new IntType(32, true);
    public static final IntType U32 = new IntType(32, false);
    public static final IntType I64 = new IntType(64, true);
    public static final IntType U64 = new IntType(64, false);

    public IntType {
        if (width < 1 || width > MAX_WIDTH) {
            throw new IllegalArgumentException("integer width " + width + " is not in 1.." + MAX_WIDTH);
        }
    }

    /** Smallest value of this type. */
    public BigInteger min() {
        return signed ? BigInteger.ONE.shiftLeft(width - 1).negate() : BigInteger.ZERO;
    }

    /** Largest value of this type. */
    public BigInteger max() {
        return BigInteger.ONE.shiftLeft(signed ? width - 1 : width).subtract(BigInteger.ONE);
    }

    /** The value of this type that is congruent to {@code value} modulo {@code 2^width}. */
    public BigInteger wrap(BigInteger value) {
        if (contains(value)) {
            return value;
        }
        BigInteger modulus = BigInteger.ONE.shiftLeft(width);
        BigInteger low = value.mod(modulus);
        return signed && low.testBit(width - 1) ? low.subtract(modulus) : low;
    }

    /** Whether {@code value} is a value of this type. */
    public boolean contains(BigInteger value) {
        return signed ? value.bitLength() < width : value.signum() >= 0 && value.bitLength() <= width;
    }

    /** Whether every value of {@code other} is a value of this type. */
    public boolean contains(IntType other) {
        return contains(other.min()) && contains(other.max());
    }

    /** The narrowest type that holds every value from {@code min} to {@code max}; unsigned when none is negative. */
    public static IntType holding(BigInteger min, BigInteger max) {
        if (min.signum() >= 0) {
            return new IntType(Math.max(1, max.bitLength()), false);
        }
        return new IntType(Math.max(min.bitLength(), max.bitLength()) + 1, true);
    }

    @Override
    public String toString() {
        return (signed ? "i" : "u") + width;
    }
}
