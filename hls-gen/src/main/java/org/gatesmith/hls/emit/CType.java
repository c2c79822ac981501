package org.gatesmith.hls.emit;

import org.gatesmith.hls.ir.IntType;

/**
 * Type of a C expression or variable.
 *
 * @param width in bits
 */
public record CType(Kind kind, int width, boolean signed) {

    /** Families of types that follow the same rules of arithmetic. */
    public enum Kind {
        /** {@code bool}: 0 or 1, an {@code int} in arithmetic. */
        BOOLEAN,
        /** A type of C itself with C's arithmetic, wrapping. */
        NATIVE,
        /** An integer class of any width, with exact arithmetic. */
        ARBITRARY,
        /** {@code float} or {@code double}. */
        FLOATING
    }

    public static final CType BOOL = new CType(Kind.BOOLEAN, 1, false);
    public static final CType INT = new CType(Kind.NATIVE, 32, true);
    public static final CType INT64 = new CType(Kind.NATIVE, 64, true);
    public static final CType FLOAT = new CType(Kind.FLOATING, 32, true);
    public static final CType DOUBLE = new CType(Kind.FLOATING, 64, true);

    public static CType arbitrary(int width, boolean signed) {
        return new CType(Kind.ARBITRARY, width, signed);
    }

    public static CType arbitrary(IntType type) {
        return arbitrary(type.width(), type.signed());
    }

    public boolean isArbitrary() {
        return kind == Kind.ARBITRARY;
    }

    /** Whether C computes with it by its own rules. */
    public boolean isNative() {
        return kind == Kind.NATIVE || kind == Kind.BOOLEAN;
    }

    /** Which integers it holds. */
    public IntType values() {
        return new IntType(width, signed);
    }
}
