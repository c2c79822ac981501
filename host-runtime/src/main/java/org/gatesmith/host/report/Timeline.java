package org.gatesmith.host.report;

import java.util.List;

/**
 * When each stage worked on each tile. Bars may come in any order and may overlap, also within a stage that has several
 * workers.
 *
 * @param measured what happened; empty if the run never started
 * @param predicted what the plan expected; empty if there was no plan
 */
public record Timeline(List<StageBar> measured, List<StageBar> predicted) {

    public Timeline {
        measured = List.copyOf(measured);
        predicted = List.copyOf(predicted);
    }
}
