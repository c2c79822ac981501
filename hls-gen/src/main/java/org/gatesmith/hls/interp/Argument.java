package org.gatesmith.hls.interp;

/** What a kernel is given for one of its parameters. */
public sealed interface Argument {

    /**
     * A number: an integer as Java has it, or the raw bits of a {@code float} (in the low 32 bits) or {@code double}; a boolean
     * is 0 or 1.
     */
    record Scalar(long raw) implements Argument {}

    /** Board memory. */
    record Port(PortMemory memory) implements Argument {}

    static Argument of(long integer) {
        return new Scalar(integer);
    }

    static Argument of(float number) {
        return new Scalar(Float.floatToRawIntBits(number));
    }

    static Argument of(double number) {
        return new Scalar(Double.doubleToRawLongBits(number));
    }

    static Argument of(PortMemory memory) {
        return new Port(memory);
    }
}
