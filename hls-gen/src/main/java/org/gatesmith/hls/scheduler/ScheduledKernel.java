package org.gatesmith.hls.scheduler;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.DesignSize;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;
import org.gatesmith.hls.estimate.BoardLatency;

/**
 * A design and what its author should know about it.
 *
 * @param areas what each loop takes by itself, without memories; what loops share counts in each
 * @param ports what joins the kernel to the board's memory and its host
 * @param latency of the board's memory at the clock
 * @param diagnostics missed intervals and the like, and an error if the design is larger than the board
 */
public record ScheduledKernel(
        Design design,
        Map<Unit, Resources> areas,
        Resources ports,
        BoardLatency latency,
        List<Diagnostic> diagnostics) {

    public ScheduledKernel {
        areas = new IdentityHashMap<>(areas);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Everything together, as estimated. */
    public Resources size() {
        return DesignSize.of(design).plus(ports);
    }

    /** Whether the board has no room for it. */
    public boolean isTooLarge() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.rule() == Rule.TOO_LARGE);
    }

    /** What a loop takes; nothing for other units. */
    public Resources area(Unit unit) {
        return areas.getOrDefault(unit, Resources.NONE);
    }
}
