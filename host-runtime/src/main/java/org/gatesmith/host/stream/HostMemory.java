package org.gatesmith.host.stream;

import java.lang.foreign.Arena;
import org.gatesmith.hls.signature.JavaType;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.DataFault;
import org.gatesmith.host.data.Elements;

/** Memory outside the Java heap for the host's side of a ring of buffers. */
final class HostMemory implements AutoCloseable {

    /** A cache line; also what vector instructions and XRT's host pointers like. */
    private static final long ALIGNMENT = 64;

    private final Arena arena = Arena.ofShared();

    Elements allocate(JavaType type, long elements) throws DataException {
        long bytes = Math.multiplyExact(elements, type.bytes());
        try {
            return Elements.in(arena.allocate(bytes, ALIGNMENT), type);
        } catch (OutOfMemoryError e) {
            throw new DataException(
                    DataFault.HOST_MEMORY,
                    bytes + " bytes more for the buffers of a run are not to be had; choose smaller tiles, or allow"
                            + " more memory outside the Java heap with -XX:MaxDirectMemorySize");
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
