package org.gatesmith.host.stream;

import java.nio.file.Path;
import java.util.List;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.data.NpyPart;
import org.gatesmith.host.tile.Slice;
import org.gatesmith.host.tile.SliceRuns;

/**
 * An {@code .npy} file that is written slice by slice, under the name {@code NAME.part} until it is complete. Written at
 * positions and not mapped: a disk that fills is an error and not a crash.
 */
public final class NpySink implements TileSink {

    private final NpyPart file;
    private final List<Long> shape;

    private NpySink(NpyPart file, List<Long> shape) {
        this.file = file;
        this.shape = List.copyOf(shape);
    }

    /**
     * Starts a file for an array of the kernel, from nothing.
     *
     * @throws DataException the file cannot be written, or the disk has not enough room for it
     */
    public static NpySink create(Path file, Parameter.Array array, List<Long> shape) throws DataException {
        return new NpySink(NpyPart.create(file, array.type(), shape), shape);
    }

    /**
     * Goes on with a file that an earlier run began.
     *
     * @throws DataException there is none, or it is of another type or shape
     */
    public static NpySink reopen(Path file, Parameter.Array array, List<Long> shape) throws DataException {
        return new NpySink(NpyPart.reopen(file, array.type(), shape), shape);
    }

    @Override
    public void write(Slice slice, Elements elements) throws DataException {
        SliceRuns runs = new SliceRuns(slice, shape);
        for (long run = 0; run < runs.count(); run++) {
            file.write(runs.start(run), elements.slice(run * runs.length(), runs.length()));
        }
    }

    @Override
    public void finish() throws DataException {
        file.finish();
    }

    @Override
    public void close() throws DataException {
        file.close();
    }
}
