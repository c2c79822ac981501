package org.gatesmith.host.tile;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A kernel's time in proportion to the size of the tile, from one tile whose time is known: good enough to choose among
 * thousands of plans, the best of which are then looked at closely.
 *
 * @param ideal what any kernel takes at least
 * @param scalars those that tiles differ in
 * @param sample the tile whose time is known
 */
record ProportionalTime(TileRunTime ideal, List<String> scalars, Map<String, Long> sample, RunBound time)
        implements TileRunTime {

    @Override
    public RunBound of(Map<String, Long> tile) {
        double share = 1;
        for (String scalar : scalars) {
            share *= (double) value(tile, scalar) / value(sample, scalar);
        }
        RunBound least = ideal.of(tile);
        double seconds = share * time.seconds();
        return seconds > least.seconds() ? new RunBound(seconds, time.limit()) : least;
    }

    private static long value(Map<String, Long> scalars, String name) {
        return Math.max(1, Objects.requireNonNull(scalars.get(name)));
    }
}
