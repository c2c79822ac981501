package org.gatesmith.host.page;

import java.util.List;
import org.gatesmith.host.report.Stage;
import org.gatesmith.host.report.StageBar;
import org.gatesmith.host.report.Timeline;
import org.gatesmith.host.run.RunReport;
import org.gatesmith.host.stream.StageTimeline;
import org.gatesmith.host.stream.StreamStage;

/** When each stage worked on each tile. */
final class PageTimeline {

    private PageTimeline() {}

    static Timeline of(RunReport report) {
        List<StageBar> measured = report.stream().timeline().bars().stream()
                .map(PageTimeline::bar)
                .toList();
        return new Timeline(measured, PredictedBars.of(report.plan()));
    }

    private static StageBar bar(StageTimeline.Bar bar) {
        return new StageBar(stage(bar.stage()), bar.firstTile(), bar.startNanos(), bar.endNanos());
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
