package org.gatesmith.api;

/** A {@link Fifo} of {@code byte} elements. */
public final class ByteFifo extends Fifo {

    /** A FIFO of depth {@value Fifo#DEFAULT_CAPACITY}; {@link Depth} on the variable sets another one. */
    public ByteFifo() {
        this("ByteFifo", DEFAULT_CAPACITY);
    }

    /**
     * A named FIFO.
     *
     * @param name name in messages
     * @param capacity elements it holds, at least 1
     */
    public ByteFifo(String name, int capacity) {
        super(name, capacity);
    }

    /** Takes the oldest element; waits for one inside a dataflow region, throws {@link EmptyFifoException} outside. */
    public byte read() {
        return (byte) readBits();
    }

    /** Appends an element; inside a dataflow region waits while the FIFO is full. */
    public void write(byte value) {
        writeBits(value);
    }
}
