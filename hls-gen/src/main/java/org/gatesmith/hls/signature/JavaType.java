package org.gatesmith.hls.signature;

import java.util.Locale;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.ScalarType;

/** The primitive types of Java, as parameters and elements of buffers have them. */
public enum JavaType {
    BOOLEAN(1, IntType.BOOL),
    BYTE(1, IntType.I8),
    SHORT(2, IntType.I16),
    CHAR(2, IntType.U16),
    INT(4, IntType.I32),
    LONG(8, IntType.I64),
    FLOAT(4, FloatType.F32),
    DOUBLE(8, FloatType.F64);

    private final int bytes;
    private final ScalarType irType;

    JavaType(int bytes, ScalarType irType) {
        this.bytes = bytes;
        this.irType = irType;
    }

    /** Size of one element in a buffer. */
    public int bytes() {
        return bytes;
    }

    public ScalarType irType() {
        return irType;
    }

    public boolean isFloatingPoint() {
        return irType instanceof FloatType;
    }

    /** The Java keyword. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
