package org.gatesmith.api;

import org.jspecify.annotations.Nullable;

/**
 * A first-in first-out channel from one writing process to one reading process of a {@link Dataflow} method; in hardware an
 * {@code hls::stream}. The typed classes such as {@link IntFifo} add {@code read} and {@code write}.
 *
 * <p>How it behaves depends on who calls it:
 *
 * <ul>
 *   <li>A process of a {@link DataflowRegion} waits while it reads an empty FIFO or writes a full one.
 *   <li>In a plain Java run, where the calls of a {@code @Dataflow} method run one after another, a FIFO holds any number of
 *       elements, and reading an empty one throws {@link EmptyFifoException}. It must then stay within one thread.
 * </ul>
 *
 * <p>Processes of one region tree never run at the same instant (see {@link DataflowRegion}), so the state needs no lock.
 */
public abstract sealed class Fifo
        permits BooleanFifo, ByteFifo, ShortFifo, CharFifo, IntFifo, LongFifo, FloatFifo, DoubleFifo {

    /** Vitis HLS gives a stream without a depth two elements (UG1399, {@code config_dataflow -fifo_depth}). */
    public static final int DEFAULT_CAPACITY = 2;

    private static final int INITIAL_SLOTS = 4;

    private final String name;
    private int capacity;

    /** Raw bits of the elements, a ring whose length is a power of two. */
    private long[] slots = new long[INITIAL_SLOTS];

    private int head;
    private int fill;

    private final FifoEnd readingEnd = new FifoEnd(this, "read");
    private final FifoEnd writingEnd = new FifoEnd(this, "written");

    Fifo(String name, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "FIFO '" + name + "' has depth " + capacity + "; a FIFO holds at least 1 element");
        }
        this.name = name;
        this.capacity = capacity;
    }

    /** Name in messages: the variable's name in the kernel, or the type's name if none was given. */
    public final String name() {
        return name;
    }

    /** Elements it holds before a writing process has to wait. */
    public final int capacity() {
        return capacity;
    }

    /**
     * Whether nothing can be read at the moment. A process that polls an empty FIFO lets the other processes run before it
     * gets its answer.
     */
    public final boolean isEmpty() {
        if (fill == 0 && readingEnd.attach() instanceof DataflowProcess reader) {
            reader.giveWay();
        }
        return fill == 0;
    }

    final long readBits() {
        @Nullable DataflowProcess reader = readingEnd.attach();
        while (fill == 0) {
            if (reader == null) {
                throw new EmptyFifoException(name);
            }
            reader.await(readingEnd);
        }
        long bits = slots[head];
        head = (head + 1) & (slots.length - 1);
        fill--;
        if (fill < capacity) {
            writingEnd.wake();
        }
        return bits;
    }

    final void writeBits(long bits) {
        @Nullable DataflowProcess writer = writingEnd.attach();
        while (writer != null && fill >= capacity) {
            writer.await(writingEnd);
        }
        if (fill == slots.length) {
            enlarge();
        }
        slots[(head + fill) & (slots.length - 1)] = bits;
        fill++;
        readingEnd.wake();
    }

    final int fill() {
        return fill;
    }

    final FifoEnd readingEnd() {
        return readingEnd;
    }

    final FifoEnd writingEnd() {
        return writingEnd;
    }

    final FifoEnd opposite(FifoEnd end) {
        return end == readingEnd ? writingEnd : readingEnd;
    }

    /** Makes room for one more element and lets a waiting writer go on; used to search for the depth that is needed. */
    final void deepen() {
        capacity++;
        writingEnd.wake();
    }

    private void enlarge() {
        long[] larger = new long[Math.multiplyExact(slots.length, 2)];
        int tail = slots.length - head;
        System.arraycopy(slots, head, larger, 0, tail);
        System.arraycopy(slots, 0, larger, tail, head);
        slots = larger;
        head = 0;
    }

    @Override
    public final String toString() {
        return name + " (" + fill + " of " + capacity + ")";
    }
}
