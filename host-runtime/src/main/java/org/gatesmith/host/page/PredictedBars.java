package org.gatesmith.host.page;

import java.util.ArrayList;
import java.util.List;
import org.gatesmith.host.report.Stage;
import org.gatesmith.host.report.StageBar;
import org.gatesmith.host.tile.StageTimes;
import org.gatesmith.host.tile.TilePlan;

/** The timeline that the plan expects on the board, with all tiles taken as equally large. */
final class PredictedBars {

    /** More than a page can show; beyond that, neighbouring tiles share a bar. */
    private static final int BARS = 2048;

    private static final List<Stage> STAGES =
            List.of(Stage.LOAD, Stage.TRANSFER, Stage.RUN, Stage.TRANSFER_BACK, Stage.STORE);

    private PredictedBars() {}

    static List<StageBar> of(TilePlan plan) {
        long tilesPerBar = Math.ceilDiv(plan.tiles(), BARS);
        int tiles = (int) Math.ceilDiv(plan.tiles(), tilesPerBar);
        double[] nanos = nanosPerBar(plan, tiles);
        double[][] end = new double[STAGES.size()][tiles];
        List<StageBar> bars = new ArrayList<>();
        for (int tile = 0; tile < tiles; tile++) {
            for (int stage = 0; stage < STAGES.size(); stage++) {
                double start = 0;
                start = stage > 0 ? Math.max(start, end[stage - 1][tile]) : start;
                start = tile > 0 ? Math.max(start, end[stage][tile - 1]) : start;
                // A tile enters a stage only when the ring behind that stage has room for it.
                if (stage + 1 < STAGES.size() && tile >= plan.depth()) {
                    start = Math.max(start, end[stage + 1][tile - plan.depth()]);
                }
                end[stage][tile] = start + nanos[stage];
                long first = tile * tilesPerBar;
                bars.add(new StageBar(
                        STAGES.get(stage),
                        first,
                        Math.min(tilesPerBar, plan.tiles() - first),
                        Math.round(start),
                        Math.round(end[stage][tile]),
                        Math.round(nanos[stage])));
            }
        }
        return bars;
    }

    private static double[] nanosPerBar(TilePlan plan, int bars) {
        StageTimes all = plan.times().stages();
        double[] nanos = {all.load(), all.toDevice(), all.run(), all.toHost(), all.store()};
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] *= 1e9 / bars;
        }
        return nanos;
    }
}
