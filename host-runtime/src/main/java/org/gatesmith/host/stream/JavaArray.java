package org.gatesmith.host.stream;

import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;

/** A Java array for one operand of the expectation, exactly as long as the operand. */
final class JavaArray {

    private final Object array;
    private final Elements elements;
    private final boolean shared;

    /**
     * @throws DataException there are more elements than a Java array can hold
     */
    JavaArray(JavaType type, long count) throws DataException {
        this.array = Elements.newArray(type, count);
        // Java gives no access to the memory of a boolean[].
        this.shared = type != JavaType.BOOLEAN;
        this.elements = shared ? Elements.over(array) : Elements.copyOf(array);
    }

    /** What the expectation is called with. */
    Object array() {
        return array;
    }

    /** The elements; between {@link #toArray()} and {@link #fromArray()} they may differ from the array's. */
    Elements elements() {
        return elements;
    }

    void clear() {
        elements.segment().fill((byte) 0);
        toArray();
    }

    /** Makes the array hold the elements. */
    void toArray() {
        if (!shared) {
            elements.copyTo(array);
        }
    }

    /** Makes the elements those of the array. */
    void fromArray() {
        if (!shared) {
            elements.copyFrom(array);
        }
    }
}
