package org.gatesmith.host.page;

import org.gatesmith.host.report.Transfers;
import org.gatesmith.host.tile.PlanTimes;
import org.gatesmith.host.tile.StageTimes;
import org.gatesmith.host.tile.TilePlan;

/** What limits a run on the board, as the plan predicts it. */
final class PlanBound {

    private PlanBound() {}

    static Transfers.Bound of(TilePlan plan) {
        PlanTimes times = plan.times();
        StageTimes stages = times.stages();
        String figures = "predicted for the board: the link needs " + PageText.seconds(times.transfers())
                + ", the kernel at least " + PageText.seconds(stages.run());
        if (times.slowest() == PlanTimes.Stage.LOAD || times.slowest() == PlanTimes.Stage.STORE) {
            return new Transfers.Bound(
                    Transfers.Limit.HOST,
                    figures + ", loading and storing " + PageText.seconds(Math.max(stages.load(), stages.store())));
        }
        return times.isTransferBound()
                ? new Transfers.Bound(Transfers.Limit.TRANSFER, figures + "; no change of the kernel can help")
                : new Transfers.Bound(Transfers.Limit.KERNEL, figures + " (" + times.runLimit() + ")");
    }
}
