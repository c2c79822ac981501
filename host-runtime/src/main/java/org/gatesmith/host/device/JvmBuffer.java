package org.gatesmith.host.device;

import java.util.Objects;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.jspecify.annotations.Nullable;

/** A Java array that a kernel is called with: always as long as the call says, so that an index past its end is found. */
final class JvmBuffer implements DeviceBuffer {

    private final JavaType type;
    private final long capacity;
    private @Nullable Object array;

    JvmBuffer(JavaType type, long capacity) {
        this.type = type;
        this.capacity = capacity;
    }

    @Override
    public long capacity() {
        return capacity;
    }

    @Override
    public void write(Elements source) throws DataException {
        array(source.count());
        source.copyTo(Objects.requireNonNull(array));
    }

    @Override
    public void read(Elements target) throws DataException {
        target.copyFrom(array(target.count()));
    }

    @Override
    public void clear(long elements) throws DataException {
        array = null;
        array(elements);
    }

    /** The array, a new one where the last had another length. */
    Object array(long elements) throws DataException {
        if (elements > capacity) {
            throw new IllegalArgumentException(elements + " elements do not fit a buffer of " + capacity);
        }
        Object current = array;
        if (current == null || java.lang.reflect.Array.getLength(current) != elements) {
            current = Elements.newArray(type, elements);
            array = current;
        }
        return current;
    }

    @Override
    public void close() {
        array = null;
    }
}
