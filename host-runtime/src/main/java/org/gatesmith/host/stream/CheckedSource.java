package org.gatesmith.host.stream;

import java.util.stream.Collectors;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.hls.signature.ValueRange;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.DataFault;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.tile.Slice;

/** A source whose elements have to keep the contract of the parameter that they are for. */
record CheckedSource(Parameter.Array array, ValueRange range, TileSource source) implements TileSource {

    /** The source, with checks if the parameter has a contract. */
    static TileSource of(Parameter.Array array, TileSource source) {
        ValueRange range = array.range();
        return range == null ? source : new CheckedSource(array, range, source);
    }

    @Override
    public void read(Slice slice, Elements target) throws DataException {
        source.read(slice, target);
        for (long i = 0; i < target.count(); i++) {
            if (!range.contains(target.bits(i))) {
                throw new DataException(
                        DataFault.CONTRACT_VALUE,
                        "element " + place(slice, i) + " of '" + array.name() + "' is " + target.bits(i)
                                + ", outside its contract " + range.min() + " to " + range.max());
            }
        }
    }

    private static String place(Slice slice, long index) {
        return SlicePosition.of(slice, index).stream().map(i -> "[" + i + "]").collect(Collectors.joining());
    }

    @Override
    public void close() {
        // the source is closed by its owner
    }
}
