package org.gatesmith.host.stream;

import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.tile.Slice;

/**
 * Where the elements of one array come from.
 *
 * <p>Several threads read at once, in any order, and the same elements more than once: verification reads them again, and so
 * does a run that is resumed. A source therefore always gives the same elements for the same slice. The thread is interrupted
 * when the run is cancelled; a source that waits for something should then throw.
 */
public interface TileSource extends AutoCloseable {

    /**
     * Reads the elements of a slice.
     *
     * @param slice within the array
     * @param target takes the elements in row-major order of the slice; as many as the slice has
     */
    void read(Slice slice, Elements target) throws DataException;

    @Override
    default void close() throws DataException {}
}
