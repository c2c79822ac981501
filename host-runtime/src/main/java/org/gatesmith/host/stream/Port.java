package org.gatesmith.host.stream;

import java.util.List;
import org.gatesmith.hls.signature.Parameter;
import org.gatesmith.host.data.Elements;
import org.gatesmith.host.device.Device;
import org.gatesmith.host.device.DeviceBuffer;
import org.gatesmith.host.tile.Tile;
import org.gatesmith.host.tile.TileOperand;
import org.gatesmith.host.tile.TileSequence;

/**
 * One array parameter of a run: its two ends and its buffers.
 *
 * @param index among the array parameters
 * @param shape extents of the whole array
 * @param source where it comes from; never asked if the kernel does not read it
 * @param sink where it goes; never used if the kernel does not write it
 * @param staging host memory for what is on its way to the device
 * @param onDevice memory of the device
 * @param results host memory for what has come back
 */
record Port(
        int index,
        Parameter.Array array,
        List<Long> shape,
        TileSource source,
        TileSink sink,
        BufferPool<Elements> staging,
        BufferPool<DeviceBuffer> onDevice,
        BufferPool<Elements> results) {

    static Port of(int index, Parameter.Array array, StreamRequest request, Device device, HostMemory memory) {
        TileSequence tiles = request.tiles();
        long largest = tiles.largestSlice(array.name());
        int buffers = Math.max(1, tiles.buffers(array.name()));
        int underWay = Math.clamp(buffers, 1, Math.max(1, tiles.depth()));
        int verified = request.verification() instanceof Verification.None
                ? 0
                : request.options().workers();
        TileSource source = request.sources().get(array.name());
        TileSink sink = request.sinks().get(array.name());
        return new Port(
                index,
                array,
                request.shape(array),
                source == null ? NOTHING : CheckedSource.of(array, source),
                sink == null ? TileSink.discard() : sink,
                new BufferPool<>(underWay, () -> memory.allocate(array.type(), largest)),
                new BufferPool<>(buffers, () -> device.allocate(array, largest)),
                new BufferPool<>(underWay + verified, () -> memory.allocate(array.type(), largest)));
    }

    private static final TileSource NOTHING = (slice, target) -> {
        throw new IllegalStateException("an array that the kernel does not read has no source");
    };

    boolean isRead() {
        return array.direction().isRead();
    }

    boolean isWritten() {
        return array.direction().isWritten();
    }

    /** What a tile needs of the array. */
    TileOperand operand(Tile tile) {
        return tile.operand(array.name());
    }

    long bytes(long elements) {
        return elements * array.type().bytes();
    }
}
