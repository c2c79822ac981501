package org.gatesmith.host.tile;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gatesmith.board.Board;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.host.problem.ProblemSize;

/**
 * What to plan.
 *
 * @param size the whole problem; it may be larger than one call of the kernel can be
 * @param place whose memory holds the device's buffers
 * @param tiles values of extents per tile, by scalar, that the user fixed
 * @param depth tiles under way between two stages, if the user fixed it; at least 1
 * @param hostBytes most that the ring of buffers may take of the host's memory; if empty, {@link #DEFAULT_HOST_BYTES}, or what an
 *     emulator needs at least, if the machine has so much
 */
public record PlanRequest(
        CompiledKernel kernel,
        Board board,
        ProblemSize size,
        DevicePlace place,
        Map<String, Long> tiles,
        OptionalInt depth,
        OptionalLong hostBytes) {

    /** Enough for tiles of several MiB, which saturate the link, and little beside what a host has. */
    public static final long DEFAULT_HOST_BYTES = 256L << 20;

    /** Beyond this, more tiles under way only take memory. */
    public static final int MOST_DEPTH = 64;

    public PlanRequest {
        tiles = Map.copyOf(tiles);
    }

    /** A request that leaves every choice to the planner. */
    public static PlanRequest of(CompiledKernel kernel, Board board, ProblemSize size, DevicePlace place) {
        return new PlanRequest(kernel, board, size, place, Map.of(), OptionalInt.empty(), OptionalLong.empty());
    }

    /** The same with tile sizes that the user fixed. */
    public PlanRequest withTiles(Map<String, Long> fixed) {
        return new PlanRequest(kernel, board, size, place, fixed, depth, hostBytes);
    }

    /** The same with a depth that the user fixed. */
    public PlanRequest withDepth(int fixed) {
        return new PlanRequest(kernel, board, size, place, tiles, OptionalInt.of(fixed), hostBytes);
    }

    /** The same with another share of the host's memory. */
    public PlanRequest withHostBytes(long bytes) {
        return new PlanRequest(kernel, board, size, place, tiles, depth, OptionalLong.of(bytes));
    }
}
