package org.gatesmith.host.folder;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.stream.NpySource;
import org.gatesmith.host.tile.Slice;

/** An output of a stored run, read slice by slice. */
final class StoredArray implements AutoCloseable {

    private static final long BYTES_AT_ONCE = 1 << 20;

    private final ArrayForm form;
    private final NpySource source;

    private StoredArray(ArrayForm form, NpySource source) {
        this.form = form;
        this.source = source;
    }

    static StoredArray open(Path file, String name, ArrayForm form) throws DataException {
        Parameter.Array array = new Parameter.Array(name, form.elementType(), null, Direction.OUT, List.of(), "");
        return new StoredArray(form, NpySource.open(file, array, form.shape()));
    }

    /** CRC-32C of a slice, little-endian, in row-major order, as eight hexadecimal digits. */
    String checksum(Slice slice) throws DataException {
        CRC32C crc = new CRC32C();
        for (Slice band : bands(slice)) {
            crc.update(elements(band).segment().asByteBuffer());
        }
        return FolderLedger.hex(crc.getValue());
    }

    /** The elements of a slice, in row-major order. */
    Elements elements(Slice slice) throws DataException {
        Elements elements = memory(slice);
        source.read(slice, elements);
        return elements;
    }

    /** The slice cut across its first dimension, so that little of it is in memory at once. */
    private List<Slice> bands(Slice slice) {
        if (slice.extents().isEmpty() || slice.count() == 0) {
            return slice.count() == 0 ? List.of() : List.of(slice);
        }
        long rows = slice.extents().getFirst();
        long rowBytes = slice.count() / rows * form.elementType().bytes();
        long step = Math.max(1, BYTES_AT_ONCE / rowBytes);
        List<Slice> bands = new ArrayList<>();
        for (long row = 0; row < rows; row += step) {
            List<Long> origin = new ArrayList<>(slice.origin());
            List<Long> extents = new ArrayList<>(slice.extents());
            origin.set(0, origin.getFirst() + row);
            extents.set(0, Math.min(step, rows - row));
            bands.add(new Slice(origin, extents));
        }
        return bands;
    }

    private Elements memory(Slice slice) {
        int bytes = Math.toIntExact(slice.count() * form.elementType().bytes());
        return Elements.in(MemorySegment.ofArray(new byte[bytes]), form.elementType());
    }

    @Override
    public void close() throws DataException {
        source.close();
    }
}
