package org.gatesmith.host.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars of a stream whose stages overlap: each stage takes tiles in order, and a tile enters the first stage when the tile
 * {@code depth} before it has left the last.
 *
 * @param nanos what each stage takes for a tile, in the order of the stages
 * @param unevenness by how many per cent tiles differ at most
 */
record SimulatedStream(List<Long> nanos, int depth, int unevenness) {

    List<StageBar> bars(int tiles) {
        Stage[] stages = Stage.values();
        long[] freeFrom = new long[stages.length];
        List<Long> done = new ArrayList<>();
        List<StageBar> bars = new ArrayList<>();
        for (int tile = 0; tile < tiles; tile++) {
            long ready = tile < depth ? 0 : done.get(tile - depth);
            for (int stage = 0; stage < stages.length; stage++) {
                long start = Math.max(ready, freeFrom[stage]);
                long end = start + uneven(nanos.get(stage), tile, stage);
                bars.add(new StageBar(stages[stage], tile, start, end));
                freeFrom[stage] = end;
                ready = end;
            }
            done.add(ready);
        }
        return bars;
    }

    /** A fixed sequence that looks like chance, so that pages are the same each time. */
    private long uneven(long nanos, int tile, int stage) {
        long step = Math.floorMod(tile * 7919L + stage * 104_729L, 2L * unevenness + 1) - unevenness;
        return nanos + nanos * step / 100;
    }
}
