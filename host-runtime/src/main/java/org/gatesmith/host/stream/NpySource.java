package org.gatesmith.host.stream;

import java.nio.file.Path;
import java.util.List;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.NpyChannel;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.SliceRuns;

/**
 * An {@code .npy} file of any size. It is read at positions and not mapped into memory: what is resident is the ring of buffers
 * and not whatever part of the file was touched, and a file that becomes shorter during the run is an error and not a crash.
 */
public final class NpySource implements TileSource {

    private final NpyChannel file;
    private final List<Long> shape;

    private NpySource(NpyChannel file, List<Long> shape) {
        this.file = file;
        this.shape = List.copyOf(shape);
    }

    /**
     * Opens a file for a parameter.
     *
     * @param shape the parameter's extents; a one-dimensional file of as many elements will do as well
     * @throws DataException the file cannot be read or does not fit
     */
    public static NpySource open(Path file, Parameter.Array array, List<Long> shape) throws DataException {
        return new NpySource(NpyChannel.open(file, array.name(), array.type(), shape), shape);
    }

    @Override
    public void read(Slice slice, Elements target) throws DataException {
        SliceRuns runs = new SliceRuns(slice, shape);
        for (long run = 0; run < runs.count(); run++) {
            file.read(runs.start(run), target.slice(run * runs.length(), runs.length()));
        }
    }

    @Override
    public void close() throws DataException {
        file.close();
    }
}
