package org.gatesmith.hls.ir;

/** IEEE-754 binary floating point, round to nearest even, with subnormals, as Java defines it (JLS 4.2.3). */
public enum FloatType implements ScalarType {
    /** binary32, a Java {@code float}. */
    F32,
    /** binary64, a Java {@code double}. */
    F64;

    @Override
    public int width() {
        return this == F32 ? Float.SIZE : Double.SIZE;
    }

    @Override
    public String toString() {
        return this == F32 ? "f32" : "f64";
    }
}
