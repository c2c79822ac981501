package org.gatesmith.host.device;

import org.gatesmith.hls.signature.JavaType;

/** What a kernel is called with, one per parameter. */
public sealed interface Argument {

    /**
     * The contents of a memory port.
     *
     * @param elements how many elements at the start of the buffer the array has
     */
    record Buffer(DeviceBuffer buffer, long elements) implements Argument {}

    /**
     * A scalar.
     *
     * @param bits an integer's value, or the raw bits of a floating-point number
     */
    record Number(JavaType type, long bits) implements Argument {

        /** The number as C++ reads it. */
        public String text() {
            return switch (type) {
                case BOOLEAN -> bits == 0 ? "0" : "1";
                case CHAR -> Long.toString(bits);
                default -> boxed().toString();
            };
        }

        /** The number as Java boxes it. */
        public Object boxed() {
            return switch (type) {
                case BOOLEAN -> bits != 0;
                case BYTE -> (byte) bits;
                case SHORT -> (short) bits;
                case CHAR -> (char) bits;
                case INT -> (int) bits;
                case LONG -> bits;
                case FLOAT -> Float.intBitsToFloat((int) bits);
                case DOUBLE -> Double.longBitsToDouble(bits);
            };
        }
    }
}
