package org.gatesmith.host.tile;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gatesmith.hls.signature.Direction;
import org.gatesmith.hls.signature.KernelSignature;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.DataException;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceException;
import org.gatesmith.host.device.WholeCall;
import org.gatesmith.host.problem.ProblemSize;

/** Runs tiles one after the other on arrays in memory, in the plainest way: for tests of a plan, not for speed. */
final class SerialTiles {

    private final KernelSignature signature;
    private final ProblemSize size;
    private final Map<String, Elements> arrays;

    /**
     * @param arrays whole arrays by name; those that the kernel writes are overwritten with the result
     */
    SerialTiles(KernelSignature signature, ProblemSize size, Map<String, Elements> arrays) {
        this.signature = signature;
        this.size = size;
        this.arrays = Map.copyOf(arrays);
    }

    /**
     * Runs them all.
     *
     * @param limit longest time for one tile
     */
    void run(TileSequence tiles, Device device, Duration limit) throws DeviceException, DataException {
        for (long i = 0; i < tiles.tiles(); i++) {
            run(tiles.tile(i), device, limit);
        }
    }

    private void run(Tile tile, Device device, Duration limit) throws DeviceException, DataException {
        Map<String, Elements> slices = new LinkedHashMap<>();
        for (Parameter.Array array : signature.arrays().toList()) {
            Slice slice = tile.operand(array.name()).slice();
            Elements dense = zeroes(array, slice.count());
            if (array.direction() != Direction.OUT) {
                SliceCopy.gather(whole(array), size.shape(array), slice, dense);
            }
            slices.put(array.name(), dense);
        }
        new WholeCall(signature, slices, tile.scalars()).on(device, limit);
        for (Parameter.Array array : signature.arrays().toList()) {
            if (array.direction().isWritten()) {
                SliceCopy.scatter(
                        Objects.requireNonNull(slices.get(array.name())),
                        whole(array),
                        size.shape(array),
                        tile.operand(array.name()).slice());
            }
        }
    }

    private Elements whole(Parameter.Array array) {
        return Objects.requireNonNull(arrays.get(array.name()));
    }

    static Elements zeroes(Parameter.Array array, long count) {
        byte[] bytes =
                new byte[Math.toIntExact(Math.multiplyExact(count, array.type().bytes()))];
        return Elements.in(MemorySegment.ofArray(bytes), array.type());
    }
}
