package org.gatesmith.hls.ir;

import java.math.BigInteger;

/** A constant number. */
public sealed interface Literal {

    /** An integer. */
    record Int(BigInteger value) implements Literal {
        public static Int of(long value) {
            return new Int(BigInteger.valueOf(value));
        }
    }

    /** A binary32 number, by value; NaN payloads are kept in {@code bits}. */
    record F32(int bits) implements Literal {
        public static F32 of(float value) {
            return new F32(Float.floatToRawIntBits(value));
        }

        public float value() {
            return Float.intBitsToFloat(bits);
        }
    }

    /** A binary64 number. */
    record F64(long bits) implements Literal {
        public static F64 of(double value) {
            return new F64(Double.doubleToRawLongBits(value));
        }

        public double value() {
            return Double.longBitsToDouble(bits);
        }
    }
}
