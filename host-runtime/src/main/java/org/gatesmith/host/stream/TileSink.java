package org.gatesmith.host.stream;

import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.tile.Slice;

/**
 * Where the elements of one array go. Every element is written once; one thread writes at a time. The thread is interrupted
 * when the run is cancelled; a sink that waits for something should then throw.
 */
public interface TileSink extends AutoCloseable {

    /**
     * Writes a slice. When this returns, the elements survive the end of the process, as far as the sink keeps anything.
     *
     * @param slice within the array
     * @param elements in row-major order of the slice
     */
    void write(Slice slice, Elements elements) throws DataException;

    /** The whole array has been written. */
    default void finish() throws DataException {}

    /** Frees what the sink holds; without {@link #finish()} before it, the array is incomplete. */
    @Override
    default void close() throws DataException {}

    /** A sink that keeps nothing. */
    static TileSink discard() {
        return (slice, elements) -> {};
    }
}
