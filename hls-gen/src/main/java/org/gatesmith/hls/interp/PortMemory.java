package org.gatesmith.hls.interp;

import java.lang.foreign.MemorySegment;
import org.gatesmith.hls.signature.JavaType;

/**
 * Board memory behind a port, element by element. A raw value is an integer, sign- or zero-extended as its Java type is, or the
 * raw bits of a {@code float} (in the low 32 bits) or {@code double}; a boolean is 0 or 1.
 */
public interface PortMemory {

    /** The raw value of the element at {@code index}, which is not negative and below {@link #size()}. */
    long load(long index);

    /** Replaces the element at {@code index}; bits of {@code rawValue} beyond the element's width are ignored. */
    void store(long index, long rawValue);

    /** Number of elements. */
    long size();

    static PortMemory of(boolean[] elements) {
        return new BooleanMemory(elements);
    }

    static PortMemory of(byte[] elements) {
        return of(MemorySegment.ofArray(elements), JavaType.BYTE);
    }

    static PortMemory of(short[] elements) {
        return of(MemorySegment.ofArray(elements), JavaType.SHORT);
    }

    static PortMemory of(char[] elements) {
        return of(MemorySegment.ofArray(elements), JavaType.CHAR);
    }

    static PortMemory of(int[] elements) {
        return of(MemorySegment.ofArray(elements), JavaType.INT);
    }

    static PortMemory of(long[] elements) {
        return of(MemorySegment.ofArray(elements), JavaType.LONG);
    }

    static PortMemory of(float[] elements) {
        return of(MemorySegment.ofArray(elements), JavaType.FLOAT);
    }

    static PortMemory of(double[] elements) {
        return of(MemorySegment.ofArray(elements), JavaType.DOUBLE);
    }

    /**
     * Elements in native byte order, from the start of the segment, without gaps; booleans are bytes of 0 or 1. Bytes after the
     * last whole element are not used. Any thread must be allowed to use the segment, as each process has its own.
     */
    static PortMemory of(MemorySegment segment, JavaType element) {
        return SegmentMemory.of(segment, element);
    }
}
