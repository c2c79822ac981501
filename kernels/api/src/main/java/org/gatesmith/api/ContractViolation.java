package org.gatesmith.api;

/** A value lies outside the bounds that {@link Range}, {@link Bits} or {@link UBits} promise. */
public final class ContractViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final long value;
    private final long min;
    private final long max;

    ContractViolation(String name, long value, long min, long max) {
        super("'" + name + "' is " + value + ", outside its declared range " + min + " to " + max);
        this.name = name;
        this.value = value;
        this.min = min;
        this.max = max;
    }

    /** What holds the value: the variable, parameter or array in the kernel's source. */
    public String name() {
        return name;
    }

    /** The value. */
    public long value() {
        return value;
    }

    /** Smallest value permitted. */
    public long min() {
        return min;
    }

    /** Largest value permitted. */
    public long max() {
        return max;
    }
}
