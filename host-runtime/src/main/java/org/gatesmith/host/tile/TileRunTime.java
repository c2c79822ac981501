package org.gatesmith.host.tile;

import java.util.Map;

/** How long the kernel takes for a tile, at least. */
interface TileRunTime {

    /**
     * A lower bound.
     *
     * @param scalars what the kernel is called with
     */
    RunBound of(Map<String, Long> scalars);

    /**
     * A lower bound of a run's time.
     *
     * @param limit what sets it, such as {@code the bandwidth of HBM[0]}
     */
    record RunBound(double seconds, String limit) {}
}
