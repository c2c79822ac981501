package uk.ac.manchester.tornado.api.types.arrays;

/** Stands in for TornadoVM's array of the same name where TornadoVM is not installed: what emitted tasks use of it. */
public final class LongArray {
    private final long[] elements;

    public LongArray(int size) {
        elements = new long[size];
    }

    public long get(int index) {
        return elements[index];
    }

    public void set(int index, long value) {
        elements[index] = value;
    }

    public int getSize() {
        return elements.length;
    }
}
