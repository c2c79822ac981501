package org.gatesmith.hls.estimate;

/**
 * When words go into a FIFO and come out of it. A word can be read from the cycle after it was written, and takes the place of another from
 * the cycle after that was read. One that writes and one that reads may each be ahead of the other in what is already known.
 */
final class FifoTimes {

    private final int capacity;
    private final long[] writes;
    private final long[] reads;
    private long written;
    private long taken;

    FifoTimes(int capacity) {
        this.capacity = capacity;
        this.writes = new long[capacity];
        this.reads = new long[capacity];
    }

    /** Accesses until now. */
    long accesses() {
        return written + taken;
    }

    boolean isFull() {
        return written - taken == capacity;
    }

    /** Whether it is known when the next access can happen. */
    boolean isKnown(boolean write) {
        return write ? written < taken + capacity : taken < written;
    }

    /** The first cycle in which the next access can happen. */
    long ready(boolean write) {
        if (write) {
            return written < capacity ? 0 : reads[place(written)] + 1;
        }
        return writes[place(taken)] + 1;
    }

    /** Notes that the next access happens in a cycle. */
    void happens(boolean write, long cycle) {
        if (write) {
            writes[place(written++)] = cycle;
        } else {
            reads[place(taken++)] = cycle;
        }
    }

    private int place(long word) {
        return (int) (word % capacity);
    }
}
