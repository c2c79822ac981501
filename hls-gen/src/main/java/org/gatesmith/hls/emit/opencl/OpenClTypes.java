package org.gatesmith.hls.emit.opencl;

import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.ScalarType;

/**
 * How the types of the program are spelled in OpenCL C. A number lives in the narrowest of {@code char} to {@code long}, signed
 * or not, that holds it (OpenCL C 1.2, 6.1.1: 8, 16, 32 and 64 bits in two's complement); one of more than 64 bits lives in a
 * {@code wide}, a pair of words that the emitted file declares.
 */
final class OpenClTypes {

    /** Most bits that a {@code wide} holds. */
    static final int WIDEST = 128;

    static final CType UCHAR = new CType(CType.Kind.NATIVE, 8, false);
    static final CType UINT = new CType(CType.Kind.NATIVE, 32, false);
    static final CType ULONG = new CType(CType.Kind.NATIVE, 64, false);
    static final CType WIDE = CType.arbitrary(WIDEST, true);
    static final CType UWIDE = CType.arbitrary(WIDEST, false);

    private OpenClTypes() {}

    /** The type of a variable that holds values of {@code type}. */
    static CType of(ScalarType type) {
        return switch (type) {
            case FloatType floating -> floating == FloatType.F32 ? CType.FLOAT : CType.DOUBLE;
            case IntType integer -> integer.equals(IntType.BOOL) ? CType.BOOL : of(integer);
        };
    }

    /** The type of a number in memory and of a kernel's argument, where OpenCL has no truth values. */
    static CType inMemory(ScalarType type) {
        return type.equals(IntType.BOOL) ? UCHAR : of(type);
    }

    private static CType of(IntType type) {
        if (type.width() > WIDEST) {
            throw new IllegalArgumentException(
                    "OpenCL C is emitted for integers of up to " + WIDEST + " bits, not " + type);
        }
        if (type.width() > Long.SIZE) {
            return type.signed() ? WIDE : UWIDE;
        }
        int width = Math.max(Byte.SIZE, Integer.highestOneBit(type.width() * 2 - 1));
        return new CType(CType.Kind.NATIVE, width, type.signed());
    }

    /** What C makes of a type in arithmetic (C99, 6.3.1.1). */
    static CType promoted(CType type) {
        return type.width() < Integer.SIZE ? CType.INT : type;
    }

    /** The type that C computes operands of two types in (C99, 6.3.1.8). */
    static CType common(CType first, CType second) {
        CType left = promoted(first);
        CType right = promoted(second);
        if (left.width() == right.width()) {
            return left.signed() ? right : left;
        }
        return left.width() > right.width() ? left : right;
    }

    /** The type of {@code bits} bits in which unsigned arithmetic wraps. */
    static CType unsigned(int bits) {
        if (bits <= Integer.SIZE) {
            return UINT;
        }
        return bits <= Long.SIZE ? ULONG : UWIDE;
    }

    static String name(CType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "bool";
            case FLOATING -> type.equals(CType.FLOAT) ? "float" : "double";
            case ARBITRARY -> "wide";
            case NATIVE -> (type.signed() ? "" : "u") + word(type.width());
        };
    }

    private static String word(int width) {
        return switch (width) {
            case Byte.SIZE -> "char";
            case Short.SIZE -> "short";
            case Integer.SIZE -> "int";
            default -> "long";
        };
    }
}
