package org.gatesmith.hls.interp;

import java.util.List;

/** Compiled operations, one after another. */
final class Block implements Step {

    private final Step[] steps;

    Block(List<Step> steps) {
        this.steps = steps.toArray(Step[]::new);
    }

    int size() {
        return steps.length;
    }

    @Override
    public void run(Frame frame) {
        for (Step step : steps) {
            step.run(frame);
        }
    }
}
