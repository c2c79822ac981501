package org.gatesmith.api;

/** A {@link Fifo} of {@code float} elements. */
public final class FloatFifo extends Fifo {

    /** A FIFO of depth {@value Fifo#DEFAULT_CAPACITY}; {@link Depth} on the variable sets another one. */
    public FloatFifo() {
        this("FloatFifo", DEFAULT_CAPACITY);
    }

    /**
     * A named FIFO.
     *
     * @param name name in messages
     * @param capacity elements it holds, at least 1
     */
    public FloatFifo(String name, int capacity) {
        super(name, capacity);
    }

    /** Takes the oldest element; waits for one inside a dataflow region, throws {@link EmptyFifoException} outside. */
    public float read() {
        return Float.intBitsToFloat((int) readBits());
    }

    /** Appends an element; inside a dataflow region waits while the FIFO is full. */
    public void write(float value) {
        writeBits(Float.floatToRawIntBits(value));
    }
}
