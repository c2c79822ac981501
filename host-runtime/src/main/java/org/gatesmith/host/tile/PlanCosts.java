package org.gatesmith.host.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.board.Memory;
import org.gatesmith.board.MemoryStorage;
import org.gatesmith.vendor.BankBinding;
import org.gatesmith.vendor.BankPlan;

/** What a nest of tiles costs: time, traffic and memory. */
final class PlanCosts {

    /** Buffers start at pages: XRT and DMA engines ask for 4 KiB alignment (xrt::bo). */
    static final long PAGE = 4096;

    /**
     * A copy between buffers and cached files by one processor core, in bytes per second. An assumption: server cores copy
     * 5 to 15 GB/s, and disks may be slower.
     */
    private static final double HOST_COPY = 10e9;

    private final BankPlan banks;
    private final LinkTimes link;
    private final TileRunTime runTime;
    private final DevicePlace place;

    PlanCosts(BankPlan banks, LinkTimes link, TileRunTime runTime, DevicePlace place) {
        this.banks = banks;
        this.link = link;
        this.runTime = runTime;
        this.place = place;
    }

    /** Seconds of every stage over the whole run. */
    StageTimes stages(TileNest nest) {
        double toDevice = 0;
        double toHost = 0;
        for (TiledArray array : nest.arrays()) {
            double each = array.bytesMoved() / array.transfers();
            toDevice += array.array().direction().isRead() ? array.transfers() * link.toDevice(each) : 0;
            toHost += array.array().direction().isWritten() ? array.transfers() * link.toHost(each) : 0;
        }
        return new StageTimes(
                bytesIn(nest) / HOST_COPY, toDevice, runSeconds(nest), toHost, bytesOut(nest) / HOST_COPY);
    }

    /** Seconds of every stage for one tile: only what it does not share with earlier tiles crosses the link. */
    StageTimes tile(TileNest nest, long index) {
        Tile tile = nest.tile(index);
        double in = 0;
        double out = 0;
        double toDevice = 0;
        double toHost = 0;
        for (TiledArray array : nest.arrays()) {
            TileOperand operand = tile.operand(array.array().name());
            double bytes =
                    (double) operand.slice().count() * array.array().type().bytes();
            if (array.array().direction().isRead() && nest.isFirstUse(array, index)) {
                in += bytes;
                toDevice += link.toDevice(bytes);
            }
            if (array.array().direction().isWritten() && tile.closesGroup()) {
                out += bytes;
                toHost += link.toHost(bytes);
            }
        }
        return new StageTimes(in / HOST_COPY, toDevice, call(tile), toHost, out / HOST_COPY);
    }

    /** Seconds of one call; starting it takes an operation as well. */
    private double call(Tile tile) {
        return link.operation() + runTime.of(tile.scalars()).seconds();
    }

    /** Seconds of every stage for the first tile, which is as large as any. */
    StageTimes first(TileNest nest) {
        double in = 0;
        double out = 0;
        double toDevice = 0;
        double toHost = 0;
        for (TiledArray array : nest.arrays()) {
            boolean isRead = array.array().direction().isRead();
            boolean isWritten = array.array().direction().isWritten();
            in += isRead ? array.sliceBytes() : 0;
            out += isWritten ? array.sliceBytes() : 0;
            toDevice += isRead ? link.toDevice((double) array.sliceBytes()) : 0;
            toHost += isWritten ? link.toHost((double) array.sliceBytes()) : 0;
        }
        return new StageTimes(
                in / HOST_COPY, toDevice, runTime.of(nest.tile(0).scalars()).seconds(), toHost, out / HOST_COPY);
    }

    /** Seconds that the link is busy in both directions. */
    double linkSeconds(TileNest nest) {
        return link.bothWays(bytesIn(nest), bytesOut(nest));
    }

    /**
     * Seconds of a whole run in which all stages overlap: the slowest works all the time, and before and after it the first
     * and the last tile pass the others.
     */
    double seconds(TileNest nest) {
        StageTimes all = stages(nest);
        StageTimes first = first(nest);
        double slowest = Math.max(all.longest(), linkSeconds(nest));
        return slowest + first.sum() - first.longest();
    }

    /** The kernel's time for all tiles: each size that tiles have along the loops, as often as it occurs. */
    private double runSeconds(TileNest nest) {
        double seconds = 0;
        for (TileNest.Kind kind : nest.kinds()) {
            seconds += kind.count()
                    * (link.operation() + runTime.of(kind.scalars()).seconds());
        }
        return seconds;
    }

    /** The kernel's time for one call. */
    TileRunTime.RunBound runTime(Map<String, Long> scalars) {
        return runTime.of(scalars);
    }

    /** What sets the kernel's time for the largest tile. */
    String runLimit(TileNest nest) {
        return runTime.of(nest.tile(0).scalars()).limit();
    }

    /** Bytes that cross the link to the device. */
    static double bytesIn(TileNest nest) {
        return nest.arrays().stream()
                .filter(array -> array.array().direction().isRead())
                .mapToDouble(TiledArray::bytesMoved)
                .sum();
    }

    /** Bytes that cross the link to the host. */
    static double bytesOut(TileNest nest) {
        return nest.arrays().stream()
                .filter(array -> array.array().direction().isWritten())
                .mapToDouble(TiledArray::bytesMoved)
                .sum();
    }

    /** Bytes of one slice in a bank. */
    static long pages(long bytes) {
        return Math.ceilDiv(bytes, PAGE) * PAGE;
    }

    /** Room in the banks, in the order of the ports. */
    List<BankUse> banks(TileNest nest) {
        Map<String, BankUse> uses = new LinkedHashMap<>();
        for (TiledArray array : nest.arrays()) {
            BankBinding binding = banks.ofArgument(array.array().name()).orElseThrow();
            Memory memory = binding.memory();
            boolean shared = memory.storage() == MemoryStorage.SHARED;
            String name = shared ? memory.name() : binding.bank().name();
            long bytes = pages(array.sliceBytes()) * array.buffers(nest.depth());
            uses.merge(
                    name,
                    new BankUse(name, bytes, memory.bytesPerBank()),
                    (a, b) -> new BankUse(name, a.bytes() + b.bytes(), a.capacity()));
        }
        return new ArrayList<>(uses.values());
    }

    /** Room that the ring takes in the host's memory: slices between the stages, and an emulator's buffers twice. */
    long hostBytes(TileNest nest) {
        long bytes = 0;
        for (TiledArray array : nest.arrays()) {
            long staged = Math.min(nest.depth(), array.transfers());
            long onDevice = place == DevicePlace.HOST ? 2 * array.buffers(nest.depth()) : 0;
            bytes += pages(array.sliceBytes()) * (staged + onDevice);
        }
        return bytes;
    }

    /** Room on the board in all. */
    long boardBytes(TileNest nest) {
        return banks(nest).stream().mapToLong(BankUse::bytes).sum();
    }
}
