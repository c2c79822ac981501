package uk.ac.manchester.tornado.api.types.arrays;

/** Stands in for TornadoVM's array of the same name where TornadoVM is not installed: what emitted tasks use of it. */
public final class DoubleArray {
    private final double[] elements;

    public DoubleArray(int size) {
        elements = new double[size];
    }

    public double get(int index) {
        return elements[index];
    }

    public void set(int index, double value) {
        elements[index] = value;
    }

    public int getSize() {
        return elements.length;
    }
}
