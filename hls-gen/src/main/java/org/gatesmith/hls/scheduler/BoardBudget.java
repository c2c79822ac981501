package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatesmith.board.Board;
import org.gatesmith.board.ResourceCount;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.design.DesignSize;
import org.gatesmith.hls.design.Resources;
import org.gatesmith.hls.diag.Diagnostic;
import org.gatesmith.hls.diag.Rule;

/** Whether a design fits what a board leaves to kernels. */
final class BoardBudget {

    private BoardBudget() {}

    /** What there is too much of, if anything. */
    static Optional<Diagnostic> check(Design design, Resources ports, Board board) {
        Resources needed = DesignSize.of(design).plus(ports);
        ResourceCount room = board.resources().kernelRegion();
        List<String> excess = new ArrayList<>();
        add(excess, needed.lut(), room.lut(), "LUTs");
        add(excess, needed.ff(), room.ff(), "flip-flops");
        add(excess, needed.dsp(), room.dsp(), "DSP blocks");
        add(excess, needed.bram18(), 2L * room.bram36(), "block RAMs of 18 Kb");
        add(excess, needed.uram(), room.uram(), "UltraRAMs");
        if (excess.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(
                Rule.TOO_LARGE,
                design.program().top().span(),
                "kernel " + design.signature().name() + " is too large for the " + board.displayName()
                        + ": it takes about " + String.join(", ", excess),
                "make arrays smaller, unroll or partition less, or choose smaller tunables"));
    }

    private static void add(List<String> excess, long needed, long room, String what) {
        if (needed > room) {
            excess.add(String.format(Locale.ROOT, "%d of %d %s", needed, room, what));
        }
    }
}
