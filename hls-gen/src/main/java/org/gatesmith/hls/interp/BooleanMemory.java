package org.gatesmith.hls.interp;

/** A Java {@code boolean[]}, the one primitive array that has no memory segment. */
final class BooleanMemory implements PortMemory {

    private final boolean[] elements;

    /** The array itself, not a copy. */
    BooleanMemory(boolean[] elements) {
        this.elements = elements;
    }

    @Override
    public long load(long index) {
        return elements[(int) index] ? 1 : 0;
    }

    @Override
    public void store(long index, long rawValue) {
        elements[(int) index] = (rawValue & 1) != 0;
    }

    @Override
    public long size() {
        return elements.length;
    }
}
