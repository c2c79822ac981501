package org.gatesmith.hls.emit.hlscpp;

import org.gatesmith.hls.emit.CType;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.ScalarType;

/**
 * How the types of the program are spelled in HLS C++. Java's own integer types and truth values are native, because native
 * arithmetic is Java's (the project compiles with {@code -fwrapv}); every other width is an {@code ap_int} or {@code ap_uint}.
 */
final class HlsTypes {

    private HlsTypes() {}

    /** The type of a variable that holds values of {@code type}. */
    static CType of(ScalarType type) {
        return switch (type) {
            case FloatType floating -> floating == FloatType.F32 ? CType.FLOAT : CType.DOUBLE;
            case IntType integer -> of(integer);
        };
    }

    private static CType of(IntType type) {
        if (type.equals(IntType.BOOL)) {
            return CType.BOOL;
        }
        if (type.equals(IntType.I32)) {
            return CType.INT;
        }
        return type.equals(IntType.I64) ? CType.INT64 : CType.arbitrary(type);
    }

    /** The type of an element of a memory port: as in a variable, but a truth value takes a byte. */
    static CType ofPortElement(ScalarType type) {
        return type.equals(IntType.BOOL) ? CType.arbitrary(8, false) : of(type);
    }

    static String name(CType type) {
        return switch (type.kind()) {
            case BOOLEAN -> "bool";
            case NATIVE -> type.equals(CType.INT) ? "int" : "int64_t";
            case FLOATING -> type.equals(CType.FLOAT) ? "float" : "double";
            case ARBITRARY -> (type.signed() ? "ap_int<" : "ap_uint<") + type.width() + ">";
        };
    }
}
