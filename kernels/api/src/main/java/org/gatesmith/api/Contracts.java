package org.gatesmith.api;

/**
 * Checks of {@link Range}, {@link Bits} and {@link UBits}, compiled into a kernel by the host wherever an annotated variable
 * is given a value. Each returns the value, so that a check stands wherever the value stood, and throws
 * {@link ContractViolation} when {@code min <= value <= max} does not hold.
 */
public final class Contracts {
    private Contracts() {}

    /** Checks an {@code int}. */
    public static int check(int value, long min, long max, String name) {
        return (int) check((long) value, min, max, name);
    }

    /** Checks a {@code short}. */
    public static short check(short value, long min, long max, String name) {
        return (short) check((long) value, min, max, name);
    }

    /** Checks a {@code byte}. */
    public static byte check(byte value, long min, long max, String name) {
        return (byte) check((long) value, min, max, name);
    }

    /** Checks a {@code char}. */
    public static char check(char value, long min, long max, String name) {
        return (char) check((long) value, min, max, name);
    }

    /** Checks a {@code long}. */
    public static long check(long value, long min, long max, String name) {
        if (value < min || value > max) {
            throw new ContractViolation(name, value, min, max);
        }
        return value;
    }
}
