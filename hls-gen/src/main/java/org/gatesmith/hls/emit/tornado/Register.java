package org.gatesmith.hls.emit.tornado;

import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.ScalarType;

/** The Java type of a variable of a task, and TornadoVM's array of it. */
public enum Register {
    INT("int", "IntArray", 4),
    LONG("long", "LongArray", 8),
    FLOAT("float", "FloatArray", 4),
    DOUBLE("double", "DoubleArray", 8);

    private final String keyword;
    private final String arrayType;
    private final int bytes;

    Register(String keyword, String arrayType, int bytes) {
        this.keyword = keyword;
        this.arrayType = arrayType;
        this.bytes = bytes;
    }

    /**
     * Where values of a type live. Integers keep their value; of an unsigned one of 64 bits the variable holds the bits.
     *
     * @throws UnsupportedProgramException for integers of more than 64 bits
     */
    static Register of(ScalarType type) {
        return switch (type) {
            case FloatType real -> real == FloatType.F32 ? FLOAT : DOUBLE;
            case IntType integer when IntType.I32.contains(integer) -> INT;
            case IntType integer when integer.width() <= Long.SIZE -> LONG;
            case IntType integer ->
                throw new UnsupportedProgramException(
                        "an integer of " + integer.width() + " bits, more than Java's long");
        };
    }

    /** The Java keyword. */
    public String keyword() {
        return keyword;
    }

    /** Simple name of TornadoVM's array class. */
    public String arrayType() {
        return arrayType;
    }

    /** Size of one element. */
    public int bytes() {
        return bytes;
    }

    boolean isInteger() {
        return this == INT || this == LONG;
    }
}
