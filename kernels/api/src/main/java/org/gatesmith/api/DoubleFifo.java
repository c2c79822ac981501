package org.gatesmith.api;

/** A {@link Fifo} of {@code double} elements. */
public final class DoubleFifo extends Fifo {

    /** A FIFO of depth {@value Fifo#DEFAULT_CAPACITY}; {@link Depth} on the variable sets another one. */
    public DoubleFifo() {
        this("DoubleFifo", DEFAULT_CAPACITY);
    }

    /**
     * A named FIFO.
     *
     * @param name name in messages
     * @param capacity elements it holds, at least 1
     */
    public DoubleFifo(String name, int capacity) {
        super(name, capacity);
    }

    /** Takes the oldest element; waits for one inside a dataflow region, throws {@link EmptyFifoException} outside. */
    public double read() {
        return Double.longBitsToDouble(readBits());
    }

    /** Appends an element; inside a dataflow region waits while the FIFO is full. */
    public void write(double value) {
        writeBits(Double.doubleToRawLongBits(value));
    }
}
