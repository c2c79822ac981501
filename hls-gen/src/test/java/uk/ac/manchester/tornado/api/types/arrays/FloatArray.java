package uk.ac.manchester.tornado.api.types.arrays;

/** Stands in for TornadoVM's array of the same name where TornadoVM is not installed: what emitted tasks use of it. */
public final class FloatArray {
    private final float[] elements;

    public FloatArray(int size) {
        elements = new float[size];
    }

    public float get(int index) {
        return elements[index];
    }

    public void set(int index, float value) {
        elements[index] = value;
    }

    public int getSize() {
        return elements.length;
    }
}
