package org.gatesmith.host.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatesmith.host.report.Stage;
import org.gatesmith.host.report.StageBar;
import org.gatesmith.host.report.Timeline;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.stream.StageTimeline;
import org.gatesmith.host.stream.StreamStage;
import org.gatesmith.host.tile.StageTimes;
import org.gatesmith.host.tile.TilePlan;

/** When each stage worked on each tile. */
final class PageTimeline {

    private PageTimeline() {}

    static Timeline of(RunReport report) {
        List<StageBar> measured = report.stream().timeline().bars().stream()
                .map(PageTimeline::bar)
                .toList();
        return new Timeline(measured, PredictedBars.of(report.plan()), Optional.of(prediction(report.plan())));
    }

    private static Timeline.Prediction prediction(TilePlan plan) {
        StageTimes stages = plan.times().stages();
        return new Timeline.Prediction(
                plan.tiles(),
                nanos(plan.times().total()),
                Map.of(
                        Stage.LOAD, nanos(stages.load()),
                        Stage.TRANSFER, nanos(stages.toDevice()),
                        Stage.RUN, nanos(stages.run()),
                        Stage.TRANSFER_BACK, nanos(stages.toHost()),
                        Stage.STORE, nanos(stages.store())));
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static StageBar bar(StageTimeline.Bar bar) {
        return new StageBar(
                stage(bar.stage()),
                bar.firstTile(),
                bar.lastTile() - bar.firstTile() + 1,
                bar.startNanos(),
                bar.endNanos(),
                bar.busyNanos());
    }

    private static Stage stage(StreamStage stage) {
        return switch (stage) {
            case LOAD -> Stage.LOAD;
            case TRANSFER -> Stage.TRANSFER;
            case RUN -> Stage.RUN;
            case TRANSFER_BACK -> Stage.TRANSFER_BACK;
            case VERIFY -> Stage.VERIFY;
            case STORE -> Stage.STORE;
        };
    }
}
