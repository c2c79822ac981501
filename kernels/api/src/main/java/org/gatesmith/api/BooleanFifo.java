package org.gatesmith.api;

/** A {@link Fifo} of {@code boolean} elements. */
public final class BooleanFifo extends Fifo {

    /** A FIFO of depth {@value Fifo#DEFAULT_CAPACITY}; {@link Depth} on the variable sets another one. */
    public BooleanFifo() {
        this("BooleanFifo", DEFAULT_CAPACITY);
    }

    /**
     * A named FIFO.
     *
     * @param name name in messages
     * @param capacity elements it holds, at least 1
     */
    public BooleanFifo(String name, int capacity) {
        super(name, capacity);
    }

    /** Takes the oldest element; waits for one inside a dataflow region, throws {@link EmptyFifoException} outside. */
    public boolean read() {
        return readBits() != 0;
    }

    /** Appends an element; inside a dataflow region waits while the FIFO is full. */
    public void write(boolean value) {
        writeBits(value ? 1 : 0);
    }
}
