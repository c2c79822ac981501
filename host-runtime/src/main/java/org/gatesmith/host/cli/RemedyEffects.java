package org.gatesmith.host.cli;

import org.gatesmith.board.Figures;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.explain.Remedy;
import org.gatesmith.hls.scheduler.ScheduledKernel;
import org.jspecify.annotations.Nullable;

/** What remedies do to the whole kernel: how long a call takes with them, and the area that they cost. */
final class RemedyEffects {

    private final ScheduledKernel kernel;
    private final PredictedCall call;
    private @Nullable CyclePrediction now;

    /**
     * @param kernel without any remedy
     */
    RemedyEffects(ScheduledKernel kernel, PredictedCall call) {
        this.kernel = kernel;
        this.call = call;
    }

    PredictedCall call() {
        return call;
    }

    /** Of a call as it is. */
    CyclePrediction prediction() {
        if (now == null) {
            now = call.prediction(kernel);
        }
        return now;
    }

    /** Of a call with a remedy. */
    CyclePrediction prediction(Remedy remedy) {
        return call.prediction(remedy.scheduled());
    }

    String text(Remedy remedy) {
        return time(prediction(), prediction(remedy), megahertz(remedy.scheduled()))
                + ResourceText.change(kernel.size(), remedy.scheduled().size());
    }

    /** Nothing for a call that does not end. Of a slower clock, cycles alone would not tell whether it is worth it. */
    private String time(CyclePrediction before, CyclePrediction then, double megahertz) {
        if (!before.deadlocks().isEmpty() || !then.deadlocks().isEmpty()) {
            return "";
        }
        String about = before.isExact() && then.isExact() ? "" : "about ";
        String cycles = call.text() + " then takes " + about + Figures.grouped(then.cycles()) + " cycles instead of "
                + Figures.grouped(before.cycles());
        double clock = megahertz(kernel);
        String time = clock == megahertz
                ? ""
                : ", that is " + ScheduleText.time(then.cycles() / megahertz) + " instead of "
                        + ScheduleText.time(before.cycles() / clock);
        return cycles + time + "; ";
    }

    private static double megahertz(ScheduledKernel kernel) {
        return kernel.design().clock().megahertz();
    }
}
