package org.gatesmith.api;

/** A {@link Fifo} of {@code int} elements. */
public final class IntFifo extends Fifo {

    /** A FIFO of depth {@value Fifo#DEFAULT_CAPACITY}; {@link Depth} on the variable sets another one. */
    public IntFifo() {
        this("IntFifo", DEFAULT_CAPACITY);
    }

    /**
     * A named FIFO.
     *
     * @param name name in messages
     * @param capacity elements it holds, at least 1
     */
    public IntFifo(String name, int capacity) {
        super(name, capacity);
    }

    /** Takes the oldest element; waits for one inside a dataflow region, throws {@link EmptyFifoException} outside. */
    public int read() {
        return (int) readBits();
    }

    /** Appends an element; inside a dataflow region waits while the FIFO is full. */
    public void write(int value) {
        writeBits(value);
    }
}
