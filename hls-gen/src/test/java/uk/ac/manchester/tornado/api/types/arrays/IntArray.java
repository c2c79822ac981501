package uk.ac.manchester.tornado.api.types.arrays;

/** Stands in for TornadoVM's array of the same name where TornadoVM is not installed: what emitted tasks use of it. */
public final class IntArray {
    private final int[] elements;

    public IntArray(int size) {
        elements = new int[size];
    }

    public int get(int index) {
        return elements[index];
    }

    public void set(int index, int value) {
        elements[index] = value;
    }

    public int getSize() {
        return elements.length;
    }
}
