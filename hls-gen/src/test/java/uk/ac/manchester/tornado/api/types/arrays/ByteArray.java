package uk.ac.manchester.tornado.api.types.arrays;

/** Stands in for TornadoVM's array of the same name where TornadoVM is not installed: what emitted tasks use of it. */
public final class ByteArray {
    private final byte[] elements;

    public ByteArray(int size) {
        elements = new byte[size];
    }

    public byte get(int index) {
        return elements[index];
    }

    public void set(int index, byte value) {
        elements[index] = value;
    }

    public int getSize() {
        return elements.length;
    }
}
