package uk.ac.manchester.tornado.api.types.arrays;

/** Stands in for TornadoVM's array of the same name where TornadoVM is not installed: what emitted tasks use of it. */
public final class ShortArray {
    private final short[] elements;

    public ShortArray(int size) {
        elements = new short[size];
    }

    public short get(int index) {
        return elements[index];
    }

    public void set(int index, short value) {
        elements[index] = value;
    }

    public int getSize() {
        return elements.length;
    }
}
